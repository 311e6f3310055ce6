package dev.calmdesk.support;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// Stands still until a test moves it. Times are whole milliseconds, as in the store.
public final class ManualClock implements InstantSource {

    private volatile Instant now;

    public ManualClock(String now) {
        this.now = Instant.parse(now);
    }

    @Override
    public Instant instant() {
        return now;
    }

    public void advance(Duration time) {
        now = now.plus(time);
    }

    public void set(Instant time) {
        now = time;
    }
}
