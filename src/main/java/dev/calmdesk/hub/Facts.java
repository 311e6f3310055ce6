package dev.calmdesk.hub;

import static java.util.stream.Collectors.toUnmodifiableSet;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.calmdesk.complaint.Authority;
import dev.calmdesk.data.Entry;
import dev.calmdesk.data.Json;
import dev.calmdesk.data.RecordFold;
import dev.calmdesk.knowledge.ArticleState;
import dev.calmdesk.people.Role;
import dev.calmdesk.sync.wire.WireEntry;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What the hub judges by: who works here with which roles, what each role may grant, and what was granted. Folded from
/// entries as every desk folds them, in the order of their numbers.
final class Facts {

    /// The kinds that are kept, and of each only the fields that matter; names and words stay in the entries.
    static final Map<String, Set<String>> KEPT = Map.of(
            "person", Set.of("roles", "active"),
            "workplace", Set.of("topic", "body"),
            "article", Set.of("state", "written_by"),
            "remedy", Set.of("case_id", "type", "amount_minor", "currency", "state"),
            "approval", Set.of("case_id", "remedy_id", "amount_minor", "asked_by", "state", "allowed_minor", "decided_by"));

    private static final TypeReference<List<String>> TEXTS = new TypeReference<>() {};

    private final Map<Key, Map<String, @Nullable Object>> values = new HashMap<>();
    private final Map<Key, List<Entry>> entries = new HashMap<>();
    private final Set<Key> changed = new HashSet<>();
    private boolean isNobodyKnown;

    /// Names one record.
    record Key(String kind, UUID entity) {}

    /// Somebody who works here.
    record Worker(Set<Role> roles, boolean isActive) {}

    /// Something done for a customer, as far as its grant goes.
    record Remedy(Optional<UUID> caseId, String type, long amountMinor, String currency, String state) {

        boolean isGranted() {
            return state.equals("ALLOWED") || state.equals("DONE");
        }

        /// Whether a grant of this one is the same grant, however far it has come.
        boolean isSameGrant(Remedy other) {
            return caseId.equals(other.caseId)
                    && type.equals(other.type)
                    && amountMinor == other.amountMinor
                    && currency.equals(other.currency);
        }
    }

    /// A request to allow a remedy.
    record Approval(
            Optional<UUID> remedyId, long amountMinor, Optional<UUID> askedBy, String state, long allowedMinor,
            Optional<UUID> decidedBy) {}

    /// Something written, as far as its author and its state go; what this version cannot read is not there.
    record Article(Optional<ArticleState> state, Optional<UUID> writtenBy) {}

    /// @param isNobodyKnown whether no person was ever taken in
    Facts(boolean isNobodyKnown) {
        this.isNobodyKnown = isNobodyKnown;
    }

    boolean isNobodyKnown() {
        return isNobodyKnown;
    }

    static boolean keeps(String kind) {
        return KEPT.containsKey(kind);
    }

    /// Adds a record as it was kept.
    void know(Key record, Map<String, @Nullable Object> fields) {
        values.put(record, fields);
    }

    /// Adds an entry that was taken earlier, of a record that a new one belongs to.
    void knowEntry(Entry entry) {
        entries.computeIfAbsent(new Key(entry.kind(), entry.entity()), fresh -> new ArrayList<>()).add(entry);
    }

    /// Takes in an entry that was not rejected.
    void take(Entry entry) {
        if (!keeps(entry.kind())) {
            return;
        }
        knowEntry(entry);
        var record = new Key(entry.kind(), entry.entity());
        var fields = new HashMap<>(RecordFold.of(entries.get(record)).values());
        fields.keySet().retainAll(KEPT.get(entry.kind()));
        if (entry.kind().equals("workplace") && !isAuthority(fields)) {
            return; // of what a company decides, only who may grant how much is judged by
        }
        values.put(record, fields);
        changed.add(record);
        isNobodyKnown &= !entry.kind().equals("person");
    }

    /// The records that differ now from what was kept.
    Map<Key, Map<String, @Nullable Object>> changed() {
        var result = new HashMap<Key, Map<String, @Nullable Object>>();
        changed.forEach(record -> result.put(record, values.get(record)));
        return result;
    }

    Optional<Worker> worker(UUID id) {
        return find("person", id).map(fields -> new Worker(roles(fields), Boolean.TRUE.equals(fields.get("active"))));
    }

