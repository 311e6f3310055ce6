package dev.calmdesk.sync.wire;

import static java.util.Objects.requireNonNull;

import java.util.UUID;

/// A desk asks to be let in.
///
/// @param code as the hub's administrator handed it out
/// @param lastSeq number of the newest entry that the desk made so far, 0 if it made none
public record Enrol(String code, UUID desk, long lastSeq) {

    public Enrol {
        requireNonNull(code);
        requireNonNull(desk);
    }
}
