/// The window around every screen: top bar, places, dock, status, find anything, keys.
@NullMarked
package dev.calmdesk.frame.ui;

import org.jspecify.annotations.NullMarked;
