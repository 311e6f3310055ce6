package dev.calmdesk.sync.wire;

import java.util.List;

/// A desk asks what the hub has of some files.
///
/// @param files their SHA-256, in hexadecimal
public record FilesAsked(List<String> files) {

    /// Most files of one question.
    public static final int MOST = 500;

    public FilesAsked {
        files = List.copyOf(files);
    }
}
