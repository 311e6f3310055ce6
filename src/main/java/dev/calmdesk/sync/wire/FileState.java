package dev.calmdesk.sync.wire;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/// What the hub has of a file, as one desk may know it.
///
/// @param there bytes that came; where that desk goes on sending
/// @param size of the whole file; null while it is not whole
public record FileState(String sha256, long there, @Nullable Long size) {

    public FileState {
        requireNonNull(sha256);
    }

    public boolean isWhole() {
        return size != null;
    }
}
