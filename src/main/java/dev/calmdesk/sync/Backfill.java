package dev.calmdesk.sync;

import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// A scope that this desk joined late: it got first what people need first, works on from there, and fills in the rest
/// beside its work.
///
/// @param done number up to which the rest is here
/// @param until number at which the desk joined; at it nothing is left to fill in
/// @param next where to go on asking for what is needed first; null once all of that is here
record Backfill(String scope, long done, long until, @Nullable String next) {

    static Optional<Backfill> of(Handle handle, String scope) {
        return handle.createQuery("select * from backfill where scope = :scope")
                .bind("scope", scope)
                .map((row, context) -> new Backfill(
                        row.getString("scope"), row.getLong("done"), row.getLong("until"), row.getString("next")))
                .findOne();
    }

    Backfill filledTo(long position) {
        return new Backfill(scope, position, until, next);
    }

    /// Remembers how far it came; nothing once it is whole.
    void write(Handle handle) {
        if (done < until) {
            handle.execute("merge into backfill (scope, done, until, next) values (?, ?, ?, ?)", scope, done, until, next);
        } else {
            handle.execute("delete from backfill where scope = ?", scope);
        }
    }
}
