package dev.calmdesk.sync;

import dev.calmdesk.data.Json;
import dev.calmdesk.sync.wire.WireEntry;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/// Writes entries of other desks into the journal, as they came.
final class ReceivedEntries {

    private static final String INSERT = """
            insert into journal (id, kind, entity, subject, act, author, desk, seq, at, base, changes, scope, position)
            values (:id, :kind, :entity, :subject, :act, :author, :desk, :seq, :at, :base, :changes, :scope, :position)""";

    private ReceivedEntries() {}

    static PreparedBatch batch(Handle handle) {
        return handle.prepareBatch(INSERT);
    }

    static void add(PreparedBatch batch, WireEntry entry, String scope, long position) {
        batch.bind("id", entry.id())
                .bind("kind", entry.kind())
                .bind("entity", entry.entity())
                .bind("subject", entry.subject())
                .bind("act", entry.act())
                .bind("author", entry.author())
                .bind("desk", entry.desk())
                .bind("seq", entry.seq())
                .bind("at", entry.at())
                .bind("base", entry.base())
                .bind("changes", Json.write(entry.changes()))
                .bind("scope", scope)
                .bind("position", position)
                .add();
    }
}
