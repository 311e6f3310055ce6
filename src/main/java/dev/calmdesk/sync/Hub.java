package dev.calmdesk.sync;

import dev.calmdesk.sync.wire.Admission;
import dev.calmdesk.sync.wire.Ahead;
import dev.calmdesk.sync.wire.Identity;
import dev.calmdesk.sync.wire.Offer;
import dev.calmdesk.sync.wire.Page;
import dev.calmdesk.sync.wire.Push;
import dev.calmdesk.sync.wire.Receipt;
import java.util.List;
import java.util.UUID;

/// The hub as one enrolled desk sees it. Every request may be sent again, with the same effect and answer.
public interface Hub {

    /// @return one receipt for each entry, in their order
    /// @throws dev.calmdesk.sync.wire.Refusal if nothing of it was taken
    /// @throws Unreachable if nobody knows whether it was taken
    List<Receipt> push(Push push);

    /// @param after number of the last entry that is known here
    /// @throws dev.calmdesk.sync.wire.Refusal if the desk may not read the scope
    /// @throws Unreachable if there was no answer
    Page pull(String scope, UUID epoch, long after);

    /// A part of what a new desk needs before the rest.
    ///
    /// @param until number of the newest entry that is asked for
    /// @param next what the part before said, or [Ahead#FIRST]
    /// @throws dev.calmdesk.sync.wire.Refusal if the desk may not read the scope
    /// @throws Unreachable if there was no answer
    default Ahead ahead(String scope, UUID epoch, long until, String next) {
        throw new UnsupportedOperationException("Only a hub on the network knows what is needed first");
    }

    /// Lets this desk go on under a new id, with a token and a code of its own.
    ///
    /// @throws dev.calmdesk.sync.wire.Refusal if the hub does not take this desk
    /// @throws Unreachable if there was no answer
    default Admission goOn(UUID heir) {
        throw new UnsupportedOperationException("Only a hub on the network lets a desk go on under a new id");
    }

    /// Which hub this is, and which life of it.
    ///
    /// @throws Unreachable if there was no answer
    default Identity identity() {
        throw new UnsupportedOperationException("Only a hub on the network says which it is");
    }

    /// Gives back to a hub that was restored from a backup what it had numbered.
    ///
    /// @return one receipt for each entry, in their order
    /// @throws dev.calmdesk.sync.wire.Refusal if it was not restored, or too long ago
    /// @throws Unreachable if nobody knows whether it was taken
    default List<Receipt> offer(Offer offer) {
        throw new UnsupportedOperationException("Only a hub on the network takes back what it lost");
    }

    /// Which of some entries the hub has, or has rejected.
    ///
    /// @return receipts of those only
    /// @throws Unreachable if there was no answer
    default List<Receipt> known(List<UUID> entries) {
        throw new UnsupportedOperationException("Only a hub on the network says what it has");
    }

    /// No answer came.
    final class Unreachable extends RuntimeException {
        public Unreachable(String what, Throwable cause) {
            super(what, cause);
        }
    }
}
