package dev.calmdesk.cases.ui;

import dev.calmdesk.cases.Deadline;
import dev.calmdesk.cases.When;
import dev.calmdesk.fx.control.ClockRing;

/// Draws a deadline into a ring.
final class DueRing {

    private DueRing() {}

    static void draw(ClockRing ring, Deadline deadline, When when) {
        var now = when.now();
        ring.show(deadline.used(now), when.leftShort(deadline.dueAt()), Shown.of(deadline.tone(now)));
    }
}
