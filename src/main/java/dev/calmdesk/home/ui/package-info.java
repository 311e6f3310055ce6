/// The screen on which a person's day begins and to which it returns.
@NullMarked
package dev.calmdesk.home.ui;

import org.jspecify.annotations.NullMarked;
