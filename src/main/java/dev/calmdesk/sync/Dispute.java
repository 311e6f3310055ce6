package dev.calmdesk.sync;

import dev.calmdesk.data.Entry;
import dev.calmdesk.data.RecordFold;
import dev.calmdesk.sync.Conflict.Disputed;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What a record's entries leave to a person. A pure function of them, so every desk sees the same.
///
/// A decision is an entry that has seen all versions. One that takes it back brings the earlier value back; then the
/// versions wait again.
final class Dispute {

    static final String DECIDED = "decided";
    static final String TAKEN_BACK = "decision_taken_back";

    private final List<Entry> entries;

    /// @param entries of one record, as [dev.calmdesk.data.Journal#inForce] orders them
    Dispute(List<Entry> entries) {
        this.entries = entries;
    }

    /// Every field that waits, with its versions.
    List<Disputed> waiting() {
        var fields = new LinkedHashSet<String>();
        entries.forEach(entry -> fields.addAll(entry.changes().keySet()));
        var conflicts = RecordFold.of(entries).conflicts();
        return fields.stream()
                .flatMap(field -> disputed(field, conflicts, entries).or(() -> waitingAgain(field)).stream())
                .toList();
    }

    private Optional<Disputed> waitingAgain(String field) {
        return newest(field)
                .filter(entry -> entry.act().equals(TAKEN_BACK))
                .flatMap(back -> decisionBefore(back, field))
                .flatMap(decision -> disputedBefore(decision, field));
    }

    /// The entry that set a field last.
    Optional<Entry> newest(String field) {
        return entries.reversed().stream().filter(entry -> entry.changes().containsKey(field)).findFirst();
    }

    private Optional<Entry> decisionBefore(Entry back, String field) {
        return entries.subList(0, entries.indexOf(back)).reversed().stream()
                .filter(entry -> entry.act().equals(DECIDED) && entry.changes().containsKey(field))
                .findFirst();
    }

    /// Between what a decision chose.
    Optional<Disputed> disputedBefore(Entry decision, String field) {
        var earlier = entries.subList(0, entries.indexOf(decision));
        return disputed(field, RecordFold.of(earlier).conflicts(), earlier)
                .or(() -> new Dispute(earlier).waitingAgain(field));
    }

    private static Optional<Disputed> disputed(
            String field, List<RecordFold.Conflict> conflicts, List<Entry> entries) {
        var ofField = conflicts.stream().filter(conflict -> conflict.field().equals(field)).toList();
        if (ofField.isEmpty()) {
            return Optional.empty();
        }
        var versions = new ArrayList<Entry>();
        versions.add(ofField.getFirst().standing());
        ofField.stream()
                .map(RecordFold.Conflict::other)
                .sorted(Comparator.comparing(entries::indexOf))
                .forEach(versions::add);
        return Optional.of(new Disputed(field, versions));
    }

    /// The fields of a decision whose value nobody has changed since.
    Set<String> standing(Entry decision) {
        var standing = new LinkedHashSet<String>();
        for (var field : decision.changes().keySet()) {
            if (newest(field).filter(newest -> newest.id().equals(decision.id())).isPresent()) {
                standing.add(field);
            }
        }
        return standing;
    }
}
