package dev.calmdesk.demo;

import java.time.Instant;
import java.time.InstantSource;

/// A clock that stands at the moment of the story that is being played. For one thread.
public final class DemoClock implements InstantSource {

    private Instant moment;

    public DemoClock(Instant moment) {
        this.moment = moment;
    }

    @Override
    public Instant instant() {
        return moment;
    }

    /// Never goes back, so that ids and journal numbers grow with time.
    void advanceTo(Instant later) {
        if (later.isAfter(moment)) {
            moment = later;
        }
    }
}
