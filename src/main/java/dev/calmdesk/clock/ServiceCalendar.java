package dev.calmdesk.clock;

import dev.calmdesk.workplace.Localised;
import dev.calmdesk.workplace.Workplace.Topic;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// When the service is open, and how much service time passes between two moments. Pure; counts real time, so a day on
/// which clocks are put forward or back is as long as it is.
///
/// @param weekly hours of each weekday; a weekday without hours is closed
/// @param holidays closed days
/// @param workdays days that are worked although they are a weekend or holiday; they have the hours of Monday
public record ServiceCalendar(
        String code,
        Localised name,
        ZoneId zone,
        Map<DayOfWeek, List<Block>> weekly,
        Set<LocalDate> holidays,
        Set<LocalDate> workdays) {

    public static final Topic<ServiceCalendar> TOPIC = new Topic<>("calendar", ServiceCalendar.class);

    /// Further ahead nobody plans: a calendar that is closed for so long never opens.
    private static final int MOST_DAYS = 20 * 366;

    public ServiceCalendar {
        var days = new EnumMap<DayOfWeek, List<Block>>(DayOfWeek.class);
        weekly.forEach((day, blocks) -> days.put(
                day,
                blocks.stream().sorted(Comparator.comparingInt(Block::fromMinute)).toList()));
        weekly = Collections.unmodifiableMap(days);
        holidays = holidays == null ? Set.of() : Set.copyOf(holidays);
        workdays = workdays == null ? Set.of() : Set.copyOf(workdays);
    }

    /// Open around the clock.
    public static ServiceCalendar always(ZoneId zone) {
        var whole = List.of(Block.of("00:00-24:00"));
        var weekly = new EnumMap<DayOfWeek, List<Block>>(DayOfWeek.class);
        for (var day : DayOfWeek.values()) {
            weekly.put(day, whole);
        }
        return new ServiceCalendar("always", new Localised(Map.of("en", "Always")), zone, weekly, Set.of(), Set.of());
    }

    /// A stretch of service time, [from, until).
    public record Open(Instant from, Instant until) {

        boolean contains(Instant moment) {
            return !moment.isBefore(from) && moment.isBefore(until);
        }
    }

    public boolean isOpen(Instant moment) {
        return openOn(dayOf(moment)).stream().anyMatch(open -> open.contains(moment))
                || openOn(dayOf(moment).minusDays(1)).stream().anyMatch(open -> open.contains(moment));
    }

    public boolean isWorkday(LocalDate day) {
        return !hours(day).isEmpty();
    }

    /// The earliest moment at which an amount of service time has passed since a moment.
    ///
    /// @param time not negative; zero gives the moment itself
    /// @throws IllegalStateException if the calendar never opens for so long
    public Instant plus(Instant moment, Duration time) {
        if (time.isNegative()) {
            throw new IllegalArgumentException("Service time runs forward only");
        }
        if (time.isZero()) {
            return moment;
        }
        var left = time;
        var reached = moment;
        var closedDays = 0;
        for (var day = dayOf(moment).minusDays(1); closedDays < MOST_DAYS; day = day.plusDays(1)) {
            for (var open : openOn(day)) {
                var start = later(open.from(), reached);
                var length = Duration.between(start, open.until());
                if (!length.isPositive()) {
                    continue;
                }
                if (length.compareTo(left) >= 0) {
                    return start.plus(left);
                }
                left = left.minus(length);
                reached = open.until();
                closedDays = 0;
            }
            closedDays++;
        }
        throw new IllegalStateException("Calendar " + code + " never opens");
    }

    /// How much service time passes between two moments; negative if they stand in the other order.
    public Duration between(Instant from, Instant to) {
        if (to.isBefore(from)) {
            return between(to, from).negated();
        }
        var total = Duration.ZERO;
        var reached = from;
        var last = dayOf(to);
        for (var day = dayOf(from).minusDays(1); !day.isAfter(last); day = day.plusDays(1)) {
            for (var open : openOn(day)) {
                var start = later(open.from(), reached);
                var length = Duration.between(start, earlier(open.until(), to));
                if (length.isPositive()) {
                    total = total.plus(length);
                    reached = start.plus(length);
                }
            }
        }
        return total;
    }

    /// The next moment at which the service is open: this one if it is open now.
    public Instant nextOpening(Instant moment) {
        return isOpen(moment) ? moment : plus(moment, Duration.ofNanos(1)).minusNanos(1);
    }

    /// The stretches that begin on a day, in order.
    public List<Open> openOn(LocalDate day) {
        var stretches = new ArrayList<Open>();
        for (var block : hours(day)) {
            var midnight = day.atStartOfDay();
            var open = new Open(
                    instant(midnight.plusMinutes(block.fromMinute()), false),
                    instant(midnight.plusMinutes(block.untilMinute()), true));
            if (open.from().isBefore(open.until())) {
                stretches.add(open);
            }
        }
        return stretches;
    }

    private List<Block> hours(LocalDate day) {
        if (workdays.contains(day)) {
            return weekly.getOrDefault(DayOfWeek.MONDAY, List.of());
        }
        return holidays.contains(day) ? List.of() : weekly.getOrDefault(day.getDayOfWeek(), List.of());
    }

    /// A time of day that is skipped is the moment of the skip; of one that comes twice a block takes in both.
    private Instant instant(LocalDateTime time, boolean isEnd) {
        var rules = zone.getRules();
        var transition = rules.getTransition(time);
        if (transition == null) {
            return time.toInstant(rules.getOffset(time));
        } else if (transition.isGap()) {
            return transition.getInstant();
        }
        return time.toInstant(isEnd ? transition.getOffsetAfter() : transition.getOffsetBefore());
    }

    private LocalDate dayOf(Instant moment) {
        return moment.atZone(zone).toLocalDate();
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
