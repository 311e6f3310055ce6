/// Who the customers are, how they are reached and addressed, what they bought, and how one of them is recognised.
@NullMarked
package dev.calmdesk.customer;

import org.jspecify.annotations.NullMarked;
