package dev.calmdesk.data;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.zip.CRC32C;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A small file beside the database that remembers which desk it belongs to and how far its journal had come. After a
/// power cut H2 may open an older or an empty file without a word; the sentinel makes that an error with a way out.
///
/// Two slots in different blocks are written in turn, each with a checksum, so a torn write leaves the other. A mark is
/// written after the database was forced to the disk and is itself forced only when the store opens and closes: it may
/// lag behind the database, never run ahead. Therefore a mark that cannot be written loses nothing and is no failure.
final class Sentinel implements AutoCloseable {

    /// What the file remembers.
    ///
    /// @param seq number of the newest journal entry
    /// @param closedAs fingerprint of the database file when it was closed; [#OPEN] while it is open, and so after a crash
    record Mark(UUID desk, long seq, long closedAs) {

        static final long OPEN = -1;

        Mark(UUID desk, long seq) {
            this(desk, seq, OPEN);
        }
    }

    private record Slot(long count, Mark mark) {}

    private static final Logger LOG = LoggerFactory.getLogger(Sentinel.class);

    /// Far enough apart that one torn block of a disk cannot hold both.
    private static final int SLOT_DISTANCE = 4096;

    private static final int SLOT_BYTES = 6 * Long.BYTES;

    /// Not a channel: that would be closed under us when a caller is interrupted.
    private final RandomAccessFile file;

    private long count;
    private Mark newest;

    private Sentinel(RandomAccessFile file, long count, Mark newest) {
        this.file = file;
        this.count = count;
        this.newest = newest;
    }

    /// Opens the file, or makes it, with a first mark that is forced to the disk.
    static Sentinel open(Path path, Mark mark) throws IOException {
        var isNew = !Files.exists(path);
        var written = newestSlot(path).map(Slot::count).orElse(0L);
        var sentinel = new Sentinel(new RandomAccessFile(path.toFile(), "rw"), written, mark);
        sentinel.remember(mark);
        sentinel.force();
        if (isNew) {
            StoreFiles.force(path.toAbsolutePath().getParent());
        }
        return sentinel;
    }

    /// The newest readable mark; empty if there is no file or no slot survived.
    static Optional<Mark> read(Path path) {
        try {
            return newestSlot(path).map(Slot::mark);
        } catch (IOException e) {
            throw H2Failures.ofFiles(e, "store.problem.disk_refused", path);
        }
    }

    private static Optional<Slot> newestSlot(Path path) throws IOException {
        if (!Files.exists(path)) {
            return Optional.empty();
        }
        var bytes = Files.readAllBytes(path);
        return IntStream.range(0, 2)
                .map(slot -> slot * SLOT_DISTANCE)
                .filter(start -> start + SLOT_BYTES <= bytes.length)
                .mapToObj(start -> decode(ByteBuffer.wrap(bytes, start, SLOT_BYTES)))
                .flatMap(Optional::stream)
                .max(Comparator.comparingLong(Slot::count));
    }

    /// The mark last given, whether or not it could be written.
    Mark newest() {
        return newest;
    }

    void remember(Mark mark) {
        newest = mark;
        try {
            write(mark);
        } catch (IOException e) {
            LOG.warn("The sentinel stays behind at an older mark than {}", mark.seq(), e);
        }
    }

    private void write(Mark mark) throws IOException {
        count++;
        file.seek(count % 2 * SLOT_DISTANCE);
        file.write(encode(new Slot(count, mark)));
    }

    private void force() {
        try {
            file.getFD().sync();
        } catch (IOException e) {
            LOG.warn("The sentinel could not be forced to the disk", e);
        }
    }

    @Override
    public void close() {
        force();
        try {
            file.close();
        } catch (IOException e) {
            LOG.warn("The sentinel could not be closed", e);
        }
    }

    private static byte[] encode(Slot slot) {
        var bytes = ByteBuffer.allocate(SLOT_BYTES)
                .putLong(slot.count())
                .putLong(slot.mark().desk().getMostSignificantBits())
                .putLong(slot.mark().desk().getLeastSignificantBits())
                .putLong(slot.mark().seq())
                .putLong(slot.mark().closedAs());
        return bytes.putLong(checksum(bytes.array())).array();
    }

    private static Optional<Slot> decode(ByteBuffer buffer) {
        var bytes = new byte[SLOT_BYTES];
        buffer.get(bytes);
        var fields = ByteBuffer.wrap(bytes);
        var slot = new Slot(
                fields.getLong(),
                new Mark(new UUID(fields.getLong(), fields.getLong()), fields.getLong(), fields.getLong()));
        return fields.getLong() == checksum(bytes) ? Optional.of(slot) : Optional.empty();
    }

    private static long checksum(byte[] slot) {
        var crc = new CRC32C();
        crc.update(slot, 0, SLOT_BYTES - Long.BYTES);
        return crc.getValue();
    }
}
