package dev.calmdesk.data;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import org.h2.store.fs.FileBaseDefault;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

/// A disk that can be asked at any moment what a power cut would leave of one file. Everything up to the last force is
/// there; of what was written since, a real disk keeps what it likes.
///
/// H2 reaches it as file system `crash:`; it passes everything on to the real file and remembers what was not forced.
final class CrashDisk {

    static final String PREFIX = "crash:";

    private static final int SECTOR = 512;
    private static final Map<String, CrashDisk> DISKS = new ConcurrentHashMap<>();

    /// What is lost of that which was not forced.
    enum Loss {
        /// All of it.
        EVERYTHING_UNFORCED,
        /// Everything after a random moment.
        TAIL,
        /// Any sectors of any write, in any order.
        RANDOM_SECTORS
    }

    private sealed interface Change {}

    private record Written(long position, byte[] bytes) implements Change {}

    private record Truncated(long size) implements Change {}

    private final List<Change> unforced = new ArrayList<>();
    private byte[] forced = new byte[0];
    private int forcedSize;
    private long operations;
    private volatile boolean isOff;
    private Runnable beforeOperation = () -> {};

    private CrashDisk() {}

    /// The disk below a file that is about to be opened as `crash:`.
    ///
    /// @param beforeOperation runs before each write, truncation and force, in the thread that asked for it
    static CrashDisk below(Path databaseFile, Runnable beforeOperation) {
        FilePath.register(new CrashPath());
        var disk = new CrashDisk();
        disk.beforeOperation = beforeOperation;
        DISKS.put(databaseFile.toAbsolutePath().toString(), disk);
        return disk;
    }

    static void forget(Path databaseFile) {
        DISKS.remove(databaseFile.toAbsolutePath().toString());
    }

    private synchronized void opened(FileChannel file) throws IOException {
        forcedSize = (int) file.size();
        forced = new byte[Math.max(forcedSize * 2, 1 << 20)];
        file.read(ByteBuffer.wrap(forced, 0, forcedSize), 0);
        unforced.clear();
    }

    private synchronized void wrote(long position, byte[] bytes) {
        unforced.add(new Written(position, bytes));
    }

    private synchronized void truncated(long size) {
        unforced.add(new Truncated(size));
    }

    private synchronized void force() {
        for (var change : unforced) {
            forced = apply(change, forced);
            forcedSize = sizeAfter(change, forcedSize);
        }
        unforced.clear();
    }

    /// How many writes, truncations and forces there were.
    synchronized long operations() {
        return operations;
    }

    synchronized int unforcedChanges() {
        return unforced.size();
    }

    /// From now on nothing reaches this disk any more.
    void turnOff() {
        isOff = true;
    }

    private void aboutToChange() throws IOException {
        synchronized (this) {
            operations++;
        }
        beforeOperation.run();
        if (isOff) {
            throw new IOException("The disk is off");
        }
    }

    /// The file as a power cut at this moment could leave it.
    synchronized byte[] image(Loss loss, SplittableRandom random) {
        var content = Arrays.copyOf(forced, forcedSize);
        var size = forcedSize;
        for (var change : kept(loss, random)) {
            content = apply(change, content);
            size = sizeAfter(change, size);
        }
        return Arrays.copyOf(content, size);
    }

    private List<Change> kept(Loss loss, SplittableRandom random) {
        return switch (loss) {
            case EVERYTHING_UNFORCED -> List.of();
            case TAIL -> unforced.subList(0, random.nextInt(unforced.size() + 1));
            case RANDOM_SECTORS -> unforced.stream()
                    .flatMap(change -> sectors(change).stream())
                    .filter(change -> random.nextBoolean())
                    .toList();
        };
    }

    private static List<Change> sectors(Change change) {
        if (!(change instanceof Written written)) {
            return List.of(change);
        }
        var sectors = new ArrayList<Change>();
        var position = written.position();
        var end = position + written.bytes().length;
        while (position < end) {
            var next = Math.min(end, (position / SECTOR + 1) * SECTOR);
            var from = (int) (position - written.position());
            sectors.add(new Written(position, Arrays.copyOfRange(written.bytes(), from, from + (int) (next - position))));
            position = next;
        }
        return sectors;
    }

    private static byte[] apply(Change change, byte[] content) {
        return switch (change) {
            case Written written -> {
                var end = (int) written.position() + written.bytes().length;
                var room = end > content.length ? Arrays.copyOf(content, end * 2) : content;
                System.arraycopy(written.bytes(), 0, room, (int) written.position(), written.bytes().length);
                yield room;
            }
            case Truncated truncated -> {
                if (truncated.size() < content.length) {
                    Arrays.fill(content, (int) truncated.size(), content.length, (byte) 0);
                }
                yield content;
            }
        };
    }

    private static int sizeAfter(Change change, int size) {
        return switch (change) {
            case Written written -> Math.max(size, (int) written.position() + written.bytes().length);
            case Truncated truncated -> (int) Math.min(size, truncated.size());
        };
    }

    /// Registered with H2 as `crash:`.
    public static final class CrashPath extends FilePathWrapper {

        @Override
        public String getScheme() {
            return "crash";
        }

        @Override
        public FileChannel open(String mode) throws IOException {
            var file = getBase().open(mode);
            var disk = DISKS.get(getBase().toString());
            if (disk == null || mode.equals("r")) {
                return file;
            }
            disk.opened(file);
            return new CrashFile(file, disk);
        }
    }

    private static final class CrashFile extends FileBaseDefault {
        private final FileChannel file;
        private final CrashDisk disk;

        CrashFile(FileChannel file, CrashDisk disk) {
            this.file = file;
            this.disk = disk;
        }

        @Override
        public int write(ByteBuffer source, long position) throws IOException {
            disk.aboutToChange();
            var bytes = new byte[source.remaining()];
            source.get(bytes);
            disk.wrote(position, bytes);
            for (var rest = ByteBuffer.wrap(bytes); rest.hasRemaining(); ) {
                file.write(rest, position + rest.position());
            }
            return bytes.length;
        }

        @Override
        protected void implTruncate(long size) throws IOException {
            disk.aboutToChange();
            disk.truncated(size);
            file.truncate(size);
        }

        @Override
        public void force(boolean metaData) throws IOException {
            disk.aboutToChange();
            disk.force();
        }

        @Override
        public int read(ByteBuffer target, long position) throws IOException {
            return file.read(target, position);
        }

        @Override
        public long size() throws IOException {
            return file.size();
        }

        @Override
        public FileLock tryLock(long position, long size, boolean shared) throws IOException {
            return file.tryLock(position, size, shared);
        }

        @Override
        protected void implCloseChannel() throws IOException {
            file.close();
        }
    }
}
