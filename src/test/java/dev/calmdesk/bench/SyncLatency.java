package dev.calmdesk.bench;

import java.nio.file.Path;

/// From the moment at which a note is durable on one desk to the moment at which it is durable and told on another, both
/// with their streams open. The hub and both stores are on this machine.
final class SyncLatency {

    private static final int WARM_UP = 100;
    private static final int NOTES = 300;

    private final Path folder;

    SyncLatency(Path folder) {
        this.folder = folder;
    }

    void run() throws Exception {
        var latency = new Samples();
        try (var bench = new SyncBench()) {
            var lin = bench.desk(folder.resolve("lin"), 0);
            var chen = bench.desk(folder.resolve("chen"), 0);
            lin.loop().start();
            chen.loop().start();
            lin.awaitOnline();
            chen.awaitOnline();
            for (var i = 0; i < WARM_UP + NOTES; i++) {
                var note = lin.note();
                var begin = System.nanoTime();
                chen.await(() -> chen.has(note));
                if (i >= WARM_UP) {
                    latency.addNanos(System.nanoTime() - begin);
                }
            }
        }
        Table.heading("Sync: one note from desk to desk, streams open");
        Table.row("durable here to told there", latency);
        Table.line("  %-34s %.2f ms (target 50)", "p50", latency.median());
    }
}
