package dev.calmdesk.sync;

import dev.calmdesk.data.Entry;
import dev.calmdesk.data.Journal;
import dev.calmdesk.sync.wire.WireEntry;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// An entry of this desk that the hub does not have: it waits, or was rejected.
///
/// @param onWire as it would be sent
/// @param rejected the stable code of the hub's reason; null if it only waits
public record Outstanding(WireEntry onWire, Entry entry, @Nullable String rejected) {

    /// All of them, oldest first; also those of a desk that was never enrolled or was revoked.
    public static void read(Replica replica, Consumer<Outstanding> reader) {
        var scopes = replica.link().map(replica::scopes).orElseGet(replica::scopesAlone);
        replica.database().read(handle -> {
            try (var entries = handle.createQuery("select * from journal where position is null order by desk, seq")
                    .map((row, context) -> {
                        var entry = Journal.entry(row, context);
                        return new Outstanding(
                                WireEntry.of(entry, scopes.of(entry.kind())), entry, row.getString("rejected"));
                    })
                    .stream()) {
                entries.forEach(reader);
            }
            return null;
        });
    }
}
