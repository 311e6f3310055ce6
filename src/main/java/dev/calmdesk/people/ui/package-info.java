/// Signing in, and the first account of a new store.
@NullMarked
package dev.calmdesk.people.ui;

import org.jspecify.annotations.NullMarked;
