package dev.calmdesk.sync;

import dev.calmdesk.base.Problem;
import dev.calmdesk.data.Database;
import dev.calmdesk.data.Entry;
import dev.calmdesk.data.Journal;
import dev.calmdesk.data.Kind;
import dev.calmdesk.data.RecordId;
import dev.calmdesk.data.Tx;
import dev.calmdesk.people.Actor;
import dev.calmdesk.people.Role;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// What waits for a person because several desks wrote it, and how the person settles it. Decisions are entries like any
/// other: they have an author, travel, and settle the matter on every desk.
public final class Conflicts {

    /// Announced when conflicts or decisions came or went.
    public static final String CHANGED = Replica.CONFLICT;

    private static final int RECENT = 30;

    private final Database database;
    private final Map<String, Kind<?>> kinds;
    private final Set<String> companyKinds;

    /// @param kinds all kinds the program knows
    /// @param companyKinds names of the kinds that the whole company shares
    public Conflicts(Database database, Collection<Kind<?>> kinds, Set<String> companyKinds) {
        this.database = database;
        this.kinds = kinds.stream().collect(Collectors.toUnmodifiableMap(Kind::name, Function.identity()));
        this.companyKinds = Set.copyOf(companyKinds);
    }

    /// What waits and concerns somebody, the longest waiting first.
    public List<Conflict> open(Actor person) {
        return database.read(handle -> handle
                .createQuery("""
                        select distinct kind, entity from conflict
                        union select distinct j.kind, j.entity from conflict_decision d join journal j on j.id = d.entry
                        where j.act = :back""")
                .bind("back", Dispute.TAKEN_BACK)
                .map((row, context) -> new RecordId(row.getString("kind"), row.getObject("entity", UUID.class)))
                .list()
                .stream()
                .flatMap(known -> waiting(handle, known).stream())
                .filter(conflict -> concerns(handle, person, conflict))
                .sorted(Comparator.comparing(Conflicts::since))
                .toList());
    }

    private static java.time.Instant since(Conflict conflict) {
        return conflict.fields().getFirst().versions().getLast().at();
    }

    private Optional<Conflict> waiting(Handle handle, RecordId known) {
        var entries = Journal.inForce(handle, known);
        return conflict(known, entries, new Dispute(entries).waiting());
    }

    private Optional<Conflict> conflict(RecordId known, List<Entry> entries, List<Conflict.Disputed> disputed) {
        var kind = kinds.get(known.kind());
        if (kind == null || disputed.isEmpty()) {
            return Optional.empty();
        }
        var order = List.copyOf(kind.fields().keySet());
        var subject = entries.reversed().stream().flatMap(entry -> entry.subject().stream()).findFirst();
        var shown = disputed.stream()
                .filter(field -> order.contains(field.field()) && !kind.automatic().contains(field.field()))
                .sorted(Comparator.comparingInt(field -> order.indexOf(field.field())))
                .toList();
        return shown.isEmpty()
                ? Optional.empty()
                : Optional.of(new Conflict(known.kind(), known.id(), subject, shown));
    }

    /// Leads see everything; others what they wrote or own. What the whole company shares carries no customer's data and
    /// concerns those who look after it.
    private boolean concerns(Handle handle, Actor person, Conflict conflict) {
        return person.isAny(Role.LEAD, Role.MANAGER)
                || conflict.isBy(person.id())
                || (companyKinds.contains(conflict.kind()) && person.isAny(Role.QUALITY, Role.ADMIN))
                || isOwner(handle, person, conflict.kind(), conflict.entity())
                || conflict.subject()
                        .filter(subject -> kindsOf(handle, subject).stream().anyMatch(kind -> isOwner(handle, person, kind, subject)))
                        .isPresent();
    }

    private boolean isOwner(Handle handle, Actor person, String kindName, UUID record) {
        var kind = kinds.get(kindName);
        return kind != null
                && kind.fields().containsKey("owner")
                && handle.createQuery("select 1 from %s where id = :id and owner = :owner".formatted(kind.table()))
                        .bind("id", record)
                        .bind("owner", person.id())
                        .mapTo(Integer.class)
                        .findOne()
                        .isPresent();
    }

    /// A case and the records of its steps share an id.
    private static List<String> kindsOf(Handle handle, UUID id) {
        return handle.createQuery("select distinct kind from journal where entity = :entity")
                .bind("entity", id)
                .mapTo(String.class)
                .list();
    }

