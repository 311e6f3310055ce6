package dev.calmdesk.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.calmdesk.workplace.Localised;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ServiceCalendarTest {

    private static final int RUNS = 400;
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final List<String> ZONES = List.of(
            "Asia/Shanghai", "UTC", "America/New_York", "Europe/Berlin", "Australia/Lord_Howe", "America/Santiago");
    private static final LocalDate BEGIN = LocalDate.of(2026, 1, 1);

    private final Random random = new Random(20261122);

    private final ServiceCalendar office = new ServiceCalendar(
            "service",
            new Localised(Map.of("en", "Service")),
            SHANGHAI,
            weekdays("08:00-12:00", "13:00-20:00"),
            Set.of(LocalDate.of(2026, 10, 1), LocalDate.of(2026, 10, 2)),
            Set.of(LocalDate.of(2026, 10, 10)));

    @Test
    void serviceTimeSkipsNightsBreaksWeekendsAndHolidays() {
        assertThat(office.plus(at("2026-11-20T19:50"), Duration.ofMinutes(20))).isEqualTo(at("2026-11-23T08:10"));
        assertThat(office.plus(at("2026-11-20T11:30"), Duration.ofHours(1))).isEqualTo(at("2026-11-20T13:30"));
        assertThat(office.plus(at("2026-11-21T10:00"), Duration.ofMinutes(1))).isEqualTo(at("2026-11-23T08:01"));
        assertThat(office.plus(at("2026-09-30T19:00"), Duration.ofHours(2))).isEqualTo(at("2026-10-05T09:00"));
        assertThat(office.between(at("2026-11-20T19:00"), at("2026-11-23T09:00"))).isEqualTo(Duration.ofHours(2));
    }

    @Test
    void whatEndsWithTheDayIsDueThatDay() {
        assertThat(office.plus(at("2026-11-20T19:50"), Duration.ofMinutes(10))).isEqualTo(at("2026-11-20T20:00"));
        assertThat(office.plus(at("2026-11-20T07:00"), Duration.ofHours(4))).isEqualTo(at("2026-11-20T12:00"));
    }

    @Test
    void aMakeUpWorkdayHasTheHoursOfMonday() {
        assertThat(office.isWorkday(LocalDate.of(2026, 10, 10))).isTrue();
        assertThat(office.isOpen(at("2026-10-10T08:00"))).isTrue();
        assertThat(office.isOpen(at("2026-10-11T08:00"))).isFalse();
        assertThat(office.isOpen(at("2026-10-01T08:00"))).isFalse();
    }

    @Test
    void borderMomentsAreOpenAtTheStartAndClosedAtTheEnd() {
        assertThat(office.isOpen(at("2026-11-20T08:00"))).isTrue();
        assertThat(office.isOpen(at("2026-11-20T08:00").minusNanos(1))).isFalse();
        assertThat(office.isOpen(at("2026-11-20T20:00"))).isFalse();
        assertThat(office.isOpen(at("2026-11-20T20:00").minusNanos(1))).isTrue();
        assertThat(office.nextOpening(at("2026-11-20T20:00"))).isEqualTo(at("2026-11-23T08:00"));
        assertThat(office.nextOpening(at("2026-11-20T09:00"))).isEqualTo(at("2026-11-20T09:00"));
    }

    @Test
    void aDayIsAsLongAsItIsWhenClocksArePutForwardOrBack() {
        var always = ServiceCalendar.always(ZoneId.of("America/New_York"));
        var spring = LocalDate.of(2026, 3, 8);
        var autumn = LocalDate.of(2026, 11, 1);

        assertThat(length(always, spring)).isEqualTo(Duration.ofHours(23));
        assertThat(length(always, autumn)).isEqualTo(Duration.ofHours(25));
        var nights = calendar("America/New_York", weekdays(), Map.of(DayOfWeek.SUNDAY, List.of(Block.of("01:00-04:00"))));
        assertThat(length(nights, spring)).isEqualTo(Duration.ofHours(2));
        assertThat(length(nights, autumn)).isEqualTo(Duration.ofHours(4));
        var inTheGap = calendar("America/New_York", weekdays(), Map.of(DayOfWeek.SUNDAY, List.of(Block.of("02:15-02:45"))));
        assertThat(length(inTheGap, spring)).isZero();
        assertThat(length(inTheGap, autumn)).isEqualTo(Duration.ofMinutes(30));
    }

    @Test
    void aBlockMayEndOnTheNextDay() {
        var nights = calendar("Asia/Shanghai", weekdays("20:00-02:00"), Map.of());

        assertThat(nights.isOpen(at("2026-11-21T01:59"))).isTrue();
        assertThat(nights.isOpen(at("2026-11-23T01:59"))).isFalse();
        assertThat(nights.plus(at("2026-11-20T23:00"), Duration.ofHours(4))).isEqualTo(at("2026-11-23T21:00"));
    }

    @Test
    void blocksAreReadAsWrittenAndNonsenseIsRefused() {
        for (var text : List.of("08:00-20:00", "20:00-02:00", "00:00-24:00", "08:30-12:00")) {
            assertThat(Block.of(text)).hasToString(text);
        }
        assertThat(Block.of(" 08:00 – 20:00 ")).isEqualTo(new Block(480, 1200));
        for (var text : List.of("", "8-20", "08:00", "24:00-25:00", "08:60-09:00")) {
            assertThatThrownBy(() -> Block.of(text)).as(text).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void aCalendarThatNeverOpensIsNamed() {
        var closed = calendar("UTC", weekdays(), Map.of());

        assertThatThrownBy(() -> closed.plus(Instant.EPOCH, Duration.ofSeconds(1)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("any");
        assertThat(closed.between(Instant.EPOCH, at("2026-11-20T20:00"))).isZero();
    }

    @Test
    void timeAddedIsTheTimeThatPasses() {
        for (int run = 0; run < RUNS; run++) {
            var calendar = anyCalendar();
            var start = anyMoment();
            var time = anyTime();
            var end = calendar.plus(start, time);

            assertThat(calendar.between(start, end)).as("%s + %s", start, time).isEqualTo(time);
            assertThat(calendar.between(start, end.minusMillis(1))).as("earliest").isLessThan(time);
            assertThat(calendar.between(end, start)).isEqualTo(time.negated());
        }
    }

    @Test
    void addingInTwoStepsIsAddingAtOnce() {
        for (int run = 0; run < RUNS; run++) {
            var calendar = anyCalendar();
            var start = anyMoment();
            var first = anyTime();
            var second = anyTime();

            assertThat(calendar.plus(calendar.plus(start, first), second))
                    .isEqualTo(calendar.plus(start, first.plus(second)));
        }
    }

    @Test
    void partsOfATimeAddUpAndNoneIsLongerThanItsRealTime() {
        for (int run = 0; run < RUNS; run++) {
            var calendar = anyCalendar();
            var moments = new ArrayList<>(List.of(anyMoment(), anyMoment(), anyMoment()));
            moments.sort(null);
            var whole = calendar.between(moments.getFirst(), moments.getLast());

            assertThat(calendar.between(moments.get(0), moments.get(1))
                            .plus(calendar.between(moments.get(1), moments.get(2))))
                    .isEqualTo(whole);
            assertThat(whole)
                    .isBetween(Duration.ZERO, Duration.between(moments.getFirst(), moments.getLast()));
        }
    }

    @Test
    void openMeansThatTimePasses() {
        for (int run = 0; run < RUNS * 5; run++) {
            var calendar = anyCalendar();
            var moment = anyMoment();

            assertThat(calendar.between(moment, moment.plusMillis(1)).isPositive())
                    .as("%s %s", calendar, moment)
                    .isEqualTo(calendar.isOpen(moment));
        }
    }

    /// Looks at the clock on the wall every quarter of an hour, as a person would.
    @Test
    void countingQuartersOfAnHourByHandGivesTheSame() {
        for (int run = 0; run < RUNS / 8; run++) {
            var calendar = anyCalendar();
            var from = BEGIN.plusDays(random.nextInt(360)).atTime(12, 0).atZone(calendar.zone()).toInstant();
            var to = from.plus(Duration.ofDays(1 + random.nextInt(20)));
            var quarters = 0;
            for (var moment = from; moment.isBefore(to); moment = moment.plus(Duration.ofMinutes(15))) {
                quarters += isOpenOnTheWall(calendar, moment) ? 1 : 0;
            }

            assertThat(calendar.between(from, to)).as("%s %s %s", calendar, from, to)
                    .isEqualTo(Duration.ofMinutes(15L * quarters));
        }
    }

    private static boolean isOpenOnTheWall(ServiceCalendar calendar, Instant moment) {
        var wall = moment.atZone(calendar.zone()).toLocalDateTime();
        var minute = wall.getHour() * 60 + wall.getMinute();
        return hours(calendar, wall.toLocalDate()).stream()
                        .anyMatch(block -> block.fromMinute() <= minute && minute < block.untilMinute())
                || hours(calendar, wall.toLocalDate().minusDays(1)).stream()
                        .anyMatch(block -> minute + 1440 < block.untilMinute());
    }

    private static List<Block> hours(ServiceCalendar calendar, LocalDate day) {
        if (calendar.workdays().contains(day)) {
            return calendar.weekly().getOrDefault(DayOfWeek.MONDAY, List.of());
        }
        return calendar.holidays().contains(day)
                ? List.of()
                : calendar.weekly().getOrDefault(day.getDayOfWeek(), List.of());
    }

    private ServiceCalendar anyCalendar() {
        var weekly = new EnumMap<DayOfWeek, List<Block>>(DayOfWeek.class);
        for (var day : DayOfWeek.values()) {
            if (random.nextInt(4) > 0) {
                weekly.put(day, anyBlocks());
            }
        }
        weekly.putIfAbsent(DayOfWeek.WEDNESDAY, List.of(Block.of("09:00-17:00")));
        return new ServiceCalendar(
                "any", new Localised(Map.of("en", "Any")), ZoneId.of(ZONES.get(random.nextInt(ZONES.size()))),
                weekly, anyDays(), anyDays());
    }

    /// Borders keep off the hours at which clocks are put forward or back, so that a wall clock is unambiguous; the
    /// blocks themselves may lie across them.
    private List<Block> anyBlocks() {
        var blocks = new ArrayList<Block>();
        var minute = random.nextInt(3) == 0 ? 0 : 240 + 15 * random.nextInt(40);
        while (minute < 1440 && blocks.size() < 3) {
            var until = Math.max(minute + 15 * (1 + random.nextInt(30)), 255);
            if (until > 1440 && until < 1440 + 255) {
                until = random.nextBoolean() ? 1440 + 300 : 1425;
            }
            if (until <= minute) {
                break;
            }
            blocks.add(new Block(minute, Math.min(until, minute + 1440)));
            minute = until + 15 * random.nextInt(12);
        }
        return blocks;
    }

    private Set<LocalDate> anyDays() {
        var days = new HashSet<LocalDate>();
        for (int i = random.nextInt(40); i > 0; i--) {
            days.add(BEGIN.plusDays(random.nextInt(400)));
        }
        return days;
    }

    private Instant anyMoment() {
        return Instant.parse("2026-01-01T00:00:00Z").plusMillis(random.nextLong(Duration.ofDays(390).toMillis()));
    }

    private Duration anyTime() {
        return Duration.ofMillis(1 + random.nextLong(Duration.ofHours(1L << random.nextInt(8)).toMillis()));
    }

    private static ServiceCalendar calendar(
            String zone, Map<DayOfWeek, List<Block>> weekly, Map<DayOfWeek, List<Block>> more) {
        var all = new EnumMap<DayOfWeek, List<Block>>(DayOfWeek.class);
        all.putAll(weekly);
        all.putAll(more);
        return new ServiceCalendar("any", new Localised(Map.of("en", "Any")), ZoneId.of(zone), all, Set.of(), Set.of());
    }

    private static Map<DayOfWeek, List<Block>> weekdays(String... blocks) {
        var hours = List.of(blocks).stream().map(Block::of).toList();
        var weekly = new EnumMap<DayOfWeek, List<Block>>(DayOfWeek.class);
        for (var day : DayOfWeek.values()) {
            if (day.getValue() <= 5) {
                weekly.put(day, hours);
            }
        }
        return weekly;
    }

    private static Duration length(ServiceCalendar calendar, LocalDate day) {
        return calendar.between(
                day.atStartOfDay(calendar.zone()).toInstant(),
                day.plusDays(1).atStartOfDay(calendar.zone()).toInstant());
    }

    private static Instant at(String shanghai) {
        return LocalDateTime.parse(shanghai).atZone(SHANGHAI).toInstant();
    }
}
