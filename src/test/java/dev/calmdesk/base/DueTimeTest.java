package dev.calmdesk.base;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// It is Sunday 22 November 2026, 14:00 in Shanghai.
class DueTimeTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Instant NOW = Instant.parse("2026-11-22T06:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "15:30, 2026-11-22T15:30",
        "09:00, 2026-11-23T09:00",
        "15点, 2026-11-22T15:00",
        "今天18:00, 2026-11-22T18:00",
        "明天 10:00, 2026-11-23T10:00",
        "后天下午3点, 2026-11-24T15:00",
        "大后天 9:30, 2026-11-25T09:30",
        "下午3点半, 2026-11-22T15:30",
        "晚上8点, 2026-11-22T20:00",
        "晚上 20:30, 2026-11-22T20:30",
        "明天中午11点半, 2026-11-23T11:30",
        "明天中午12点, 2026-11-23T12:00",
        "明天中午1点, 2026-11-23T13:00",
        "明天, 2026-11-23T18:00",
        "周五 9:30, 2026-11-27T09:30",
        "週三下午2點, 2026-11-25T14:00",
        "周日 9:30, 2026-11-29T09:30",
        "11-25 15:00, 2026-11-25T15:00",
        "11月25日15点, 2026-11-25T15:00",
        "１１／２５　１５：００, 2026-11-25T15:00",
        "1-5 10:00, 2027-01-05T10:00",
        "2027-02-03, 2027-02-03T18:00",
        "+30, 2026-11-22T14:30",
        "+2h, 2026-11-22T16:00",
        "30分钟, 2026-11-22T14:30",
        "2小时后, 2026-11-22T16:00",
        "3天, 2026-11-25T14:00",
        "tomorrow 10:00, 2026-11-23T10:00",
        "Fri 3 pm, 2026-11-27T15:00",
        "12 am, 2026-11-23T00:00",
        "3 days later, 2026-11-25T14:00"
    })
    void readsWhatPeopleType(String typed, String expected) {
        assertThat(DueTime.read(typed, NOW, ZONE)).isEqualTo(instant(expected));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "30", "15:", "25:00", "13-45 10:00", "尽快", "下午三点", "明天早", "晚上12点", "明天晚上1点", "as soon as possible"})
    void saysNothingWhereNoTimeIsNamed(String typed) {
        assertThat(DueTime.read(typed, NOW, ZONE)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-22T15:30", "2027-01-01T00:00"})
    void readsWhatItShows(String local) {
        var due = instant(local).orElseThrow();

        assertThat(DueTime.read(DueTime.show(due, ZONE), NOW, ZONE)).contains(due);
    }

    @Test
    void readsWhatItShowsToTheMinuteForAnyTime() {
        var random = new Random(5);
        for (var i = 0; i < 2000; i++) {
            var due = NOW.plus(random.nextLong(5_000_000), ChronoUnit.MINUTES);
            var now = NOW.plus(random.nextLong(5_000_000), ChronoUnit.SECONDS);

            assertThat(DueTime.read(DueTime.show(due, ZONE), now, ZONE)).contains(due);
        }
    }

    /// A time without a day, and a span from now, are what a person promises: never over already.
    @Test
    void aTimeWithoutADayAndASpanFromNowLieAhead() {
        var random = new Random(6);
        for (var i = 0; i < 2000; i++) {
            var now = NOW.plus(random.nextLong(5_000_000), ChronoUnit.SECONDS);
            var time = "%d:%02d".formatted(random.nextInt(24), random.nextInt(60));
            var span = "+%d%s".formatted(1 + random.nextInt(99), List.of("", "m", "h", "天", "周").get(random.nextInt(5)));

            assertThat(DueTime.read(time, now, ZONE).orElseThrow()).isAfter(now);
            assertThat(DueTime.read(span, now, ZONE).orElseThrow()).isAfter(now);
        }
    }

    private static Optional<Instant> instant(@Nullable String local) {
        return Optional.ofNullable(local).map(text -> LocalDateTime.parse(text).atZone(ZONE).toInstant());
    }
}
