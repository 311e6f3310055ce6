package dev.calmdesk.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;

/// Finds the moments of one story: each later than the one before, office work in the daytime, everything before now.
final class Pace {

    private static final LocalTime OPENS = LocalTime.of(8, 10);
    private static final LocalTime CLOSES = LocalTime.of(19, 45);
    private static final Duration SOON = Duration.ofMinutes(1);
    private static final int SPREAD_MINUTES = 50;

    private final Instant begin;
    private final Duration length;
    private final Instant limit;
    private final ZoneId zone;
    private Instant last;

    /// @param length of the contact with which the story begins
    Pace(Instant begin, Duration length, Instant now, ZoneId zone) {
        this.begin = begin;
        this.length = length;
        this.limit = now.minusSeconds(1);
        this.zone = zone;
        this.last = begin;
    }

    /// A moment of the contact.
    ///
    /// @param share of its length that has passed, 0…1
    Instant during(double share) {
        last = begin.plusMillis(Math.round(length.toMillis() * share));
        return last;
    }

    Instant after(Duration pause) {
        return step(last.plus(pause));
    }

    /// The same, but in the morning of the next day if it would be in the night.
    Instant daytime(Duration pause) {
        var wished = last.plus(pause).atZone(zone);
        var time = wished.toLocalTime();
        if (!time.isBefore(OPENS) && !time.isAfter(CLOSES)) {
            return step(wished.toInstant());
        }
        var day = time.isBefore(OPENS) ? wished.toLocalDate() : wished.toLocalDate().plusDays(1);
        var minutes = (wished.getMinute() * 7 + wished.getSecond()) % SPREAD_MINUTES;
        return step(day.atTime(OPENS).plusMinutes(minutes).atZone(zone).toInstant());
    }

    /// A moment of choice, if the story is not further yet.
    Instant notBefore(Instant wished) {
        var soonest = last.plus(SOON);
        return step(wished.isAfter(soonest) ? wished : soonest);
    }

    /// What would be ahead of now happens halfway between the last act and now.
    private Instant step(Instant wished) {
        last = wished.isBefore(limit) ? wished : last.plus(Duration.between(last, limit).dividedBy(2));
        return last;
    }
}
