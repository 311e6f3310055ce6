package dev.calmdesk.sync;

import dev.calmdesk.sync.wire.Refusal;
import java.time.Instant;
import java.util.Optional;

/// How this desk stands towards its hub, at one moment.
///
/// @param since when the contact became what it is
/// @param waiting entries that the hub has not answered for
/// @param lastRound when everything was last in step; empty before the first time since the program was started
/// @param refusal why the hub does not serve this desk, while it refuses
/// @param fillingIn how much of the past is here, while some of it is still to come
public record SyncState(
        Contact contact,
        Instant since,
        long waiting,
        Optional<Instant> lastRound,
        Optional<Refusal.Code> refusal,
        Optional<FillingIn> fillingIn) {

    /// Whether the hub answers.
    public enum Contact {
        /// This desk is not enrolled.
        ALONE,
        /// The hub is never called; sticks are carried.
        BY_STICK,
        /// Nobody knows yet.
        CONNECTING,
        ONLINE,
        /// The hub is silent; it is tried again by itself.
        OFFLINE,
        /// The hub answers and refuses; somebody has to do something.
        REFUSED,
        /// This desk failed at its own work; the log says how. It is tried again by itself.
        FAILED
    }

    /// Whether there is a hub to be called.
    public boolean isOnNetwork() {
        return contact != Contact.ALONE && contact != Contact.BY_STICK;
    }
}
