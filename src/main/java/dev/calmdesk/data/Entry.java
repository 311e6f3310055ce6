package dev.calmdesk.data;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One line of the journal: who did what to which record, when, and which fields went from what to what.
///
/// @param seq gapless number of the entry on its desk
/// @param base hub position of the record that its author had seen; empty before the desk is enrolled
/// @param position number that the hub gave it in its scope; empty before that
/// @param subject the record whose history it belongs to
/// @param changes field → (from, to) in the plain form of [Field]
public record Entry(
        UUID id,
        String kind,
        UUID entity,
        Optional<UUID> subject,
        String act,
        UUID author,
        UUID desk,
        long seq,
        Instant at,
        Optional<Long> base,
        Optional<Long> position,
        Map<String, List<@Nullable Object>> changes) {

    /// The record that it belongs to.
    public RecordId record() {
        return new RecordId(kind, entity);
    }

    /// The value that a field got by this entry.
    public Optional<Object> to(String field) {
        return Optional.ofNullable(changes.get(field)).map(change -> change.get(1));
    }
}
