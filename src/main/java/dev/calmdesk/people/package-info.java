/// Who works here: people, their roles, signing in, and what state they are in.
@NullMarked
package dev.calmdesk.people;

import org.jspecify.annotations.NullMarked;
