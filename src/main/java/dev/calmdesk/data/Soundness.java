package dev.calmdesk.data;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Whether a store is what its journal says: each row equals the sum of its entries, no entry of this desk is missing,
/// and each entry's record exists.
///
/// @param counts by name of kind
/// @param unchecked entries of kinds that this version does not know, by name of kind; kept, not judged
/// @param findings what is wrong; empty in a sound store
public record Soundness(Map<String, Count> counts, Map<String, Long> unchecked, List<Finding> findings) {

    public record Count(long rows, long entries) {}

    /// One thing that is wrong. Carries names and ids, never what a customer said.
    ///
    /// @param place field of a kind such as `note.text`, kind, or `journal`
    /// @param id the record, or the desk of a gap
    public record Finding(Fault fault, String place, UUID id) {}

    /// What can be wrong.
    public enum Fault {
        /// A row differs from the sum of its entries.
        DIFFERS,
        /// A row that no entry made.
        NO_ENTRY,
        /// Entries of a record that is not there.
        NO_ROW,
        /// The numbers of this desk's entries leave one out.
        GAP
    }

    public Soundness {
        counts = Map.copyOf(counts);
        unchecked = Map.copyOf(unchecked);
        findings = List.copyOf(findings);
    }

    public boolean isSound() {
        return findings.isEmpty();
    }

    /// Reads the whole journal once per kind, in order and without holding more than one record at a time.
    ///
    /// @param kinds all kinds the program knows
    public static Soundness of(Handle handle, List<Kind<?>> kinds) {
        var check = new Check(handle);
        kinds.forEach(check::look);
        check.lookForGaps();
        return new Soundness(check.counts, check.others(kinds), check.findings);
    }

    private static final class Check {

        private static final String ENTRIES = """
                select * from journal where kind = :kind order by entity, position nulls last, seq""";

        private final Handle handle;
        private final Map<String, Count> counts = new LinkedHashMap<>();
        private final List<Finding> findings = new ArrayList<>();

        Check(Handle handle) {
            this.handle = handle;
        }

        void look(Kind<?> kind) {
            var folding = new Folding(kind);
            try (var entries = handle.createQuery(ENTRIES)
                    .bind("kind", kind.name())
                    .map((row, context) -> new Judged(Journal.entry(row, context), row.getString("rejected") != null))
                    .stream()) {
                entries.forEach(folding::add);
            }
            folding.compare();
            handle.createQuery("""
                            select id from %s row_ where not exists (
                                select 1 from journal where entity = row_.id and kind = :kind)""".formatted(kind.table()))
                    .bind("kind", kind.name())
                    .mapTo(UUID.class)
                    .forEach(id -> findings.add(new Finding(Fault.NO_ENTRY, kind.name(), id)));
            var rows = handle.createQuery("select count(*) from " + kind.table()).mapTo(Long.class).one();
            counts.put(kind.name(), new Count(rows, folding.entries));
        }

        /// Other desks' entries come in part only, so only this desk's numbers must be whole.
        void lookForGaps() {
            handle.createQuery("""
                            select desk.id from desk join journal on journal.desk = desk.id
                            group by desk.id having min(seq) <> 1 or max(seq) <> count(*)""")
                    .mapTo(UUID.class)
                    .forEach(desk -> findings.add(new Finding(Fault.GAP, "journal", desk)));
        }

        Map<String, Long> others(List<Kind<?>> kinds) {
            Set<String> known = new HashSet<>();
            kinds.forEach(kind -> known.add(kind.name()));
            var others = new LinkedHashMap<String, Long>();
            handle.createQuery("select kind, count(*) as entries from journal group by kind")
                    .map((row, context) -> Map.entry(row.getString("kind"), row.getLong("entries")))
                    .forEach(found -> {
                        if (!known.contains(found.getKey())) {
                            others.put(found.getKey(), found.getValue());
                        }
                    });
            return others;
        }

        private record Judged(Entry entry, boolean isRejected) {}

        /// Sums up the entries of one record after the other.
        private final class Folding {
            private final Kind<?> kind;
            private final List<Entry> sum = new ArrayList<>();
            private final List<Entry> rejected = new ArrayList<>();
            private @Nullable UUID entity;
            private long entries;

            Folding(Kind<?> kind) {
                this.kind = kind;
            }

            void add(Judged judged) {
                var entry = judged.entry();
                entries++;
                if (!entry.entity().equals(entity)) {
                    compare();
                    entity = entry.entity();
                    sum.clear();
                    rejected.clear();
                }
                (judged.isRejected() ? rejected : sum).add(entry);
            }

            void compare() {
                if (entity == null) {
                    return;
                }
                var row = handle.createQuery("select * from " + kind.table() + " where id = :id")
                        .bind("id", entity)
                        .mapToMap()
                        .findOne();
                if (row.isEmpty()) {
                    findings.add(new Finding(Fault.NO_ROW, kind.name(), entity));
                    return;
                }
                var inForce = RecordFold.of(sum).values();
                for (var field : kind.fields().values()) {
                    if (!field.name().equals("id")
                            && !holds(field, inForce, row.get())
                            && !(!inForce.containsKey(field.name()) && isRejected(field, row.get()))) {
                        findings.add(new Finding(Fault.DIFFERS, kind.name() + "." + field.name(), entity));
                    }
                }
            }

            private boolean holds(Field field, Map<String, @Nullable Object> sum, Map<String, Object> row) {
                var stored = field.plain(row.get(field.name()));
                return sum.containsKey(field.name()) ? Field.same(sum.get(field.name()), stored) : isUnset(stored);
            }

            /// What the hub did not take stays visible where it was written.
            private boolean isRejected(Field field, Map<String, Object> row) {
                var stored = field.plain(row.get(field.name()));
                return rejected.stream()
                        .map(entry -> entry.changes().get(field.name()))
                        .anyMatch(change -> change != null && Field.same(change.get(1), stored));
            }

            /// A column that no entry ever named holds its default.
            private static boolean isUnset(@Nullable Object stored) {
                return stored == null || stored.equals(false) || stored instanceof Number number && number.longValue() == 0;
            }
        }
    }
}
