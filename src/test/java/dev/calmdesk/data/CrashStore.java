package dev.calmdesk.data;

import dev.calmdesk.base.Ids;
import dev.calmdesk.base.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Objects;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/// A desk's store of which the process can be killed or the power be cut at any write; then what that left is opened
/// again. For one thread.
public final class CrashStore implements AutoCloseable {

    private static final String CRASHING = WholeChunks.PREFIX + CrashDisk.PREFIX;
    private static final Engine SAFE = new Engine(Engine.DURABLE.urlOptions(), true, CRASHING);
    private static final Engine UNFORCED = new Engine(Engine.DURABLE.urlOptions(), false, CRASHING);

    private static final Duration TEN_YEARS = Duration.ofDays(3653);

    private final Path folder;
    private final Engine engine;
    private final InstantSource clock;
    private final Ids ids;

    private int lives;
    private StoreFiles files;
    private CrashDisk disk;
    private @Nullable Database database;
    private long endAt = Long.MAX_VALUE;
    private End end = End.KILLED;
    private SplittableRandom random = new SplittableRandom(0);
    private boolean hasEnded;

    /// How it ends.
    public enum End {
        /// The process is killed; what it wrote is there.
        KILLED,
        /// The power is cut; nothing is there that was not forced.
        POWER_CUT,
        /// The power is cut; of what was not forced, all up to a random moment is there.
        POWER_CUT_TAIL,
        /// The power is cut; of what was not forced, random sectors are there.
        POWER_CUT_SECTORS
    }

    /// @param folder empty, for the files
    /// @param original a store that is closed, to begin with
    /// @param isForced whether writes are forced to the disk, as the product does it
    public CrashStore(Path folder, Path original, boolean isForced, InstantSource clock, Ids ids) {
        this.folder = folder;
        this.engine = isForced ? SAFE : UNFORCED;
        this.clock = clock;
        this.ids = ids;
        files = nextLife();
        var source = new StoreFiles(original);
        try {
            Files.copy(source.databaseFile(), files.databaseFile());
            Files.copy(source.sentinel(), files.sentinel());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        database = open(Long.MAX_VALUE);
    }

    /// Makes a closed store ten years old. H2 notes in each chunk how many milliseconds old the store is; in one that is
    /// years old they take as many bytes all the time, so no byte of a run moves because the machine is slow.
    ///
    /// @param original folder of the store
    public static void age(Path original) {
        var file = new StoreFiles(original).databaseFile();
        try {
            var bytes = Files.readAllBytes(file);
            for (var at = 0; at <= Salvage.BLOCK; at += Salvage.BLOCK) {
                var head = ChunkText.parseChecked(bytes, at, at + Salvage.BLOCK, "H").orElseThrow();
                var values = new LinkedHashMap<>(head.values());
                values.put("created", Long.toHexString(head.number("created") - TEN_YEARS.toMillis()));
                var older = new ChunkText(values).checked();
                System.arraycopy(older, 0, bytes, at, older.length);
            }
            Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Database database() {
        return Objects.requireNonNull(database);
    }

    /// @param operations how many writes, truncations and forces from now
    public void endAfter(int operations, End how, SplittableRandom chance) {
        endAt = disk.operations() + operations;
        end = how;
        random = chance;
    }

    /// It does not end any more.
    public void live() {
        endAt = Long.MAX_VALUE;
    }

    /// Whether nothing works any more.
    public boolean hasEnded() {
        return hasEnded;
    }

    /// Ends at once if it did not end yet, and opens what is left.
    ///
    /// @param operationsWhileOpening it ends once more after as many, if opening takes them; 0 for never
    public void startAgain(int operationsWhileOpening) {
        if (!hasEnded) {
            endNow();
        }
        leaveLife();
        database = open(operationsWhileOpening == 0 ? Long.MAX_VALUE : operationsWhileOpening);
        if (hasEnded) {
            leaveLife();
            database = open(Long.MAX_VALUE);
        }
    }

    /// What lies on the disk.
    public record Copy(byte[] database, byte[] sentinel) {}

    /// A copy of the folder, as a disk image holds it.
    public Copy copy() {
        try {
            return new Copy(Files.readAllBytes(files.databaseFile()), Files.readAllBytes(files.sentinel()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Ends, and goes on from an older copy of the folder.
    public void goBack(Copy copy) {
        if (!hasEnded) {
            endNow();
        }
        var next = new StoreFiles(folder.resolve("life" + lives));
        try {
            Files.write(next.databaseFile(), copy.database());
            Files.write(next.sentinel(), copy.sentinel());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        startAgain(0);
    }

    private void leaveLife() {
        var left = files;
        if (database != null) {
            database.close();
        }
        CrashDisk.forget(left.databaseFile());
        files = new StoreFiles(folder.resolve("life" + lives));
        delete(left.folder());
    }

    private StoreFiles nextLife() {
        lives++;
        var next = new StoreFiles(folder.resolve("life" + lives));
        try {
            Files.createDirectories(next.folder());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return next;
    }

    private @Nullable Database open(long operations) {
        hasEnded = false;
        endAt = operations;
        disk = CrashDisk.below(files.databaseFile(), this::endIfDue);
        try {
            var opened = Database.open(files, engine, clock, ids);
            endAt = Long.MAX_VALUE;
            return opened;
        } catch (Problem e) {
            if (!hasEnded) {
                throw new AssertionError("A store does not open after " + end, e);
            }
            return null;
        }
    }

    private void endIfDue() {
        if (!hasEnded && disk.operations() >= endAt) {
            endNow();
        }
    }

    private void endNow() {
        hasEnded = true;
        var next = nextLife();
        try {
            Files.copy(files.sentinel(), next.sentinel());
            Files.write(next.databaseFile(), left());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        disk.turnOff();
    }

    private byte[] left() throws IOException {
        return switch (end) {
            case KILLED -> Files.readAllBytes(files.databaseFile());
            case POWER_CUT -> disk.image(CrashDisk.Loss.EVERYTHING_UNFORCED, random);
            case POWER_CUT_TAIL -> disk.image(CrashDisk.Loss.TAIL, random);
            case POWER_CUT_SECTORS -> disk.image(CrashDisk.Loss.RANDOM_SECTORS, random);
        };
    }

    private static void delete(Path folder) {
        try (var found = Files.walk(folder)) {
            for (var file : found.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        if (!hasEnded) {
            endNow(); // what is thrown away need not be closed in good order
        }
        database().close();
        CrashDisk.forget(files.databaseFile());
        delete(folder);
    }
}
