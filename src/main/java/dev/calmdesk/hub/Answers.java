package dev.calmdesk.hub;

import dev.calmdesk.sync.wire.Push;
import dev.calmdesk.sync.wire.Receipt;
import dev.calmdesk.sync.wire.Refusal;
import dev.calmdesk.sync.wire.Refusal.Code;
import dev.calmdesk.sync.wire.WireEntry;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// What the hub said of entries when they were sent first; it says the same for ever.
final class Answers {

    private Answers() {}

    /// What was answered before to those entries that were sent before.
    static List<Receipt> before(Handle handle, Feed.Desk desk, Push push) {
        var again = push.entries().stream().filter(entry -> entry.seq() <= desk.lastSeq()).toList();
        if (again.isEmpty()) {
            return List.of();
        }
        var known = new HashMap<Long, Receipt>();
        handle.createQuery("""
                        select seq, id, position, null as reason from entry where desk = :desk and seq between :from and :to
                        union all
                        select seq, id, null, reason from rejection where desk = :desk and seq between :from and :to""")
                .bind("desk", desk.id())
                .bind("from", push.from())
                .bind("to", again.getLast().seq())
                .map((row, context) -> Map.entry(row.getLong("seq"), receipt(row)))
                .forEach(found -> known.put(found.getKey(), found.getValue()));
        return again.stream().map(entry -> sameAs(entry, known.get(entry.seq()))).toList();
    }

    private static Receipt sameAs(WireEntry entry, @Nullable Receipt known) {
        if (known == null || !known.id().equals(entry.id())) {
            throw Refusal.of(Code.SEQ_TAKEN, "entry " + entry.seq() + " is not the one that was sent before");
        }
        return known;
    }

    /// Of some entries those that the desk reads and the hub has, or that this desk sent and the hub rejected.
    static List<Receipt> known(Handle handle, Feed.Desk desk, List<UUID> ids) {
        return handle.createQuery("""
                        select id, position, null as reason from entry where id = any(:ids) and scope = any(:scopes)
                        union all
                        select id, null, reason from rejection where desk = :desk and id = any(:ids)""")
                .bindArray("ids", UUID.class, ids)
                .bindArray("scopes", String.class, desk.scopes())
                .bind("desk", desk.id())
                .map((row, context) -> receipt(row))
                .list();
    }

    private static Receipt receipt(ResultSet row) throws SQLException {
        return new Receipt(
                row.getObject("id", UUID.class), row.getObject("position", Long.class), row.getString("reason"));
    }
}
