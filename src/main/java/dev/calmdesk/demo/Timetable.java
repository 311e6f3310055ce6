package dev.calmdesk.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// When each contact began. One of today that would be ahead of now, or not over yet, is moved to just before now; an
/// agent's contacts keep their order and do not overlap by that.
final class Timetable {

    private static final Duration BREATH = Duration.ofMinutes(2);

    private final Map<String, Instant> starts = new HashMap<>();

    Timetable(List<Visit> visits, Instant now, ZoneId zone) {
        visits.forEach(visit -> starts.put(visit.ref(), planned(visit, now, zone)));
        var latestEnds = new HashMap<String, Instant>();
        visits.stream()
                .sorted(Comparator.comparing((Visit visit) -> starts.get(visit.ref())).reversed())
                .forEach(visit -> {
                    var latest = latestEnds.getOrDefault(visit.agent(), now.minus(BREATH));
                    var start = earlier(starts.get(visit.ref()), latest.minus(visit.length()));
                    starts.put(visit.ref(), start);
                    latestEnds.put(visit.agent(), start.minus(BREATH));
                });
    }

    private static Instant planned(Visit visit, Instant now, ZoneId zone) {
        var day = now.atZone(zone).toLocalDate().minusDays(visit.daysAgo());
        return day.atTime(LocalTime.parse(visit.at())).atZone(zone).toInstant();
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    Instant startOf(Visit visit) {
        return starts.get(visit.ref());
    }
}
