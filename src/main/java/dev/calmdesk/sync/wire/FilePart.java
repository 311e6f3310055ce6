package dev.calmdesk.sync.wire;

import static java.util.Objects.requireNonNull;

/// Some bytes of a file.
///
/// @param sha256 of the whole file, in hexadecimal: its name
/// @param offset where the bytes begin
/// @param size of the whole file
public record FilePart(String sha256, long offset, long size, byte[] content) {

    /// Most bytes of one part.
    public static final int MOST = 512 * 1024;

    public FilePart {
        requireNonNull(sha256);
        requireNonNull(content);
    }

    /// Where the bytes end.
    public long end() {
        return offset + content.length;
    }
}
