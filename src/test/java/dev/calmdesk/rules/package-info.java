/// Rules that hold for the source as a whole.
@NullMarked
package dev.calmdesk.rules;

import org.jspecify.annotations.NullMarked;
