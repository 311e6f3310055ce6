package dev.calmdesk.sync;

import dev.calmdesk.base.Ids;
import java.time.InstantSource;
import java.util.SplittableRandom;
import java.util.UUID;

/// Ids like those of the product (UUIDv7 by the desk's clock), of which a seed decides the rest.
final class SeededIds implements Ids {

    private final InstantSource clock;
    private SplittableRandom random;

    SeededIds(InstantSource clock, long seed) {
        this.clock = clock;
        this.random = new SplittableRandom(seed);
    }

    void restart(SplittableRandom chance) {
        random = chance;
    }

    @Override
    public UUID next() {
        return new UUID(clock.millis() << 16 | 0x7000 | random.nextInt(1 << 12), Long.MIN_VALUE | random.nextLong() >>> 2);
    }
}
