package dev.calmdesk.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.calmdesk.clock.TimeLimit.Basis;
import dev.calmdesk.workplace.Localised;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TimeLimitTest {

    private static final TimeLimit ANY = limit(null, null);
    private static final TimeLimit BY_EMAIL = limit("EMAIL", null);
    private static final TimeLimit URGENT = limit(null, "URGENT");
    private static final TimeLimit URGENT_BY_EMAIL = limit("EMAIL", "URGENT");

    @Test
    void theMostSpecificLimitCountsWhateverTheirOrder() {
        var limits = new ArrayList<>(List.of(ANY, BY_EMAIL, URGENT, URGENT_BY_EMAIL));
        var random = new Random(1);
        for (int i = 0; i < 24; i++) {
            Collections.shuffle(limits, random);
            assertThat(chosen(limits, "EMAIL", "URGENT")).isEqualTo(URGENT_BY_EMAIL);
            assertThat(chosen(limits, "EMAIL", "NORMAL")).isEqualTo(BY_EMAIL);
            assertThat(chosen(limits, "PHONE", "URGENT")).isEqualTo(URGENT);
            assertThat(chosen(limits, "PHONE", "NORMAL")).isEqualTo(ANY);
            assertThat(chosen(limits, null, null)).isEqualTo(ANY);
        }
        assertThat(chosen(List.of(ANY, BY_EMAIL, URGENT), "EMAIL", "URGENT")).isEqualTo(URGENT);
    }

    @Test
    void aLimitThatDoesNotHoldHereIsNotChosen() {
        assertThat(TimeLimit.mostSpecific(List.of(BY_EMAIL, URGENT), "reply", "PHONE", "NORMAL")).isEmpty();
        assertThat(TimeLimit.mostSpecific(List.of(BY_EMAIL), "reply", null, null)).isEmpty();
        assertThat(TimeLimit.mostSpecific(List.of(ANY), "another", null, null)).isEmpty();
    }

    @Test
    void aLimitWithoutUsableTimeIsRefused() {
        assertThatThrownBy(() -> limit(Duration.ZERO, 0.8)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> limit(Duration.ofHours(1), 1.1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> limit(Duration.ofHours(1), Double.NaN)).isInstanceOf(IllegalArgumentException.class);
        assertThat(limit(Duration.ofHours(1), 0.8).warning()).isEqualTo(Duration.ofMinutes(48));
    }

    private static @Nullable TimeLimit chosen(
            List<TimeLimit> limits, @Nullable String channel, @Nullable String priority) {
        return TimeLimit.mostSpecific(limits, "reply", channel, priority).orElse(null);
    }

    private static TimeLimit limit(@Nullable String channel, @Nullable String priority) {
        return new TimeLimit("reply", new Localised(Map.of("en", "Reply")), channel, priority, Duration.ofHours(1),
                Basis.WALL, 0.8);
    }

    private static TimeLimit limit(Duration duration, double warnAt) {
        return new TimeLimit("reply", new Localised(Map.of("en", "Reply")), null, null, duration, Basis.WALL, warnAt);
    }
}
