package dev.calmdesk.sync;

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

    /// No answer came.
    final class Unreachable extends RuntimeException {
        public Unreachable(String what, Throwable cause) {
            super(what, cause);
        }
    }
}