    private static Set<Role> roles(Map<String, @Nullable Object> fields) {
        try {
            var names = Json.read(text(fields, "roles"), TEXTS);
            return Arrays.stream(Role.values()).filter(role -> names.contains(role.name())).collect(toUnmodifiableSet());
        } catch (IllegalArgumentException unreadable) {
            return Set.of(); // what nobody can read gives no right
        }
    }

    /// What each role may grant.
    List<Authority> authorities() {
        var found = new ArrayList<Authority>();
        values.forEach((record, fields) -> {
            if (record.kind().equals("workplace") && isAuthority(fields)) {
                try {
                    found.add(Json.read(text(fields, "body"), Authority.class));
                } catch (IllegalArgumentException unreadable) {
                    // what nobody can read grants nothing
                }
            }
        });
        return found;
    }

    private static boolean isAuthority(Map<String, @Nullable Object> workplaceItem) {
        return text(workplaceItem, "topic").equals(Authority.TOPIC.name());
    }

    Optional<Remedy> remedy(UUID id) {
        return find("remedy", id).map(Facts::remedyOf);
    }

    /// A remedy as the author of an entry wants it.
    Remedy remedyMeant(WireEntry entry) {
        var fields = new HashMap<>(find("remedy", entry.entity()).orElse(Map.of()));
        entry.changes().forEach((field, change) -> fields.put(field, change.get(1)));
        return remedyOf(fields);
    }

    /// A remedy as everybody will see it after an entry: what others wrote at the same time may stand in its place.
    Remedy remedyAfter(WireEntry entry) {
        var all = new ArrayList<>(entries.getOrDefault(new Key("remedy", entry.entity()), List.of()));
        all.add(entry.at(Long.MAX_VALUE));
        return remedyOf(RecordFold.of(all).values());
    }

    /// The other remedies of a case that are granted.
    List<Authority.Granted> granted(Optional<UUID> caseId, UUID except) {
        return values.entrySet().stream()
                .filter(known -> known.getKey().kind().equals("remedy") && !known.getKey().entity().equals(except))
                .map(known -> remedyOf(known.getValue()))
                .filter(remedy -> remedy.isGranted() && remedy.caseId().equals(caseId))
                .map(remedy -> new Authority.Granted(remedy.type(), remedy.amountMinor()))
                .toList();
    }

    Optional<Approval> approval(UUID id) {
        return find("approval", id).map(Facts::approvalOf);
    }

    /// What was asked for a remedy, whatever the answer.
    List<Approval> approvalsOf(UUID remedy) {
        return values.entrySet().stream()
                .filter(known -> known.getKey().kind().equals("approval"))
                .map(known -> approvalOf(known.getValue()))
                .filter(approval -> approval.remedyId().filter(remedy::equals).isPresent())
                .toList();
    }

    Optional<Article> article(UUID id) {
        return find("article", id).map(fields -> new Article(
                Arrays.stream(ArticleState.values())
                        .filter(state -> state.name().equals(text(fields, "state")))
                        .findFirst(),
                id(fields, "written_by")));
    }

    private Optional<Map<String, @Nullable Object>> find(String kind, UUID entity) {
        return Optional.ofNullable(values.get(new Key(kind, entity)));
    }

    private static Remedy remedyOf(Map<String, @Nullable Object> fields) {
        return new Remedy(
                id(fields, "case_id"), text(fields, "type"), number(fields, "amount_minor"), text(fields, "currency"),
                text(fields, "state"));
    }

    private static Approval approvalOf(Map<String, @Nullable Object> fields) {
        return new Approval(
                id(fields, "remedy_id"), number(fields, "amount_minor"), id(fields, "asked_by"), text(fields, "state"),
                number(fields, "allowed_minor"), id(fields, "decided_by"));
    }

    private static String text(Map<String, @Nullable Object> fields, String name) {
        return fields.get(name) instanceof String text ? text : "";
    }

    private static long number(Map<String, @Nullable Object> fields, String name) {
        return fields.get(name) instanceof Number number ? number.longValue() : 0;
    }

    /// The id that stands in a field.
    static Optional<UUID> id(Map<String, @Nullable Object> fields, String name) {
        try {
            return fields.get(name) instanceof String text ? Optional.of(UUID.fromString(text)) : Optional.empty();
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }
}
