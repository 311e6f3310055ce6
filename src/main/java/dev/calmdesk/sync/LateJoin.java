package dev.calmdesk.sync;

import dev.calmdesk.data.Database;
import dev.calmdesk.sync.wire.Ahead;
import dev.calmdesk.sync.wire.Page;
import java.util.Optional;

/// How this desk reads a scope whose entries are too many to wait for: first what people need first, then what is new, and
/// beside its work what lies before. How far it came stands in [Backfill].
final class LateJoin {

    private final Replica replica;
    private final Database database;

    LateJoin(Replica replica, Database database) {
        this.replica = replica;
        this.database = database;
    }

    /// How far this desk came with a scope that it joined late; empty if it has all of it.
    Optional<Backfill> in(String scope) {
        return database.read(handle -> Backfill.of(handle, scope));
    }

    void begin(String scope, long head) {
        database.writeDo(tx -> new Backfill(scope, 0, head, Ahead.FIRST).write(tx.handle()));
    }

    /// Takes in a part of what is needed first; with the last part the desk stands where it began to ask.
    ///
    /// @return how many of its entries were new here
    int take(Backfill backfill, Ahead ahead) {
        return database.write(tx -> {
            var fresh = replica.store(tx, ahead.scope(), ahead.entries());
            if (ahead.next() == null) {
                new Cursor(ahead.scope(), backfill.until(), null).write(tx.handle());
            }
            new Backfill(ahead.scope(), backfill.done(), backfill.until(), ahead.next()).write(tx.handle());
            return fresh;
        });
    }

    /// Takes in a page of what lies before.
    ///
    /// @return how many of its entries were new here; a page that does not follow what is here changes nothing
    int fill(Backfill backfill, Page page) {
        return database.write(tx -> {
            var stands = Backfill.of(tx.handle(), page.scope());
            if (!stands.equals(Optional.of(backfill)) || page.after() != backfill.done()) {
                return 0;
            }
            var fresh = replica.store(tx, page.scope(), page.numbered());
            backfill.filledTo(page.end()).write(tx.handle());
            return fresh;
        });
    }

    /// How much of what lies before is here, in all scopes; empty if nothing is still to come.
    Optional<FillingIn> fillingIn() {
        return database.read(handle -> handle.createQuery(
                        "select sum(done) as done, sum(until) as until from backfill having count(*) > 0")
                .map((row, context) -> new FillingIn(row.getLong("done"), row.getLong("until")))
                .findOne());
    }
}
