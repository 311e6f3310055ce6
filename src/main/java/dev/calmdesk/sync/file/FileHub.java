package dev.calmdesk.sync.file;

import dev.calmdesk.sync.wire.FilePart;
import dev.calmdesk.sync.wire.FileState;
import java.util.List;

/// The hub's files as one enrolled desk sees them. Every request may be sent again, with the same effect and answer.
/// Each throws a [dev.calmdesk.sync.wire.Refusal] if nothing was done, and something else if there was no answer.
public interface FileHub {

    /// @param files SHA-256 of each
    /// @return what is there, in their order
    List<FileState> states(List<String> files);

    /// @param most how many bytes at most
    FilePart get(String sha256, long offset, int most);

    /// @return what is there now
    FileState put(FilePart part);
}
