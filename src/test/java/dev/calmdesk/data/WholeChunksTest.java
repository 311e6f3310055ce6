package dev.calmdesk.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.h2.mvstore.MVStore;
import org.h2.store.fs.FilePath;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The file system below H2, by itself.
class WholeChunksTest {

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void place() {
        WholeChunks.register();
        file = folder.resolve("store.mv.db");
    }

    /// @return what the file held after each of some commits, as left by a process that was killed then
    private byte[][] killedAfterEachOf(int commits) throws IOException {
        var images = new byte[commits][];
        var store = new MVStore.Builder().fileName(WholeChunks.PREFIX + file).autoCommitDisabled().open();
        store.setRetentionTime(0);
        var map = store.<Integer, String>openMap("texts");
        for (var i = 0; i < commits; i++) {
            map.put(i % 20, Typed.text("chunk", i));
            map.put(1000, "newest " + i);
            store.commit();
            store.sync();
            images[i] = Files.readAllBytes(file);
        }
        store.closeImmediately();
        return images;
    }

    private String newest(String prefix, byte[] image) throws IOException {
        Files.write(file, image);
        try (var store = new MVStore.Builder().fileName(prefix + file).open()) {
            return store.<Integer, String>openMap("texts").get(1000);
        }
    }

    @Test
    void everyCommitIsFoundAfterAKill() throws IOException {
        var images = killedAfterEachOf(100);
        for (var i = 0; i < images.length; i++) {
            assertThat(newest(WholeChunks.PREFIX, images[i])).isEqualTo("newest " + i);
        }
    }

    /// What the file system is for: without it, H2 does not find some of them.
    @Test
    void h2AloneLosesCommitsAfterAKill() throws IOException {
        var images = killedAfterEachOf(100);
        var lost = 0;
        for (var i = 0; i < images.length; i++) {
            lost += ("newest " + i).equals(newest("", images[i])) ? 0 : 1;
        }
        assertThat(lost).isPositive();
    }

    @Test
    void aChunkWithoutItsMiddleIsNotOpened() throws IOException {
        var images = killedAfterEachOf(60);
        var torn = 0;
        for (var i = 1; i < images.length; i++) {
            var changed = changedBlocks(images[i - 1], images[i]);
            if (changed.length >= 3) {
                var image = images[i].clone();
                var middle = changed[changed.length / 2] * 4096;
                Arrays.fill(image, middle, middle + 4096, (byte) 0);
                assertThat(newest(WholeChunks.PREFIX, image)).isEqualTo("newest " + (i - 1));
                torn++;
            }
        }
        assertThat(torn).isPositive();
    }

    private static int[] changedBlocks(byte[] before, byte[] after) {
        return java.util.stream.IntStream.range(2, after.length / 4096)
                .filter(block -> block * 4096 >= before.length
                        || !Arrays.equals(before, block * 4096, Math.min(before.length, block * 4096 + 4096),
                                after, block * 4096, Math.min(before.length, block * 4096 + 4096)))
                .toArray();
    }

    @Test
    void aReaderSeesTheNewestChunkAndLeavesTheFileAsItIs() throws IOException {
        var images = killedAfterEachOf(40);
        for (var i = 0; i < images.length; i++) {
            Files.write(file, images[i]);
            try (var store = new MVStore.Builder().fileName(WholeChunks.PREFIX + file).readOnly().open()) {
                assertThat(store.<Integer, String>openMap("texts").get(1000)).isEqualTo("newest " + i);
            }
            assertThat(Files.readAllBytes(file)).isEqualTo(images[i]);
        }
    }

    @Test
    void h2AloneReadsTheFile() throws IOException {
        try (var store = new MVStore.Builder().fileName(WholeChunks.PREFIX + file).open()) {
            store.<Integer, String>openMap("texts").put(1000, "plain");
        }
        assertThat(newest("", Files.readAllBytes(file))).isEqualTo("plain");
    }

    @Test
    void aFileThatIsNoneOfH2sIsLeftAlone() throws IOException {
        Files.write(file, new byte[20_000]);
        try (FileChannel opened = FilePath.get(WholeChunks.PREFIX + file).open("rw")) {
            var read = ByteBuffer.allocate(20_000);
            assertThat(opened.read(read, 0)).isEqualTo(20_000);
        }
        assertThat(Files.readAllBytes(file)).isEqualTo(new byte[20_000]);
    }
}
