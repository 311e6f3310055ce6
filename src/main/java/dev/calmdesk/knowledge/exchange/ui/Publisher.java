package dev.calmdesk.knowledge.exchange.ui;

import java.nio.file.Path;

/// Publishes the FAQ for customers; blocks on the disk.
@FunctionalInterface
public interface Publisher {

    Published publish(Path folder);

    /// @param main the page to open
    record Published(int articles, int languages, Path main) {}
}
