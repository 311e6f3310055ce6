package dev.calmdesk.data;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a record is after its entries: the same on every desk and on the hub, whatever came in when.
///
/// Two writes of one field are concurrent exactly if the later-numbered one's author had not seen the earlier one and
/// wrote on another desk. Then the earlier-numbered value stands and the other waits as a conflict until a write whose
/// author had seen it decides. Clocks decide nothing. Own entries that the hub has not numbered yet stay on top.
///
/// @param values by field, in the plain form of [Field]; a field that no entry names is absent
/// @param conflicts what still waits for a person
public record RecordFold(Map<String, @Nullable Object> values, List<Conflict> conflicts) {

    /// @param standing the entry whose value is shown
    /// @param other the entry whose value is not
    public record Conflict(String field, Entry standing, Entry other) {}

    /// @param entries of one record, as [Journal#inForce] orders them
    public static RecordFold of(List<Entry> entries) {
        var registers = new HashMap<String, Register>();
        for (var entry : entries) {
            entry.changes().forEach((field, change) -> registers
                    .computeIfAbsent(field, fresh -> new Register())
                    .take(entry, change.get(1)));
        }
        var values = new HashMap<String, @Nullable Object>();
        var conflicts = new ArrayList<Conflict>();
        registers.forEach((field, register) -> {
            values.put(field, register.value);
            register.others.values().forEach(other ->
                    conflicts.add(new Conflict(field, java.util.Objects.requireNonNull(register.standing), other)));
        });
        return new RecordFold(values, conflicts);
    }

    /// One field.
    private static final class Register {

        private @Nullable Entry standing;
        private @Nullable Object value;
        /// The newest unseen value of each other desk.
        private final Map<UUID, Entry> others = new HashMap<>();

        void take(Entry entry, @Nullable Object to) {
            if (standing != null && isConcurrent(entry, standing)) {
                if (Field.same(value, to)) {
                    others.remove(entry.desk());
                } else {
                    others.put(entry.desk(), entry);
                }
                return;
            }
            standing = entry;
            value = to;
            others.values().removeIf(other -> hasSeen(entry, other));
        }

        private static boolean isConcurrent(Entry entry, Entry standing) {
            return entry.position().isPresent() && !hasSeen(entry, standing);
        }

        private static boolean hasSeen(Entry entry, Entry earlier) {
            return entry.desk().equals(earlier.desk()) || earlier.position().orElse(Long.MAX_VALUE) <= entry.base().orElse(0L);
        }
    }
}
