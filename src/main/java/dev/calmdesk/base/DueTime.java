package dev.calmdesk.base;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Pattern;

/// Reads by when something is due, as a person types it in a hurry. Pure.
public final class DueTime {

    private static final Pattern FROM_NOW = Pattern.compile("\\+\\s*(\\d{1,4})\\s*(h|小时|小時|m|min|分|分钟|分鐘)?");
    private static final Pattern TIME = Pattern.compile("(\\d{1,2})[:：点點](\\d{2})?");
    private static final Pattern DAY_AND_TIME =
            Pattern.compile("(?:(\\d{4})[-/.])?(\\d{1,2})[-/.](\\d{1,2})\\s+(\\d{1,2})[:：](\\d{2})");
    private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

    private DueTime() {}

    /// Understands `18:00` (today, or tomorrow if that is over), `11-23 10:00`, `2026-11-23 10:00`, `+30` (minutes) and
    /// `+2h`. A day without a year is the next one of that date.
    ///
    /// @return empty if the text is none of these
    public static Optional<Instant> read(String text, Instant now, ZoneId zone) {
        var typed = text.strip();
        try {
            var fromNow = FROM_NOW.matcher(typed);
            if (fromNow.matches()) {
                var amount = Long.parseLong(fromNow.group(1));
                var unit = fromNow.group(2);
                var isHours = unit != null && (unit.equals("h") || unit.startsWith("小"));
                return Optional.of(now.plus(isHours ? Duration.ofHours(amount) : Duration.ofMinutes(amount)));
            }
            var time = TIME.matcher(typed);
            if (time.matches()) {
                return Optional.of(next(now, zone, time.group(1), time.group(2)));
            }
            var both = DAY_AND_TIME.matcher(typed);
            return both.matches() ? Optional.of(on(now, zone, both)) : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Instant next(Instant now, ZoneId zone, String hour, String minute) {
        var wanted = LocalTime.of(Integer.parseInt(hour), minute == null ? 0 : Integer.parseInt(minute));
        var today = now.atZone(zone).toLocalDate().atTime(wanted).atZone(zone).toInstant();
        return today.isAfter(now)
                ? today
                : now.atZone(zone).toLocalDate().plusDays(1).atTime(wanted).atZone(zone).toInstant();
    }

    private static Instant on(Instant now, ZoneId zone, java.util.regex.Matcher parts) {
        var today = now.atZone(zone).toLocalDate();
        var year = parts.group(1) == null ? today.getYear() : Integer.parseInt(parts.group(1));
        var day = LocalDate.of(year, Integer.parseInt(parts.group(2)), Integer.parseInt(parts.group(3)));
        var isPast = parts.group(1) == null && day.isBefore(today);
        return LocalDateTime.of(
                        isPast ? day.plusYears(1) : day,
                        LocalTime.of(Integer.parseInt(parts.group(4)), Integer.parseInt(parts.group(5))))
                .atZone(zone)
                .toInstant();
    }

    /// The form that [#read] understands at any time.
    public static String show(Instant due, ZoneId zone) {
        return SHOWN.format(due.atZone(zone));
    }
}
