/// Controls the product draws itself: small, accessible, usable by keyboard, coloured by the theme alone.
@NullMarked
package dev.calmdesk.fx.control;

import org.jspecify.annotations.NullMarked;
