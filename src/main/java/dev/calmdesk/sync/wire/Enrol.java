package dev.calmdesk.sync.wire;

import static java.util.Objects.requireNonNull;

import java.util.UUID;

/// A desk asks to be let in.
///
/// @param code as the hub's administrator handed it out
public record Enrol(String code, UUID desk) {

    public Enrol {
        requireNonNull(code);
        requireNonNull(desk);
    }
}
