package dev.calmdesk.knowledge.exchange;

import dev.calmdesk.base.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.zip.ZipFile;

/// Unpacks a file to nowhere first, and counts: what a few bytes blow up to is not handed to a reader.
final class ZipLimits {

    private static final int MOST_ENTRIES = 1000;
    private static final long MOST_BYTES = 300L << 20;

    private ZipLimits() {}

    /// @throws Problem.Refused if there is too much in it
    /// @throws IOException if it is no archive, or damaged
    static void check(String name, Path file) throws IOException {
        var left = MOST_BYTES;
        try (var zip = new ZipFile(file.toFile())) {
            if (zip.size() > MOST_ENTRIES) {
                throw tooLarge(name);
            }
            for (var entries = zip.entries(); entries.hasMoreElements(); ) {
                try (var content = zip.getInputStream(entries.nextElement())) {
                    left -= size(content, left);
                    if (left < 0) {
                        throw tooLarge(name);
                    }
                }
            }
        }
    }

    /// @return more than `most` if it is more
    private static long size(InputStream content, long most) throws IOException {
        var buffer = new byte[1 << 16];
        var size = 0L;
        for (var read = content.read(buffer); read >= 0 && size <= most; read = content.read(buffer)) {
            size += read;
        }
        return size;
    }

    private static Problem tooLarge(String name) {
        return Problem.refused("knowledge.import.problem.blown_up", name, MOST_BYTES >> 20);
    }
}
