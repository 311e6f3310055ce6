package dev.calmdesk.data;

import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// One write transaction. Passed as an argument while [Database#write] runs, never kept.
public final class Tx {

    /// Announced when this desk got another short name or id.
    public static final String DESK = "desk";

    private final Handle handle;
    private final Journal journal;
    private final Set<String> changedKinds = new HashSet<>();
    private long appendedSeq;
    private int actsBegun;
    private int actsDone;
    private Database.@Nullable Desk desk;
    private boolean isCompactionDue;

    Tx(Handle handle, Journal journal) {
        this.handle = handle;
        this.journal = journal;
    }

    /// For queries, and for rows that are local to this desk and therefore not journalled (drafts, counters).
    public Handle handle() {
        return handle;
    }

    public <S> S store(Class<S> store) {
        return handle.attach(store);
    }

    public <R extends Record> Optional<R> find(Kind<R> kind, UUID id) {
        return Rows.find(handle, kind, id);
    }

    /// @throws java.util.NoSuchElementException if there is no such row
    public <R extends Record> R get(Kind<R> kind, UUID id) {
        return find(kind, id).orElseThrow();
    }

    /// Rows that are not journalled announce their change here.
    public void touched(String kind) {
        changedKinds.add(kind);
    }

    Set<String> changedKinds() {
        return changedKinds;
    }

    /// Number of the newest journal entry of this transaction, 0 if it has none.
    long appendedSeq() {
        return appendedSeq;
    }

    /// Notes that entries came in that were not appended here, the newest with this number.
    void appended(long seq) {
        appendedSeq = seq;
        journal.forgetNumber();
    }

    /// From the commit of this transaction on the store writes as this desk: it got another code, or it goes on under a
    /// new id since entries under its old one are told elsewhere.
    public void settle(Database.Desk as) {
        var before = handle.createQuery("select id from desk").mapTo(UUID.class).one();
        if (!before.equals(as.id())) {
            handle.execute("insert into desk_before (id) values (?)", before);
        }
        handle.execute("update desk set id = ?, code = ?", as.id(), as.code());
        desk = as;
        touched(DESK);
    }

    /// Bytes of what was erased stay in the file until it is written anew; that happens when the store is closed, or at
    /// the next start if it was killed.
    public void compactWhenClosed() {
        isCompactionDue = true;
    }

    boolean isCompactionDue() {
        return isCompactionDue;
    }

    Optional<Database.Desk> settledAs() {
        return Optional.ofNullable(desk);
    }

    /// An act may have failed between its row and its journal entry and somebody have caught that; the transaction must not
    /// be committed all the same.
    void refuseIfHalfDone() {
        if (actsBegun != actsDone) {
            throw new IllegalStateException("An act failed half way and its failure was swallowed");
        }
    }

    /// Begins an assignment of fields to a row, which is made if it does not exist yet.
    /// `tx.write(KIND, id).set("severity", S2).as("classified", by)` reads as one sentence.
    public <R extends Record> Writing<R> write(Kind<R> kind, UUID id) {
        return new Writing<>(kind, id);
    }

    /// An assignment that becomes the row and its journal entry together. This is the only way a shared row changes,
    /// therefore a row always equals the sum of its entries.
    public final class Writing<R extends Record> {
        private final Kind<R> kind;
        private final UUID id;
        private final Map<String, @Nullable Object> values = new LinkedHashMap<>();
        private @Nullable SeenAt seen;

        private Writing(Kind<R> kind, UUID id) {
            this.kind = kind;
            this.id = id;
        }

        /// @param field a field name of the kind, in snake case
        /// @param value null clears the field
        public Writing<R> set(String field, @Nullable Object value) {
            values.put(field, kind.field(field).plain(value));
            return this;
        }

        public Writing<R> set(Map<String, ? extends @Nullable Object> assignments) {
            assignments.forEach(this::set);
            return this;
        }

        /// What of the record the author had seen when they began to write, if that is less than what is here: others may
        /// have written meanwhile. Empty if it is all that is here.
        public Writing<R> over(Optional<SeenAt> newestSeen) {
            seen = newestSeen.orElse(null);
            return this;
        }

        /// Like [#as], but without a trace if the row has these values already.
        public void asWhenChanged(String act, UUID author) {
            var before = before();
            if (!changes(before.orElse(Map.of())).isEmpty()) {
                as(act, author);
            }
        }

        /// Carries it out: writes the row, appends the journal entry with what really changed.
        ///
        /// @param act what was done, a verb in the past such as `classified`
        /// @param author the person who did it
        public void as(String act, UUID author) {
            var before = before();
            carryOut(act, author, before, changes(before.orElse(Map.of())));
        }

        /// Like [#as], but every field that was set stands in the entry, even with the value that it had: the author has
        /// decided that it is this one.
        public void asDecision(String act, UUID author) {
            var before = before();
            var changes = new LinkedHashMap<String, List<@Nullable Object>>();
            values.forEach((field, value) ->
                    changes.put(field, Arrays.asList(old(before.orElse(Map.of()), field), value)));
            carryOut(act, author, before, changes);
        }

        private void carryOut(
                String act, UUID author, Optional<Map<String, Object>> before, Map<String, List<@Nullable Object>> changes) {
            actsBegun++;
            if (before.isEmpty()) {
                insert();
            } else if (!changes.isEmpty()) {
                update(changes.keySet());
            }
            var subject = subject(before.orElse(Map.of()));
            appendedSeq = journal.append(handle, kind, id, subject, act, author, seen, changes);
            actsDone++;
            touched(kind.name());
        }

        private Optional<Map<String, Object>> before() {
            return handle.createQuery("select * from " + kind.table() + " where id = :id")
                    .bind("id", id)
                    .mapToMap()
                    .findOne();
        }

        private Map<String, List<@Nullable Object>> changes(Map<String, Object> before) {
            var changes = new LinkedHashMap<String, List<@Nullable Object>>();
            values.forEach((field, value) -> {
                var old = old(before, field);
                if (!Field.same(old, value)) {
                    changes.put(field, Arrays.asList(old, value));
                }
            });
            return changes;
        }

        private @Nullable Object old(Map<String, Object> before, String field) {
            return kind.field(field).plain(before.get(field));
        }

        private void insert() {
            var columns = String.join(", ", values.keySet());
            var places = ":" + String.join(", :", values.keySet());
            try (var update = handle.createUpdate("insert into %s (id%s) values (:id%s)"
                    .formatted(kind.table(), prefixed(columns), values.isEmpty() ? "" : ", " + places))) {
                update.bind("id", id).bindMap(values).execute();
            }
        }

        private static String prefixed(String columns) {
            return columns.isEmpty() ? "" : ", " + columns;
        }

        private void update(Set<String> fields) {
            var assignments = String.join(
                    ", ", fields.stream().map(field -> field + " = :" + field).toList());
            try (var update = handle.createUpdate(
                    "update %s set %s where id = :id".formatted(kind.table(), assignments))) {
                update.bind("id", id).bindMap(values).execute();
            }
        }

        private @Nullable UUID subject(Map<String, Object> before) {
            if (kind.subjectField().equals("id")) {
                return id;
            }
            var subject = values.containsKey(kind.subjectField())
                    ? values.get(kind.subjectField())
                    : before.get(kind.subjectField());
            return subject == null ? null : UUID.fromString(subject.toString());
        }
    }
}