    /// What was decided lately and concerns somebody, the newest first.
    public List<Decision> recent(Actor person) {
        return database.read(handle -> handle
                .createQuery("""
                        select j.* from conflict_decision d join journal j on j.id = d.entry
                        where j.act = :decided order by d.at desc, j.id desc limit :most""")
                .bind("decided", Dispute.DECIDED)
                .bind("most", RECENT)
                .map(Journal::entry)
                .list()
                .stream()
                .flatMap(entry -> decision(handle, entry).stream())
                .filter(decision -> concerns(handle, person, decision.over())
                        || decision.entry().author().equals(person.id()))
                .toList());
    }

    /// @return empty for one that was taken back: what it decided waits again
    private Optional<Decision> decision(Handle handle, Entry entry) {
        var entries = Journal.inForce(handle, entry.record());
        if (entries.stream().noneMatch(each -> each.id().equals(entry.id()))) {
            return Optional.empty(); // the hub rejected it: it stands among the problems
        }
        var dispute = new Dispute(entries);
        var isTakenBack = entry.changes().keySet().stream()
                .allMatch(field -> dispute.newest(field).filter(newest -> newest.act().equals(Dispute.TAKEN_BACK)).isPresent());
        var disputed = entry.changes().keySet().stream()
                .flatMap(field -> dispute.disputedBefore(entry, field).stream())
                .toList();
        return isTakenBack
                ? Optional.empty()
                : conflict(entry.record(), entries, disputed)
                        .map(over -> new Decision(
                                entry, over, dispute.standing(entry).equals(entry.changes().keySet())));
    }

    /// Decides some fields of a conflict.
    ///
    /// @param conflict as the person saw it
    /// @param values by field; one of the versions, or something else
    /// @return what was decided, so that it can be taken back
    /// @throws Problem.Refused if it is not what waits any more
    /// @throws Problem.NotAllowed if it does not concern the person
    public Decision decide(Actor by, Conflict conflict, Map<String, ? extends @Nullable Object> values) {
        return database.write(tx -> {
            var now = waiting(tx.handle(), new RecordId(conflict.kind(), conflict.entity()));
            var isSame = values.keySet().stream().allMatch(field -> now.flatMap(current -> current.field(field))
                    .filter(current -> current.isSameAs(conflict.field(field).orElseThrow()))
                    .isPresent());
            if (!isSame || values.isEmpty()) {
                throw Problem.refused("sync.problem.conflict_changed");
            }
            requireConcern(tx, by, conflict);
            var record = new RecordId(conflict.kind(), conflict.entity());
            write(tx, record, values, Dispute.DECIDED, by);
            return newestDecision(tx, record);
        });
    }

    private Decision newestDecision(Tx tx, RecordId record) {
        var entry = Journal.inForce(tx.handle(), record).getLast();
        return decision(tx.handle(), entry).orElseThrow();
    }

    /// Brings back what stood before a decision; what it chose between waits again.
    ///
    /// @throws Problem.Refused if somebody has changed one of its fields since
    public void takeBack(Actor by, Decision decision) {
        database.writeDo(tx -> {
            var entry = decision.entry();
            var entries = Journal.inForce(tx.handle(), entry.record());
            if (!new Dispute(entries).standing(entry).equals(entry.changes().keySet())) {
                throw Problem.refused("sync.problem.decision_overtaken");
            }
            requireConcern(tx, by, decision.over());
            var values = new java.util.HashMap<String, @Nullable Object>();
            entry.changes().forEach((field, change) -> values.put(field, change.get(0)));
            write(tx, entry.record(), values, Dispute.TAKEN_BACK, by);
        });
    }

    private void requireConcern(Tx tx, Actor by, Conflict conflict) {
        if (!concerns(tx.handle(), by, conflict)) {
            throw Problem.notAllowed("people.problem.not_allowed", by.name());
        }
    }

    private void write(
            Tx tx, RecordId record, Map<String, ? extends @Nullable Object> values, String act, Actor by) {
        tx.write(Objects.requireNonNull(kinds.get(record.kind())), record.id()).set(values).asDecision(act, by.id());
        values.keySet().forEach(field -> tx.handle().execute(
                "delete from conflict where entity = ? and kind = ? and field = ?", record.id(), record.kind(), field));
        Decisions.remember(tx, Journal.inForce(tx.handle(), record));
    }
}
