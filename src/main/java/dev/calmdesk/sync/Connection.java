package dev.calmdesk.sync;

import dev.calmdesk.sync.file.FileHub;

/// What one enrolled desk holds towards its hub. Closing breaks off what is under way; that fails as unreachable.
public interface Connection extends Hub, FileHub, News, AutoCloseable {
    @Override
    void close();
}
