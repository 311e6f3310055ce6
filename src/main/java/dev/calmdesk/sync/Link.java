package dev.calmdesk.sync;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The hub that a desk is enrolled with.
///
/// @param hub which hub
/// @param epoch which life of it; changes when it is restored from a backup
/// @param url where it listens; empty if this desk never sees a network
/// @param teamScope the scope of the desk's team
/// @param pushed number of the newest entry of this desk that the hub answered for
/// @param pin of the hub's key; null where the system's trust is enough
public record Link(
        UUID hub, UUID epoch, String url, String token, String teamScope, Instant enrolledAt, long pushed,
        @Nullable String pin) {

    /// A hub that the system trusts, or that is on this machine.
    public Link(UUID hub, UUID epoch, String url, String token, String teamScope, Instant enrolledAt, long pushed) {
        this(hub, epoch, url, token, teamScope, enrolledAt, pushed, null);
    }

    /// The same hub, as a desk knows it that was enrolled there before: how far it came, and in which life of the hub.
    Link after(Link before) {
        return new Link(hub, before.epoch, url, token, teamScope, enrolledAt, before.pushed, pin);
    }

    /// Whether the hub can be called; otherwise sticks are carried.
    public boolean isOnNetwork() {
        return !url.isEmpty();
    }
}
