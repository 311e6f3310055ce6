package dev.calmdesk.hub;

import dev.calmdesk.sync.wire.WireEntry;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/// Decides which entries a hub does not take.
@FunctionalInterface
public interface Judge {

    /// Takes whatever is in order; for running the feed without people.
    Judge LENIENT = (handle, desk, fresh) -> Map.of();

    /// Judges entries in the order in which they were made; each as if those before it that were not rejected had been
    /// taken already. The scopes of the entries are locked.
    ///
    /// @param handle of the transaction that takes them
    /// @return `seq` → stable reason, of those to reject
    Map<Long, String> reject(Handle handle, Feed.Desk desk, List<WireEntry> fresh);
}
