package dev.calmdesk.sync;

import dev.calmdesk.data.Database;
import dev.calmdesk.data.Entry;
import dev.calmdesk.data.Journal;
import dev.calmdesk.data.RecordId;
import dev.calmdesk.data.Tx;
import dev.calmdesk.sync.wire.Admission;
import dev.calmdesk.sync.wire.Ids;
import dev.calmdesk.sync.wire.Receipt;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Gatherers;
import org.jdbi.v3.core.Handle;

/// A store that was restored from a backup, or copied, numbers anew what the hub knows by these numbers already. It goes
/// on under a new id (ADR 0008): what the hub does not have is numbered from 1 under that id; what the hub has and the
/// store lacks comes in by pull, as another desk's.
///
/// Each step may be repeated. The store changes in the last one only, in one transaction.
final class Succession {

    private final Replica replica;
    private final Database database;
    private final Hub hub;

    Succession(Replica replica, Hub hub) {
        this.replica = replica;
        this.database = replica.database();
        this.hub = hub;
    }

    /// @throws Hub.Unreachable if the hub fell silent; nothing was changed then
    /// @throws dev.calmdesk.sync.wire.Refusal if the hub does not take this desk
    void run() {
        var heir = heir();
        var admission = hub.goOn(heir);
        var told = new HashMap<UUID, Receipt>();
        for (var some : inParts(database.read(this::unanswered))) {
            hub.known(some.stream().map(Entry::id).toList()).forEach(receipt -> told.put(receipt.id(), receipt));
        }
        database.writeDo(tx -> goOn(tx, new Database.Desk(heir, admission.code()), admission, told));
    }

    private static List<List<Entry>> inParts(List<Entry> entries) {
        return entries.stream().gather(Gatherers.windowFixed(Ids.MOST)).toList();
    }

    /// Remembered first, so that a lost answer does not make one more desk.
    private UUID heir() {
        return database.write(tx -> {
            tx.handle().execute("update hub_link set heir = coalesce(heir, ?)", database.ids().next());
            return tx.handle().createQuery("select heir from hub_link").mapTo(UUID.class).one();
        });
    }

    private List<Entry> unanswered(Handle handle) {
        return handle.createQuery("""
                        select * from journal where desk = :desk and position is null and rejected is null
                        order by seq""")
                .bind("desk", database.desk().id())
                .map(Journal::entry)
                .list();
    }

    private void goOn(Tx tx, Database.Desk desk, Admission admission, Map<UUID, Receipt> told) {
        var link = replica.link().orElseThrow();
        var scopes = replica.scopes(link);
        var answered = tx.handle().prepareBatch(
                "update journal set scope = :scope, position = :position, rejected = :rejected where id = :id");
        var own = tx.handle().prepareBatch("update journal set desk = :desk, seq = :seq where id = :id");
        var touched = new LinkedHashSet<RecordId>();
        var seq = 0L;
        for (var entry : unanswered(tx.handle())) {
            touched.add(entry.record());
            var receipt = told.get(entry.id());
            if (receipt == null) {
                own.bind("desk", desk.id()).bind("seq", ++seq).bind("id", entry.id()).add();
            } else {
                answered.bind("scope", scopes.of(entry.kind()))
                        .bind("position", receipt.position())
                        .bind("rejected", receipt.rejected())
                        .bind("id", entry.id())
                        .add();
                if (receipt.rejected() != null) {
                    Quarantine.add(tx, entry.id());
                }
            }
        }
        if (answered.size() > 0) {
            answered.execute();
        }
        if (own.size() > 0) {
            own.execute();
        }
        var rows = replica.rows(tx);
        touched.forEach(rows::foldAnew);
        rows.write();
        tx.settle(desk);
        tx.handle().execute("update hub_link set token = ?, pushed = 0, heir = null", admission.token());
        tx.touched(Replica.LINK);
    }
}
