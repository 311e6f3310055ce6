package dev.calmdesk.data;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import org.h2.mvstore.DataUtils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Finds the newest whole chunk of an H2 file that was not closed in good order, and says what has to be written so that
/// H2 opens exactly that one.
final class Salvage {

    /// What has to stand at a place of the file.
    record Patch(long position, byte[] bytes) {}

    private record Chunk(ChunkText head, long block) {

        static final Comparator<Chunk> BY_AGE = Comparator.comparingLong(Chunk::version)
                .thenComparingLong(chunk -> chunk.head().number("time"))
                .thenComparing(Comparator.comparingLong(Chunk::block).reversed());

        long id() {
            return head.number(HEAD);
        }

        long version() {
            return head.number("version");
        }
    }

    private static final Logger LOG = LoggerFactory.getLogger(Salvage.class);

    static final int BLOCK = 4096;
    static final String HEAD = "chunk";
    static final String SUM = "sum";
    private static final String FILE_HEAD = "H";
    private static final String CLEAN = "clean";
    private static final int LONGEST_HEAD = 1024;
    private static final int FOOT = 128;
    private static final int SECTOR = 512;

    private final FileChannel file;
    private final long blocks;
    private final List<Chunk> broken = new ArrayList<>();
    private Optional<Chunk> newest = Optional.empty();

    private Salvage(FileChannel file) throws IOException {
        this.file = file;
        this.blocks = file.size() / BLOCK;
    }

    /// @return nothing if the file was closed in good order, or is none of H2's
    static List<Patch> patches(FileChannel file) throws IOException {
        return new Salvage(file).patches();
    }

    /// Whether every chunk that still holds data is whole.
    ///
    /// @param layout H2's own list of the chunks
    static boolean areWhole(FileChannel file, Map<String, String> layout) throws IOException {
        var salvage = new Salvage(file);
        var missing = new HashSet<Long>();
        for (var entry : layout.entrySet()) {
            if (entry.getKey().startsWith(HEAD + ".")) {
                var wanted = new ChunkText(DataUtils.parseMap(entry.getValue()));
                var found = salvage.wholeAt(wanted.number("block")).filter(chunk -> chunk.id() == wanted.number(HEAD));
                if (wanted.number("livePages") != 0 && found.isEmpty()) {
                    missing.add(wanted.number(HEAD));
                }
            }
        }
        if (!missing.isEmpty()) { // a chunk that was being moved is whole where it was before
            salvage.scan(chunk -> missing.remove(chunk.id()));
        }
        return missing.isEmpty();
    }

    private List<Patch> patches() throws IOException {
        if (blocks < 2) {
            return List.of();
        }
        var heads = read(0, 2 * BLOCK);
        var one = ChunkText.parseChecked(heads, 0, BLOCK, FILE_HEAD);
        var other = ChunkText.parseChecked(heads, BLOCK, 2 * BLOCK, FILE_HEAD);
        var head = one.or(() -> other);
        if (head.isEmpty() || one.equals(other) && wasClosed(head.get())) {
            return List.of();
        }
        scan(chunk -> newest = Stream.concat(newest.stream(), Stream.of(chunk)).max(Chunk.BY_AGE));
        return newest.map(chunk -> patchesFor(head.get(), one.equals(other), chunk)).orElse(List.of());
    }

    private boolean wasClosed(ChunkText head) throws IOException {
        var block = head.number("block");
        return head.has(CLEAN)
                && wholeAt(block).filter(chunk -> chunk.version() == head.number("version")).isPresent();
    }

    private void scan(Consumer<Chunk> found) throws IOException {
        for (var block = 2L; block < blocks; ) {
            var chunk = wholeAt(block);
            chunk.ifPresent(found);
            block += chunk.map(whole -> whole.head().number("len")).orElse(1L);
        }
    }

    private Optional<Chunk> wholeAt(long block) throws IOException {
        if (block < 2 || block >= blocks) {
            return Optional.empty();
        }
        var start = read(block * BLOCK, LONGEST_HEAD);
        var found = ChunkText.parse(start, 0, start.length, HEAD).map(head -> new Chunk(head, block));
        if (found.isPresent() && !isWhole(found.get())) {
            broken.add(found.get());
            return Optional.empty();
        }
        return found;
    }

    private boolean isWhole(Chunk chunk) throws IOException {
        var length = chunk.head().number("len");
        return length > 0
                && chunk.block() + length <= blocks
                && isWhole(chunk.head(), read(chunk.block() * BLOCK, (int) length * BLOCK));
    }

    private static boolean isWhole(ChunkText head, byte[] chunk) {
        var foot = ChunkText.parseChecked(chunk, chunk.length - FOOT, chunk.length, HEAD);
        return foot.isPresent()
                && foot.get().number(HEAD) == head.number(HEAD)
                && foot.get().number("version") == head.number("version")
                && (!head.has(SUM) || head.number(SUM) == sum(chunk));
    }

    /// Covers a chunk from the end of its head on.
    static long sum(byte[] chunk) {
        var from = 0;
        while (chunk[from] != '\n') {
            from++;
        }
        var crc = new CRC32C();
        crc.update(chunk, from, chunk.length - from);
        return crc.getValue();
    }

    private List<Patch> patchesFor(ChunkText head, boolean headsAgree, Chunk chunk) {
        var patches = new ArrayList<Patch>();
        for (var torn : broken) {
            if (torn.version() > chunk.version()) {
                patches.add(new Patch(torn.block() * BLOCK, new byte[SECTOR]));
            }
        }
        if (!patches.isEmpty() || !headsAgree || head.has(CLEAN) || !pointsTo(head, chunk)) {
            LOG.info("The newest whole chunk is {}, {} newer are torn", chunk.version(), patches.size());
            var right = Arrays.copyOf(pointingTo(head, chunk), SECTOR);
            patches.add(new Patch(0, right));
            patches.add(new Patch(BLOCK, right));
        }
        return patches;
    }

    private static boolean pointsTo(ChunkText head, Chunk chunk) {
        return head.number("block") == chunk.block() && head.number("version") == chunk.version();
    }

    private static byte[] pointingTo(ChunkText head, Chunk chunk) {
        var values = new LinkedHashMap<>(head.values());
        values.remove(CLEAN);
        values.put("block", Long.toHexString(chunk.block()));
        values.put(HEAD, chunk.head().values().get(HEAD));
        values.put("version", chunk.head().values().get("version"));
        return new ChunkText(values).checked();
    }

    private byte[] read(long position, int length) throws IOException {
        var buffer = ByteBuffer.allocate((int) Math.min(length, file.size() - position));
        while (buffer.hasRemaining()) {
            if (file.read(buffer, position + buffer.position()) < 0) {
                break;
            }
        }
        return buffer.array();
    }
}
