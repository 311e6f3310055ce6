/// How fast the product is, printed as ratios of two things measured in the same run; never asserted.
@NullMarked
package dev.calmdesk.bench;

import org.jspecify.annotations.NullMarked;
