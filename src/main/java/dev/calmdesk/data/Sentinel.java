package dev.calmdesk.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.zip.CRC32C;

/// A small file beside the database that remembers which desk it belongs to and how far its journal had come. After a
/// power cut H2 may open an older or an empty file without a word; the sentinel makes that an error with a way out.
///
/// Two slots are written in turn, each with a checksum, so a torn write leaves the other. A mark is written after the
/// database was forced to the disk and is itself not forced: it may lag behind the database, never run ahead.
final class Sentinel implements AutoCloseable {

    /// What the file remembers.
    ///
    /// @param seq number of the newest journal entry
    record Mark(UUID desk, long seq) {}

    private static final int SLOT_BYTES = 32;

    private final FileChannel channel;
    private int nextSlot;

    private Sentinel(FileChannel channel) {
        this.channel = channel;
    }

    static Sentinel open(Path file) {
        try {
            return new Sentinel(FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The newest readable mark; empty if there is no file or no slot survived.
    static Optional<Mark> read(Path file) {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            var bytes = Files.readAllBytes(file);
            return IntStream.range(0, bytes.length / SLOT_BYTES)
                    .mapToObj(slot -> decode(ByteBuffer.wrap(bytes, slot * SLOT_BYTES, SLOT_BYTES)))
                    .flatMap(Optional::stream)
                    .max(java.util.Comparator.comparingLong(Mark::seq));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void write(Mark mark) {
        try {
            var slot = encode(mark);
            channel.write(slot, (long) nextSlot * SLOT_BYTES);
            nextSlot = 1 - nextSlot;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try (channel) {
            channel.force(true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ByteBuffer encode(Mark mark) {
        var slot = ByteBuffer.allocate(SLOT_BYTES)
                .putLong(mark.desk().getMostSignificantBits())
                .putLong(mark.desk().getLeastSignificantBits())
                .putLong(mark.seq());
        slot.putLong(checksum(slot.array()));
        return slot.flip();
    }

    private static Optional<Mark> decode(ByteBuffer slot) {
        var bytes = new byte[SLOT_BYTES];
        slot.get(bytes);
        var fields = ByteBuffer.wrap(bytes);
        var mark = new Mark(new UUID(fields.getLong(), fields.getLong()), fields.getLong());
        return fields.getLong() == checksum(bytes) ? Optional.of(mark) : Optional.empty();
    }

    private static long checksum(byte[] slot) {
        var crc = new CRC32C();
        crc.update(slot, 0, SLOT_BYTES - Long.BYTES);
        return crc.getValue();
    }
}
