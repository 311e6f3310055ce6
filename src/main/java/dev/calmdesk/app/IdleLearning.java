package dev.calmdesk.app;

import dev.calmdesk.base.Changes;
import dev.calmdesk.complaint.Learning;
import dev.calmdesk.fx.Background;
import java.time.Duration;

/// Lets a store learn from its closed cases while nobody waits for anything: some time after the start, and again when
/// more was closed.
final class IdleLearning implements AutoCloseable {

    private static final Duration PERIOD = Duration.ofSeconds(15);

    private final Learning learning;
    private final Background background;
    private final Changes.Subscription ticks;

    IdleLearning(Learning learning, Background background) {
        this.learning = learning;
        this.background = background;
        this.ticks = background.repeat(PERIOD, this::look);
    }

    private void look() {
        if (learning.isDue() && background.isIdle()) {
            background.run("learn from closed cases", learning::learn);
        }
    }

    /// Gives up what is being learned, so that nobody has to wait for it.
    @Override
    public void close() {
        ticks.close();
        learning.close();
    }
}
