package dev.calmdesk.sync;

import dev.calmdesk.data.Database;
import dev.calmdesk.data.Entry;
import dev.calmdesk.data.Journal;
import dev.calmdesk.data.RecordId;
import dev.calmdesk.data.Tx;
import dev.calmdesk.sync.wire.Chain;
import dev.calmdesk.sync.wire.Numbered;
import dev.calmdesk.sync.wire.Offer;
import dev.calmdesk.sync.wire.Push;
import dev.calmdesk.sync.wire.Receipt;
import dev.calmdesk.sync.wire.Refusal;
import dev.calmdesk.sync.wire.WireEntry;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/// A hub that was restored from a backup lacks what it numbered after that. This desk offers it all that it still has of
/// that, its own and others', takes the numbers which the hub gives now, and goes on from where both know the same (ADR
/// 0014, protocol §11).
///
/// Each step may be repeated. The store changes in the last one only, in one transaction.
final class Reunion {

    private final Replica replica;
    private final Database database;
    private final Hub hub;

    Reunion(Replica replica, Hub hub) {
        this.replica = replica;
        this.database = replica.database();
        this.hub = hub;
    }

    /// How a scope stands on the restored hub.
    ///
    /// @param kept number up to which it stands there as this desk knows it
    /// @param chain what stands up to there
    /// @param receipts of what this desk had numbers for beyond the backup
    private record Reunited(String scope, long kept, Chain chain, List<Receipt> receipts) {}

    /// @param cause why this desk stopped
    /// @throws Refusal the cause, if nobody said that the hub was restored, or it is another one
    /// @throws Hub.Unreachable if the hub fell silent; nothing was changed then
    void run(Refusal cause) {
        var link = replica.link().orElseThrow();
        var identity = hub.identity();
        if (!identity.hub().equals(link.hub()) || identity.epoch().equals(link.epoch())) {
            throw cause;
        }
        var reunited = replica.scopes(link).all().stream().map(scope -> reunite(scope, identity.epoch())).toList();
        hub.offer(new Offer(identity.epoch(), link.teamScope(), 0, List.of(), link.pushed()));
        database.writeDo(tx -> goOn(tx, identity.epoch(), reunited));
    }

    private Reunited reunite(String scope, UUID epoch) {
        var kept = lastInCommon(scope, epoch);
        var chain = chain(scope, kept);
        var receipts = new ArrayList<Receipt>();
        for (var next = numberedAfter(scope, kept); !next.isEmpty(); next = numberedAfter(scope, next.getLast().position())) {
            var answers = hub.offer(new Offer(epoch, scope, kept, next, null));
            for (var i = 0; i < next.size(); i++) {
                var position = answers.get(i).position();
                if (position != null && position == next.get(i).position() && position == kept + 1) {
                    kept++;
                    chain = chain.with(answers.get(i).id());
                }
            }
            receipts.addAll(answers);
        }
        return new Reunited(scope, kept, chain, receipts);
    }

    /// The newest number up to which this desk and the hub have the same. A backup is the beginning of what was before;
    /// where nobody wrote since, its end is found at once.
    private long lastInCommon(String scope, UUID epoch) {
        var here = database.read(handle ->
                Backfill.of(handle, scope).map(Backfill::done).orElseGet(() -> Cursor.of(handle, scope).position()));
        var same = 0L;
        var next = Math.min(here, hub.pull(scope, epoch, 0).head());
        for (var end = next; same < end; next = same + (end - same + 1) / 2) {
            if (chain(scope, next).equals(hub.pull(scope, epoch, next).chain())) {
                same = next;
            } else {
                end = next - 1;
            }
        }
        return same;
    }

    private Chain chain(String scope, long until) {
        return database.read(handle -> {
            try (var ids = handle.createQuery(
                            "select id from journal where scope = :scope and position <= :until order by position")
                    .bind("scope", scope)
                    .bind("until", until)
                    .mapTo(UUID.class)
                    .stream()) {
                return Chain.START.with((Iterable<UUID>) ids::iterator);
            }
        });
    }

    private List<Numbered> numberedAfter(String scope, long position) {
        var entries = database.read(handle -> handle.createQuery("""
                        select * from journal where scope = :scope and position > :position
                        order by position limit :most""")
                .bind("scope", scope)
                .bind("position", position)
                .bind("most", Push.MOST)
                .map(Journal::entry)
                .list());
        var fitting = Push.fitting(entries.stream().map(entry -> WireEntry.of(entry, scope)).toList()).size();
        return entries.stream()
                .limit(fitting)
                .map(entry -> new Numbered(entry.position().orElseThrow(), WireEntry.of(entry, scope)))
                .toList();
    }

    private void goOn(Tx tx, UUID epoch, List<Reunited> reunited) {
        var handle = tx.handle();
        var touched = new LinkedHashSet<RecordId>();
        for (var scope : reunited) {
            number(tx, scope);
            new Cursor(scope.scope(), scope.kept(), scope.chain()).write(handle);
            handle.execute("delete from backfill where scope = ?", scope.scope());
            touched.addAll(records(handle, scope));
        }
        remember(handle, reunited);
        restateWaiting(handle, reunited);
        handle.execute("update hub_link set epoch = ?", epoch);
        var rows = replica.rows(tx);
        touched.forEach(rows::foldAnew);
        rows.write();
        tx.touched(Replica.LINK);
    }

    private static void number(Tx tx, Reunited scope) {
        var update = tx.handle().prepareBatch("update journal set position = ?, rejected = ? where id = ?");
        for (var receipt : scope.receipts()) {
            update.add(receipt.position(), receipt.rejected(), receipt.id());
            if (receipt.rejected() != null) {
                Quarantine.add(tx, receipt.id());
            }
        }
        if (update.size() > 0) {
            update.execute();
        }
    }

    private static Set<RecordId> records(Handle handle, Reunited scope) {
        var records = new LinkedHashSet<RecordId>();
        for (var receipt : scope.receipts()) {
            handle.createQuery("select kind, entity from journal where id = :id")
                    .bind("id", receipt.id())
                    .map((row, context) -> new RecordId(row.getString("kind"), row.getObject("entity", UUID.class)))
                    .forEach(records::add);
        }
        return records;
    }

    private static void remember(Handle handle, List<Reunited> reunited) {
        var life = handle.createQuery("select coalesce(max(life), 0) + 1 from renumbering").mapTo(Integer.class).one();
        var insert = handle.prepareBatch("insert into renumbering (life, scope, kept) values (?, ?, ?)");
        reunited.forEach(scope -> insert.add(life, scope.scope(), scope.kept()));
        insert.execute();
    }

    /// What was not sent yet was written over what stands under other numbers now.
    private void restateWaiting(Handle handle, List<Reunited> reunited) {
        var scopes = replica.scopes(replica.link().orElseThrow());
        var update = handle.prepareBatch("update journal set base = ? where id = ?");
        for (var waiting : waiting(handle)) {
            reunited.stream()
                    .filter(scope -> scope.scope().equals(scopes.of(waiting.kind())))
                    .filter(scope -> waiting.base().filter(base -> base > scope.kept()).isPresent())
                    .forEach(scope -> update.add(scope.kept(), waiting.id()));
        }
        if (update.size() > 0) {
            update.execute();
        }
    }

    private static List<Entry> waiting(Handle handle) {
        return handle.createQuery("select * from journal where position is null and rejected is null")
                .map(Journal::entry)
                .list();
    }
}
