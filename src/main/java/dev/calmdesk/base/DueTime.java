package dev.calmdesk.base;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Reads by when something is due, as a person types it in a hurry. Pure.
public final class DueTime {

    /// Who names a day and no time means the end of its working hours.
    private static final LocalTime END_OF_DAY = LocalTime.of(18, 0);

    private static final Pattern FROM_NOW = Pattern.compile(
            "(\\+?)\\s*(\\d{1,4})\\s*(m|min|分|分钟|分鐘|h|小时|小時|个小时|個小時|d|days?|天|w|周|週)?\\s*(?:后|後|之后|之後|later)?");
    private static final String HALF = "(上午|早上|中午|下午|晚上|am|pm)?";
    private static final Pattern TIME =
            Pattern.compile(HALF + "\\s*(\\d{1,2})\\s*([:点點時时])?\\s*(\\d{2}|半)?\\s*分?\\s*" + HALF);
    private static final Pattern DATE = Pattern.compile("(?:(\\d{4})[-/.年])?(\\d{1,2})[-/.月](\\d{1,2})[日号號]?");
    private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

    /// Words for days, by how many days lie ahead; the longest first where one begins like another.
    private static final List<List<String>> DAYS = List.of(
            List.of("今天", "今日", "today"),
            List.of("明天", "明日", "tomorrow", "tmr"),
            List.of("后天", "後天"),
            List.of("大后天", "大後天"));

    /// The days of the week, from Monday.
    private static final List<List<String>> WEEKDAYS = List.of(
            List.of("周一", "週一", "星期一", "monday", "mon"),
            List.of("周二", "週二", "星期二", "tuesday", "tue"),
            List.of("周三", "週三", "星期三", "wednesday", "wed"),
            List.of("周四", "週四", "星期四", "thursday", "thu"),
            List.of("周五", "週五", "星期五", "friday", "fri"),
            List.of("周六", "週六", "星期六", "saturday", "sat"),
            List.of("周日", "週日", "星期日", "sunday", "sun"));

    private DueTime() {}

    /// Understands `18:00` (today, or tomorrow if that is over), `明天 10:00`, `周五下午3点`, `11-23 10:00`,
    /// `2026-11-23 10:00`, `+30` (minutes), `+2h`, `3天`. A day without a year is the next one of that date.
    ///
    /// @return empty if the text is none of these
    public static Optional<Instant> read(String text, Instant now, ZoneId zone) {
        var typed = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT).strip();
        var here = now.atZone(zone);
        try {
            return fromNow(typed, here)
                    .or(() -> onNamedDay(typed, here))
                    .or(() -> onDate(typed, here))
                    .or(() -> atTime(typed, here))
                    .map(ZonedDateTime::toInstant);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<ZonedDateTime> fromNow(String typed, ZonedDateTime now) {
        var parts = FROM_NOW.matcher(typed);
        if (!parts.matches() || (parts.group(1).isEmpty() && parts.group(3) == null)) {
            return Optional.empty();
        }
        var amount = Long.parseLong(parts.group(2));
        var unit = parts.group(3) == null ? "m" : parts.group(3);
        return Optional.of(now.plus(
                switch (unit.charAt(0)) {
                    case 'h', '小', '个', '個' -> Duration.ofHours(amount);
                    case 'd', '天' -> Duration.ofDays(amount);
                    case 'w', '周', '週' -> Duration.ofDays(7 * amount);
                    default -> Duration.ofMinutes(amount);
                }));
    }

    private static Optional<ZonedDateTime> onNamedDay(String typed, ZonedDateTime now) {
        var ahead = beginning(typed, DAYS);
        if (ahead.isPresent()) {
            return on(now.toLocalDate().plusDays(ahead.get().index()), ahead.get().rest(), now);
        }
        return beginning(typed, WEEKDAYS).flatMap(found -> on(
                now.toLocalDate().with(TemporalAdjusters.next(DayOfWeek.of(found.index() + 1))), found.rest(), now));
    }

    /// Which words a text begins with, and what follows them.
    private record Beginning(int index, String rest) {}

    private static Optional<Beginning> beginning(String typed, List<List<String>> words) {
        return IntStream.range(0, words.size())
                .boxed()
                .flatMap(index -> words.get(index).stream()
                        .filter(typed::startsWith)
                        .map(word -> new Beginning(index, typed.substring(word.length()))))
                .findFirst();
    }

    private static Optional<ZonedDateTime> onDate(String typed, ZonedDateTime now) {
        var date = DATE.matcher(typed);
        return date.lookingAt() ? on(date(date, now.toLocalDate()), typed.substring(date.end()), now) : Optional.empty();
    }

    private static LocalDate date(Matcher parts, LocalDate today) {
        var month = Integer.parseInt(parts.group(2));
        var day = Integer.parseInt(parts.group(3));
        if (parts.group(1) != null) {
            return LocalDate.of(Integer.parseInt(parts.group(1)), month, day);
        }
        var thisYear = LocalDate.of(today.getYear(), month, day);
        return thisYear.isBefore(today) ? thisYear.plusYears(1) : thisYear;
    }

    private static Optional<ZonedDateTime> on(LocalDate day, String rest, ZonedDateTime now) {
        var time = rest.isBlank() ? Optional.of(END_OF_DAY) : time(rest.strip());
        return time.map(found -> day.atTime(found).atZone(now.getZone()));
    }

    private static Optional<ZonedDateTime> atTime(String typed, ZonedDateTime now) {
        return time(typed).map(time -> {
            var today = now.toLocalDate().atTime(time).atZone(now.getZone());
            return today.isAfter(now) ? today : now.toLocalDate().plusDays(1).atTime(time).atZone(now.getZone());
        });
    }

    private static Optional<LocalTime> time(String typed) {
        var parts = TIME.matcher(typed);
        if (!parts.matches()) {
            return Optional.empty();
        }
        var half = parts.group(1) == null ? parts.group(5) : parts.group(1);
        var isClear = parts.group(3) != null ? !parts.group(3).equals(":") || parts.group(4) != null
                : half != null && parts.group(4) == null;
        return isClear
                ? Optional.of(LocalTime.of(hour(Integer.parseInt(parts.group(2)), half), minute(parts.group(4))))
                : Optional.empty();
    }

    /// @throws DateTimeException if it lies after midnight, where people mean one day and say the other
    private static int hour(int hour, @Nullable String half) {
        return switch (half == null ? "" : half) {
            case "中午" -> hour < 10 ? hour + 12 : hour;
            case "下午", "pm" -> hour < 12 ? hour + 12 : hour;
            case "晚上" -> {
                if (hour < 5 || hour == 12) {
                    throw new DateTimeException("The night of which day?");
                }
                yield hour < 12 ? hour + 12 : hour;
            }
            case "am" -> hour == 12 ? 0 : hour;
            default -> hour;
        };
    }

    private static int minute(@Nullable String minute) {
        return minute == null ? 0 : minute.equals("半") ? 30 : Integer.parseInt(minute);
    }

    /// The form that [#read] understands at any time.
    public static String show(Instant due, ZoneId zone) {
        return SHOWN.format(due.atZone(zone));
    }
}
