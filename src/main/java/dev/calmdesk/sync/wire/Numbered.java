package dev.calmdesk.sync.wire;

import static java.util.Objects.requireNonNull;

/// An entry with its number in the scope.
public record Numbered(long position, WireEntry entry) {

    public Numbered {
        requireNonNull(entry);
    }
}
