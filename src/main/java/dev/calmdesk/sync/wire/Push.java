package dev.calmdesk.sync.wire;

import java.util.List;
import java.util.UUID;

/// Entries of one desk for the hub, in the order in which they were made.
///
/// @param epoch which life of the hub the desk knows
/// @param from number, on the desk, of the first entry; the others follow without a gap
public record Push(UUID epoch, long from, List<WireEntry> entries) {

    /// Most entries of one push.
    public static final int MOST = 500;

    public Push {
        java.util.Objects.requireNonNull(epoch);
        entries = List.copyOf(entries);
    }
}
