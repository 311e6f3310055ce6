package dev.calmdesk.sync;

import dev.calmdesk.base.Problem;
import dev.calmdesk.data.Database;
import dev.calmdesk.data.Entry;
import dev.calmdesk.data.Journal;
import dev.calmdesk.data.Kind;
import dev.calmdesk.data.RecordFold;
import dev.calmdesk.data.RecordId;
import dev.calmdesk.data.Tx;
import dev.calmdesk.people.Actor;
import dev.calmdesk.people.Role;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// What the hub did not take. It stays on this desk, whole, until a person sends it again or takes note of it.
public final class Quarantine {

    /// Announced when something was rejected or settled.
    public static final String CHANGED = "quarantine";

    private static final String SENT_AGAIN = "sent-again";
    private static final String KEPT_HERE = "kept-here";

    private final Database database;
    private final Map<String, Kind<?>> kinds;

    /// @param kinds all kinds the program knows
    public Quarantine(Database database, Collection<Kind<?>> kinds) {
        this.database = database;
        this.kinds = kinds.stream().collect(Collectors.toUnmodifiableMap(Kind::name, Function.identity()));
    }

    /// One entry that the hub rejected.
    ///
    /// @param reason the hub's stable code
    public record Rejected(Entry entry, String reason) {}

    /// Everything of one record that the hub rejected, oldest first.
    ///
    /// @param now what the record holds without it, by field, in the plain form of the journal; fields that nobody else
    ///     wrote are absent
    public record Held(String kind, UUID entity, List<Rejected> rejected, Map<String, @Nullable Object> now) {

        public Held {
            rejected = List.copyOf(rejected);
        }

        /// Whether somebody wrote any of it.
        public boolean isBy(UUID person) {
            return rejected.stream().anyMatch(each -> each.entry().author().equals(person));
        }
    }

    /// What nobody has dealt with and concerns somebody: leads all of it, others what they wrote. Oldest first.
    public List<Held> held(Actor person) {
        return database.read(Quarantine::held).stream()
                .filter(held -> person.isAny(Role.LEAD, Role.MANAGER) || held.isBy(person.id()))
                .toList();
    }

    private static List<Held> held(Handle handle) {
        var byRecord = new LinkedHashMap<RecordId, List<Rejected>>();
        handle.createQuery("""
                        select j.* from quarantine q join journal j on j.id = q.entry
                        where q.settled is null and j.rejected is not null order by j.desk, j.seq""")
                .map((row, context) -> new Rejected(Journal.entry(row, context), row.getString("rejected")))
                .forEach(rejected -> byRecord
                        .computeIfAbsent(rejected.entry().record(), fresh -> new ArrayList<>())
                        .add(rejected));
        return byRecord.entrySet().stream()
                .map(record -> new Held(
                        record.getKey().kind(), record.getKey().id(), record.getValue(),
                        RecordFold.of(Journal.inForce(handle, record.getKey())).values()))
                .toList();
    }

    /// Does once more what was rejected: new entries with the same acts and values, by whoever sends them.
    ///
    /// @throws Problem.Refused if somebody dealt with it already
    public void sendAgain(Actor by, Held held) {
        settle(held, SENT_AGAIN, tx -> {
            var kind = kinds.get(held.kind());
            if (kind == null) {
                throw Problem.refused("sync.problem.newer_kind");
            }
            for (var rejected : held.rejected()) {
                var entry = rejected.entry();
                var values = new LinkedHashMap<String, @Nullable Object>();
                entry.changes().forEach((field, change) -> values.put(field, change.get(1)));
                tx.write(kind, entry.entity()).set(values).asDecision(entry.act(), by.id());
            }
        });
    }

    /// Leaves it on this desk alone, without asking again.
    ///
    /// @throws Problem.Refused if somebody dealt with it already
    public void keepHere(Held held) {
        settle(held, KEPT_HERE, tx -> {});
    }

    /// Notes that the hub did not take an entry; what a person did about it before stays done.
    static void add(Tx tx, UUID entry) {
        tx.handle().execute(
                "insert into quarantine (entry) select ? where not exists (select 1 from quarantine where entry = ?)",
                entry, entry);
        tx.touched(CHANGED);
    }

    private void settle(Held held, String how, Consumer<Tx> work) {
        database.writeDo(tx -> {
            for (var rejected : held.rejected()) {
                var settled = tx.handle().execute(
                        "update quarantine set settled = ? where entry = ? and settled is null", how, rejected.entry().id());
                if (settled == 0) {
                    throw Problem.refused("sync.problem.settled_already");
                }
            }
            work.accept(tx);
            tx.touched(CHANGED);
        });
    }
}
