package dev.calmdesk.demo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// What is to happen when: stories write their acts into it in any order, it plays all of them in the order of time.
final class Agenda {

    private final List<Act> acts = new ArrayList<>();

    private record Act(Instant at, Runnable deed) {}

    /// Acts of one moment are played in the order in which they were noted.
    void at(Instant moment, Runnable deed) {
        acts.add(new Act(moment, deed));
    }

    void play(DemoClock clock) {
        acts.sort(Comparator.comparing(Act::at));
        for (var act : acts) {
            clock.advanceTo(act.at());
            act.deed().run();
        }
    }
}
