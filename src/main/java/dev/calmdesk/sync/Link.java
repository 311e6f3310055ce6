package dev.calmdesk.sync;

import java.time.Instant;
import java.util.UUID;

/// The hub that a desk is enrolled with.
///
/// @param hub which hub
/// @param epoch which life of it; changes when it is restored from a backup
/// @param url where it listens; empty if this desk never sees a network
/// @param teamScope the scope of the desk's team
/// @param pushed number of the newest entry of this desk that the hub answered for
public record Link(UUID hub, UUID epoch, String url, String token, String teamScope, Instant enrolledAt, long pushed) {

    /// Whether the hub can be called; otherwise sticks are carried.
    public boolean isOnNetwork() {
        return !url.isEmpty();
    }
}
