package dev.calmdesk.data;

import dev.calmdesk.base.Ids;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;

/// Lets a desk work on a [CrashDisk] and keeps images of what power cuts at random moments would have left, with the
/// sentinel of that moment; then opens each image as the product does and compares.
final class PowerCuts {

    private static final int IMAGES_PER_STORE = 10;
    private static final int IMAGES_WHILE_CLOSING = 2;
    private static final int LONGEST_GAP = 60;
    private static final int LONGEST_GAP_WHILE_CLOSING = 4;
    private static final int PATIENCE_SECONDS = 60;

    private final Path folder;
    private final Engine engine;
    private final SplittableRandom random;
    private final Tally tally;
    private final List<Image> images = new ArrayList<>();

    private StoreFiles store;
    private CrashDisk disk;
    private Acknowledged acknowledged;
    private int wanted;
    private long nextCut;
    private int longestGap;

    private record Image(Path folder, Acknowledged acknowledged) {}

    /// @param engine whose file system ends in `crash:`
    PowerCuts(Path folder, Engine engine, long seed) {
        this.folder = folder;
        this.engine = engine;
        this.random = new SplittableRandom(seed);
        this.tally = new Tally("power cut (" + engine + ", seed " + seed + ")");
    }

    Tally cut(int times) throws InterruptedException {
        for (var taken = 0; taken < times; taken += IMAGES_PER_STORE) {
            work(taken, Math.min(IMAGES_PER_STORE, times - taken));
            for (var image : images) {
                tally.add(image.acknowledged().count(), Verdict.on(image.folder(), image.acknowledged()));
            }
            images.clear();
        }
        return tally;
    }

    private void work(int number, int times) throws InterruptedException {
        store = new StoreFiles(folder.resolve("store" + number));
        acknowledged = new Acknowledged();
        wanted = times;
        longestGap = engine.syncsEveryWrite() ? LONGEST_GAP : 1; // H2's default hardly ever writes
        nextCut = Long.MAX_VALUE;
        makeWithHistory();
        disk = CrashDisk.below(store.databaseFile(), this::cutIfDue);
        var clock = Clock.systemUTC();
        try (var database = Database.open(store, engine, clock, Ids.timeOrdered(clock))) {
            var desk = new WorkingDesk(database, 1_000_000, acknowledged::add);
            scheduleNext();
            wanted = Math.max(1, times - IMAGES_WHILE_CLOSING);
            var threads = desk.startAll();
            for (var waited = 0; images().size() < wanted && waited < PATIENCE_SECONDS * 100; waited++) {
                threads.getFirst().join(10);
            }
            desk.end();
            for (var thread : threads) {
                thread.join(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
            }
            wanted = times;
            longestGap = LONGEST_GAP_WHILE_CLOSING;
            scheduleNext();
        } finally {
            CrashDisk.forget(store.databaseFile());
        }
    }

    /// A store with a past has free places in its file, into which H2 writes instead of appending.
    private void makeWithHistory() throws InterruptedException {
        var clock = Clock.systemUTC();
        try (var database = Database.open(store, clock, Ids.timeOrdered(clock))) {
            var desk = new WorkingDesk(database, 1, acknowledged::add);
            var threads = desk.startAll();
            threads.getFirst().join(400);
            desk.end();
            for (var thread : threads) {
                thread.join();
            }
        }
    }

    private synchronized List<Image> images() {
        return images;
    }

    private void scheduleNext() {
        nextCut = disk.operations() + 1 + random.nextInt(longestGap);
    }

    private synchronized void cutIfDue() {
        if (disk == null || disk.operations() < nextCut || images.size() >= wanted) {
            return;
        }
        scheduleNext();
        var loss = CrashDisk.Loss.values()[images.size() % CrashDisk.Loss.values().length];
        var image = new StoreFiles(folder.resolve(store.folder().getFileName() + "-image" + images.size()));
        try {
            var known = acknowledged.copy(); // first: what is acknowledged now must be in the image
            Files.createDirectories(image.folder());
            Files.copy(store.sentinel(), image.sentinel());
            Files.write(image.databaseFile(), disk.image(loss, random));
            images.add(new Image(image.folder(), known));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
