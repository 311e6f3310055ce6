package dev.calmdesk.sync.wire;

import java.util.List;

/// The hub's answer to [FilesAsked], in its order.
public record FileStates(List<FileState> files) {

    public FileStates {
        files = List.copyOf(files);
    }
}
