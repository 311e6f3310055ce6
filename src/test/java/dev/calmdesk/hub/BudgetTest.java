package dev.calmdesk.hub;

import static org.assertj.core.api.Assertions.assertThat;

import dev.calmdesk.support.ManualClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class BudgetTest {

    private final ManualClock clock = new ManualClock("2026-11-22T02:00:00Z");
    private final Budget budget = new Budget(3, Duration.ofSeconds(2), clock);

    @Test
    void whoAsksTooOftenIsToldHowLongToWaitAndOthersAreNot() {
        for (var i = 0; i < 3; i++) {
            assertThat(budget.take("A")).isEmpty();
        }
        assertThat(budget.take("A")).contains(Duration.ofSeconds(2));
        assertThat(budget.take("A")).as("asking costs nothing").contains(Duration.ofSeconds(2));
        assertThat(budget.take("B")).isEmpty();

        clock.advance(Duration.ofMillis(1_500));
        assertThat(budget.take("A")).contains(Duration.ofMillis(500));
        clock.advance(Duration.ofMillis(500));
        assertThat(budget.take("A")).isEmpty();
        assertThat(budget.take("A")).isPresent();

        clock.advance(Duration.ofHours(1));
        for (var i = 0; i < 3; i++) {
            assertThat(budget.take("A")).as("no more than the stock").isEmpty();
        }
        assertThat(budget.take("A")).isPresent();
    }
}
