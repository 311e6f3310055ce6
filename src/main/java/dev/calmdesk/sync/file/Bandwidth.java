package dev.calmdesk.sync.file;

import dev.calmdesk.sync.wire.FilePart;
import java.time.Duration;
import java.util.function.LongSupplier;

/// How fast files may travel, so that calls and entries keep the rest of the line: a token bucket that holds one second.
public final class Bandwidth {

    private static final long SECOND = Duration.ofSeconds(1).toNanos();
    private static final int SMALLEST_PART = 16 * 1024;

    private volatile long bytesPerSecond;
    private final LongSupplier nanos;
    private long paidUntil;

    /// @param bytesPerSecond nothing or less means no limit
    /// @param nanos a clock that only goes forward, such as [System#nanoTime()]
    public Bandwidth(long bytesPerSecond, LongSupplier nanos) {
        this.bytesPerSecond = bytesPerSecond;
        this.nanos = nanos;
        this.paidUntil = nanos.getAsLong() - SECOND;
    }

    /// Holds from the next part on. May be called from any thread.
    ///
    /// @param bytesPerSecond nothing or less means no limit
    public void use(long bytesPerSecond) {
        this.bytesPerSecond = bytesPerSecond;
    }

    /// How many bytes to move at once: about a second's worth, so that nobody waits long for the end of a part.
    public int part() {
        var allowed = bytesPerSecond;
        return allowed <= 0 ? FilePart.MOST : (int) Math.clamp(allowed, SMALLEST_PART, FilePart.MOST);
    }

    /// Counts what was moved.
    public void moved(long bytes) {
        var allowed = bytesPerSecond;
        if (allowed > 0) {
            var earliest = nanos.getAsLong() - SECOND;
            paidUntil = (paidUntil - earliest < 0 ? earliest : paidUntil) + bytes * SECOND / allowed;
        }
    }

    /// How long nothing more may be moved.
    public Duration pause() {
        return bytesPerSecond <= 0
                ? Duration.ZERO
                : Duration.ofNanos(Math.max(0, paidUntil - nanos.getAsLong()));
    }
}
