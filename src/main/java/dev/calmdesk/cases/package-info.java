/// The case: what a customer's matter is called, who is responsible, what was promised, and everything that happened.
@NullMarked
package dev.calmdesk.cases;

import org.jspecify.annotations.NullMarked;
