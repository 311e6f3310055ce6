package dev.calmdesk.data;

import dev.calmdesk.base.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Keeps a store for one opener at a time, however the holder ends. H2's own lock is not enough: it lets a second opener
/// within the same process share the file, and it is not held while a store is migrated or restored.
final class StoreLock implements AutoCloseable {

    /// The system's lock belongs to the process and is lost as soon as the process closes any channel on the file, so a
    /// second try within the process must not even touch it.
    private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

    private final Path file;
    private final FileChannel channel;

    private StoreLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /// @throws Problem.Unavailable if somebody else holds it
    static StoreLock take(StoreFiles files) {
        try {
            var file = files.folder().toRealPath().resolve(files.lock().getFileName());
            if (!HELD_HERE.add(file)) {
                throw inUse(files);
            }
            try {
                return lock(files, file);
            } catch (IOException | RuntimeException e) {
                HELD_HERE.remove(file);
                throw e;
            }
        } catch (IOException e) {
            throw H2Failures.ofFiles(e, "store.problem.cannot_open", files.folder());
        }
    }

    private static StoreLock lock(StoreFiles files, Path file) throws IOException {
        var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() == null) {
                throw inUse(files);
            }
            return new StoreLock(file, channel);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private static Problem inUse(StoreFiles files) {
        return Problem.unavailable("store.problem.in_use", null, files.folder());
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            HELD_HERE.remove(file);
        }
    }
}
