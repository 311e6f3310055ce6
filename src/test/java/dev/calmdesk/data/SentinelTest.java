package dev.calmdesk.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SentinelTest {

    private static final UUID DESK = new UUID(1, 2);

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void place() {
        file = folder.resolve("sentinel");
    }

    private static Sentinel.Mark mark(long seq) {
        return new Sentinel.Mark(DESK, seq);
    }

    @Test
    void theNewestMarkIsRead() throws IOException {
        try (var sentinel = Sentinel.open(file, mark(1))) {
            for (var seq = 2; seq < 8; seq++) {
                sentinel.remember(mark(seq));
                assertThat(Sentinel.read(file)).hasValue(mark(seq));
            }
        }
        Sentinel.open(file, mark(7)).close();
        assertThat(Sentinel.read(file)).hasValue(mark(7));
    }

    @Test
    void aMarkThatWasTornLeavesTheOneBefore() throws IOException {
        try (var sentinel = Sentinel.open(file, mark(1))) {
            sentinel.remember(mark(2));
            sentinel.remember(mark(3));
        }
        var whole = Files.readAllBytes(file);
        var before = 0;
        for (var i = 0; i < whole.length; i = i == 47 ? 4096 : i + 1) {
            var torn = whole.clone();
            torn[i] ^= 0x55;
            Files.write(file, torn);
            var read = Sentinel.read(file);
            assertThat(read).as("byte " + i).isPresent();
            assertThat(read.orElseThrow()).isIn(mark(2), mark(3));
            before += read.orElseThrow().equals(mark(2)) ? 1 : 0;
        }
        assertThat(before).isPositive();
    }

    @Test
    void noFileAndAFileOfGarbageHoldNoMark() throws IOException {
        assertThat(Sentinel.read(file)).isEmpty();
        Files.write(file, new byte[5000]);
        assertThat(Sentinel.read(file)).isEmpty();
        Files.write(file, new byte[0]);
        assertThat(Sentinel.read(file)).isEmpty();
    }

    @Test
    void openingAgainWritesBesideTheNewestMark() throws IOException {
        Sentinel.open(file, mark(1)).close();
        Sentinel.open(file, mark(2)).close();
        var whole = Files.readAllBytes(file);

        assertThat(Sentinel.read(file)).hasValue(mark(2));
        Files.write(file, java.util.Arrays.copyOf(whole, 4096));
        var one = Sentinel.read(file).orElseThrow();
        Files.write(file, whole);
        java.util.Arrays.fill(whole, 0, 4096, (byte) 0);
        Files.write(file, whole);
        assertThat(Set.of(one, Sentinel.read(file).orElseThrow())).containsExactlyInAnyOrder(mark(1), mark(2));
    }
}
