package dev.calmdesk.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PaceTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final Pace pace = new Pace(new SplittableRandom(7));

    @Test
    void aSilentHubIsAskedLessAndLessButAtLeastEveryMinute() {
        for (var span : new int[] {1, 2, 4, 8, 16, 32, 60, 60, 60}) {
            assertThat(pace.afterSilence()).isBetween(Duration.ofMillis(span * 500L), Duration.ofSeconds(span));
        }
    }

    @Test
    void anAnswerBeginsAnew() {
        IntStream.range(0, 20).forEach(silence -> pace.afterSilence());
        pace.afterSuccess(false);
        assertThat(pace.afterSilence()).isLessThanOrEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void aStreamThatNeverHoldsIsNotOpenedAllTheTime() {
        for (var end = 0; end < 10; end++) {
            pace.afterStreamEnd();
            pace.afterSuccess(false);
        }
        assertThat(pace.afterStreamEnd()).isGreaterThanOrEqualTo(MINUTE.dividedBy(2));
        pace.afterSuccess(true);
        assertThat(pace.afterStreamEnd()).isLessThanOrEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void desksThatLostTheirHubTogetherComeBackOneByOne() {
        var pauses = IntStream.range(0, 100)
                .mapToObj(desk -> {
                    var own = new Pace(new SplittableRandom(desk));
                    IntStream.range(0, 8).forEach(silence -> own.afterSilence());
                    return own.afterSilence();
                })
                .distinct();
        assertThat(pauses.count()).isGreaterThan(90);
    }
}
