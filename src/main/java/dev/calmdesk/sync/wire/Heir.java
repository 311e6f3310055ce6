package dev.calmdesk.sync.wire;

import static java.util.Objects.requireNonNull;

import java.util.UUID;

/// A desk asks to go on under a new id.
public record Heir(UUID desk) {

    public Heir {
        requireNonNull(desk);
    }
}
