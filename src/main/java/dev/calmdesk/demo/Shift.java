package dev.calmdesk.demo;

import dev.calmdesk.people.PresenceState;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;

/// Plays the presence of one person today: ready in the morning, busy with each contact, and how they stand now.
final class Shift {

    private static final LocalTime MORNING = LocalTime.of(7, 52);
    private static final Duration BEFORE_THE_FIRST = Duration.ofMinutes(12);

    private final String agentNo;
    private final Cast cast;

    Shift(String agentNo, Cast cast) {
        this.agentNo = agentNo;
        this.cast = cast;
    }

    /// @param visits of this person today
    void write(List<Visit> visits, Timetable timetable, ZoneId zone) {
        var morning = cast.now.atZone(zone).toLocalDate().atTime(MORNING).atZone(zone).toInstant();
        var begin = visits.stream()
                .map(visit -> timetable.startOf(visit).minus(BEFORE_THE_FIRST))
                .reduce(earlier(morning, cast.now.minus(BEFORE_THE_FIRST)), Shift::earlier);
        switchAt(begin, PresenceState.READY);
        for (var visit : visits) {
            var start = timetable.startOf(visit);
            switchAt(start, PresenceState.BUSY);
            switchAt(start.plus(visit.talk()), PresenceState.AFTER_CALL);
            switchAt(start.plus(visit.length()), PresenceState.READY);
        }
        switchAt(cast.now.minusSeconds(80), cast.files.words().now().get(agentNo));
    }

    private void switchAt(Instant moment, PresenceState state) {
        cast.agenda.at(moment, () -> cast.services.presences().switchTo(cast.person(agentNo), state));
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
