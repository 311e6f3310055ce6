/// Erasing a customer: what goes, on whose order, and on which desks it is done.
@NullMarked
package dev.calmdesk.privacy;

import org.jspecify.annotations.NullMarked;
