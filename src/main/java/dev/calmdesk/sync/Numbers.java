package dev.calmdesk.sync;

import dev.calmdesk.sync.wire.Page;
import dev.calmdesk.sync.wire.Push;
import dev.calmdesk.sync.wire.Receipt;
import dev.calmdesk.sync.wire.Refusal;
import java.util.HashMap;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/// Each number of a scope stands for one entry for ever. A hub that gives one twice was restored from a backup ([Reunion]);
/// nothing of what it says may be stored before that is mended.
final class Numbers {

    private Numbers() {}

    /// @throws Refusal with [Refusal.Code#OTHER_EPOCH] if other entries stand here than those that the page continues, or
    ///     under its numbers: what this desk wrote has its number before all before it was read
    static void requireSame(Handle handle, Cursor cursor, Page page) {
        if (cursor.chain() != null && page.chain() != null && !cursor.chain().equals(page.chain())) {
            throw otherAt(page.after());
        }
        var numbers = new TreeMap<Long, UUID>();
        page.numbered().forEach(numbered -> numbers.put(numbered.position(), numbered.entry().id()));
        requireSame(handle, page.scope(), numbers);
    }

    /// @throws Refusal with [Refusal.Code#OTHER_EPOCH] if other entries stand here under these numbers
    static void requireSame(Handle handle, Push push, List<Receipt> receipts) {
        var scopes = new HashMap<String, TreeMap<Long, UUID>>();
        for (var i = 0; i < receipts.size(); i++) {
            var position = receipts.get(i).position();
            if (position != null) {
                scopes.computeIfAbsent(push.entries().get(i).scope(), fresh -> new TreeMap<>())
                        .put(position, receipts.get(i).id());
            }
        }
        scopes.forEach((scope, numbers) -> requireSame(handle, scope, numbers));
    }

    private static void requireSame(Handle handle, String scope, TreeMap<Long, UUID> numbers) {
        if (numbers.isEmpty()) {
            return;
        }
        handle.createQuery("select id, position from journal where scope = :scope and position between :first and :last")
                .bind("scope", scope)
                .bind("first", numbers.firstKey())
                .bind("last", numbers.lastKey())
                .map((row, context) -> {
                    var position = row.getLong("position");
                    var there = numbers.get(position);
                    if (there != null && !there.equals(row.getObject("id", UUID.class))) {
                        throw otherAt(position);
                    }
                    return position;
                })
                .list();
    }

    private static Refusal otherAt(long position) {
        return Refusal.of(Refusal.Code.OTHER_EPOCH, "the hub has something else at " + position);
    }
}
