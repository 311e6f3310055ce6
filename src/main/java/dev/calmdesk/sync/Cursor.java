package dev.calmdesk.sync;

import dev.calmdesk.sync.wire.Chain;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// How far this desk has read a scope without a gap.
///
/// @param position number of the newest entry; 0 if none
/// @param chain what was read, for comparing with the hub; null where this desk takes the hub's word
record Cursor(String scope, long position, @Nullable Chain chain) {

    static Cursor of(Handle handle, String scope) {
        return handle.createQuery("select position, chain from scope_cursor where scope = :scope")
                .bind("scope", scope)
                .map((row, context) -> {
                    var chain = row.getString("chain");
                    return new Cursor(scope, row.getLong("position"), chain == null ? null : new Chain(chain));
                })
                .findOne()
                .orElse(new Cursor(scope, 0, Chain.START));
    }

    /// The same after entries that follow.
    Cursor with(List<UUID> ids) {
        return new Cursor(scope, position + ids.size(), chain == null ? null : chain.with(ids));
    }

    void write(Handle handle) {
        handle.execute(
                "merge into scope_cursor (scope, position, chain) values (?, ?, ?)",
                scope, position, chain == null ? null : chain.value());
    }
}
