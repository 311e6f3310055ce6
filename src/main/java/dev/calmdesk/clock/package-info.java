/// Time limits at work: service hours, what must be done how soon, and the clocks that run for one subject.
@NullMarked
package dev.calmdesk.clock;

import org.jspecify.annotations.NullMarked;
