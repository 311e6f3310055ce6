package dev.calmdesk.cases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.calmdesk.base.Texts;
import dev.calmdesk.support.ManualClock;
import dev.calmdesk.support.Office;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeadlineTest {

    private static final Instant START = Instant.parse("2026-11-22T06:00:00Z");
    private final ManualClock clock = new ManualClock("2026-11-22T06:00:00Z");

    private static Deadline lasting(long minutes) {
        var length = Duration.ofMinutes(minutes);
        return new Deadline(START, START.plus(length.multipliedBy(4).dividedBy(5)), START.plus(length));
    }

    @ParameterizedTest
    @CsvSource({"0, GOOD", "79, GOOD", "80, WAITING", "89, WAITING", "90, GRAVE", "99, GRAVE", "100, GRAVE", "500, GRAVE"})
    void itTurnsAmberWhenItWarnsAndRedForItsLastMinutes(long passed, Tone tone) {
        assertThat(lasting(100).tone(START.plus(Duration.ofMinutes(passed)))).isEqualTo(tone);
    }

    @Test
    void aLongOneWarnsInItsLastMinutesAtTheLatestAndAShortOneOnlyWhenItsLimitSays() {
        assertThat(lasting(30).tone(START.plus(Duration.ofMinutes(21)))).isEqualTo(Tone.WAITING);
        assertThat(lasting(15).tone(START.plus(Duration.ofMinutes(7)))).isEqualTo(Tone.GOOD);
    }

    @Test
    void theShareUsedGrowsFromNothingToAllAndStays() {
        var before = -1.0;
        for (var minute = -10; minute < 130; minute++) {
            var used = lasting(100).used(START.plus(Duration.ofMinutes(minute)));
            assertThat(used).isBetween(0.0, 1.0).isGreaterThanOrEqualTo(before);
            before = used;
        }
        assertThat(lasting(0).used(START)).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "6, 6 分, 6分", "59, 59 分, 59分", "60, 1 时, 1时", "2879, 47 时, 47时", "2880, 2 天, 2天", "-5, 超时 5 分, 超5分",
        "-125, 超时 2 时, 超2时"
    })
    void whatIsLeftIsSaidInTheLargestFittingUnit(long minutes, String text, String brief) {
        var when = new When(new Texts(Locale.SIMPLIFIED_CHINESE), Office.ZONE, clock);
        var due = START.plus(Duration.ofMinutes(minutes));

        assertThat(when.left(due)).isEqualTo(text);
        assertThat(when.leftShort(due)).isEqualTo(brief);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-22T06:21:00Z, 今天 14:21, Today 14:21", "2026-11-21T06:21:00Z, 昨天 14:21, Yesterday 14:21",
        "2026-11-22T16:00:00Z, 明天 00:00, Tomorrow 00:00", "2026-11-19T02:05:00Z, 11-19 10:05, 19 Nov 10:05",
        "2025-11-19T02:05:00Z, 2025-11-19 10:05, 19 Nov 2025 10:05"
    })
    void timesAreSaidAsInTheCompanysZone(Instant at, String chinese, String english) {
        assertThat(new When(new Texts(Locale.SIMPLIFIED_CHINESE), Office.ZONE, clock).at(at)).isEqualTo(chinese);
        assertThat(new When(new Texts(Locale.ENGLISH), Office.ZONE, clock).at(at)).isEqualTo(english);
    }
}
