package dev.calmdesk.sync;

import dev.calmdesk.data.RecordId;
import dev.calmdesk.sync.wire.Push;
import dev.calmdesk.sync.wire.Receipt;
import dev.calmdesk.sync.wire.WireEntry;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Own entries that the hub answered for. They are known by their numbers on this desk, which have no gap, so each step
/// is one statement for many of them.
final class AnsweredEntries {

    private final Handle handle;
    private final UUID desk;
    private final Push push;

    /// @param desk which this store writes as
    AnsweredEntries(Handle handle, UUID desk, Push push) {
        this.handle = handle;
        this.desk = desk;
        this.push = push;
    }

    /// Whether these numbers still belong to what was pushed.
    boolean areHere() {
        return handle.createQuery("select id from journal where desk = :desk and seq between :from and :to order by seq")
                .bind("desk", desk)
                .bind("from", push.from())
                .bind("to", end(push.entries().size()))
                .mapTo(UUID.class)
                .list()
                .equals(push.entries().stream().map(WireEntry::id).toList());
    }

    /// The number on this desk of the last of the first few entries.
    private long end(int entries) {
        return push.from() + entries - 1;
    }

    /// Writes down what the hub said of each.
    void number(List<Receipt> receipts) {
        if (receipts.isEmpty()) {
            return;
        }
        var update = handle.prepareBatch("""
                update journal set scope = :scope, position = seq + :ahead, rejected = :rejected
                where desk = :desk and seq between :from and :to""");
        for (var first = 0; first < receipts.size(); ) {
            var answer = answer(first, receipts);
            var end = first + 1;
            while (end < receipts.size() && answer.equals(answer(end, receipts))) {
                end++;
            }
            update.bind("scope", answer.scope())
                    .bind("ahead", answer.ahead())
                    .bind("rejected", answer.rejected())
                    .bind("desk", desk)
                    .bind("from", end(first + 1))
                    .bind("to", end(end))
                    .add();
            first = end;
        }
        update.execute();
    }

    /// What is the same for neighbours that the hub treated alike.
    ///
    /// @param ahead how much larger the hub's number is than this desk's
    private record Answer(String scope, @Nullable Long ahead, @Nullable String rejected) {}

    private Answer answer(int index, List<Receipt> receipts) {
        var entry = push.entries().get(index);
        var receipt = receipts.get(index);
        var ahead = receipt.position() == null ? null : Long.valueOf(receipt.position() - entry.seq());
        return new Answer(entry.scope(), ahead, receipt.rejected());
    }

    /// Their records that other desks wrote, too, or of which the hub did not take something; all others are the same with
    /// numbers as without.
    Set<RecordId> changedByAnswer() {
        return new LinkedHashSet<>(handle.createQuery("""
                        select distinct own.kind, own.entity from journal own
                        join journal other on other.entity = own.entity and other.kind = own.kind
                            and (other.desk <> own.desk or other.rejected is not null)
                        where own.desk = :desk and own.seq between :from and :to""")
                .bind("desk", desk)
                .bind("from", push.from())
                .bind("to", end(push.entries().size()))
                .map((row, context) -> new RecordId(row.getString("kind"), row.getObject("entity", UUID.class)))
                .list());
    }
}
