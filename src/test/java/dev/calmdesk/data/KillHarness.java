package dev.calmdesk.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;

/// Lets real child processes work on a store, kills them at random moments, and compares what they were told to be saved
/// with what the store holds.
///
/// Each store lives through several kills; its first child is killed while it makes the store, and so is now and then
/// one while it opens it.
final class KillHarness {

    private static final int KILLS_PER_STORE = 10;
    private static final int WARM_LINES = 8;

    private final Path folder;
    private final String engine;
    private final long seed;
    private final Tally tally;

    /// @param engine `durable`, or `default` for H2 as it comes
    KillHarness(Path folder, String engine, long seed) {
        this.folder = folder;
        this.engine = engine;
        this.seed = seed;
        this.tally = new Tally("kill -9 (" + engine + ", seed " + seed + ")");
    }

    /// Two stores at a time, so that a child starts while another store is looked at.
    Tally kill(int times) throws InterruptedException {
        var left = new AtomicInteger(times);
        var lanes = new Thread[2];
        for (var lane = 0; lane < lanes.length; lane++) {
            var random = new SplittableRandom(seed + lane);
            var prefix = "lane" + lane + "-";
            lanes[lane] = Thread.ofPlatform().start(() -> {
                for (var store = 0; left.get() > 0; store++) {
                    wearOut(folder.resolve(prefix + store), random, left);
                }
            });
        }
        for (var lane : lanes) {
            lane.join();
        }
        return tally;
    }

    private void wearOut(Path store, SplittableRandom random, AtomicInteger left) {
        var acknowledged = new Acknowledged();
        for (var round = 0; round < KILLS_PER_STORE && left.getAndDecrement() > 0; round++) {
            var before = acknowledged.count();
            try {
                run(store, 1 + round * 1_000_000L, round % 5 == 0, random, acknowledged);
            } catch (IOException | InterruptedException | RuntimeException e) {
                acknowledged.add("error harness " + e);
            }
            var verdict = Verdict.on(store, acknowledged);
            tally.add(acknowledged.count() - before, verdict);
            if (!verdict.isClean()) {
                return; // what is lost once would be counted again
            }
        }
        delete(store);
    }

    private void run(Path store, long start, boolean whileOpening, SplittableRandom random, Acknowledged acknowledged)
            throws IOException, InterruptedException {
        var child = ChildDesk.start(store, engine, start);
        if (whileOpening) {
            child.pass(random.nextInt(200, 2000));
        } else {
            child.awaitLines(WARM_LINES); // the first calls load classes; a kill is worth more among the later ones
            child.pass(random.nextInt(30, 931));
        }
        if (!child.isAlive()) {
            acknowledged.add("error child ended by itself");
        }
        child.kill();
        child.lines().forEach(acknowledged::add);
    }

    private static void delete(Path store) {
        try (var files = Files.walk(store)) {
            files.sorted(java.util.Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            // left to the temporary folder
        }
    }
}
