/// The window around every screen: what it can find, and what it tells about this desk.
@NullMarked
package dev.calmdesk.frame;

import org.jspecify.annotations.NullMarked;
