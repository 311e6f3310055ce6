package dev.calmdesk.sync.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.calmdesk.sync.wire.FilePart;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class BandwidthTest {

    private static final int RATE = 100_000;

    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 5); // such clocks may overflow
    private final Bandwidth bandwidth = new Bandwidth(RATE, nanos::get);

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    @Test
    void aSecondsWorthGoesAtOnceAndWhatIsMoreWaits() {
        bandwidth.moved(RATE);
        assertThat(bandwidth.pause()).isZero();

        bandwidth.moved(RATE / 2);
        assertThat(bandwidth.pause()).isEqualTo(Duration.ofMillis(500));
        pass(Duration.ofMillis(200));
        assertThat(bandwidth.pause()).isEqualTo(Duration.ofMillis(300));
        pass(Duration.ofMillis(300));
        assertThat(bandwidth.pause()).isZero();
    }

    @Test
    void whatWasNotUsedForAnHourIsNotSavedUp() {
        pass(Duration.ofHours(1));
        bandwidth.moved(3 * RATE);

        assertThat(bandwidth.pause()).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void whoeverWaitsAsToldNeverMovesFasterThanAllowed() {
        var moved = 0L;
        var begun = nanos.get();
        for (var i = 0; i < 200; i++) {
            bandwidth.moved(bandwidth.part());
            moved += bandwidth.part();
            pass(bandwidth.pause());
        }
        var seconds = (nanos.get() - begun) / 1e9;
        assertThat(moved / (seconds + 1)).isLessThanOrEqualTo(RATE * 1.001);
    }

    @Test
    void partsAreAboutASecondsWorth() {
        assertThat(bandwidth.part()).isEqualTo(RATE);
        assertThat(new Bandwidth(1, nanos::get).part()).isEqualTo(16 * 1024);
        assertThat(new Bandwidth(1L << 40, nanos::get).part()).isEqualTo(FilePart.MOST);
    }

    @Test
    void noLimitMeansNoPause() {
        var free = new Bandwidth(0, nanos::get);
        free.moved(Long.MAX_VALUE);

        assertThat(free.pause()).isZero();
        assertThat(free.part()).isEqualTo(FilePart.MOST);
    }
}
