package dev.calmdesk.sync;

/// What one enrolled desk holds towards its hub. Closing breaks off what is under way; that fails as unreachable.
public interface Connection extends Hub, News, AutoCloseable {
    @Override
    void close();
}
