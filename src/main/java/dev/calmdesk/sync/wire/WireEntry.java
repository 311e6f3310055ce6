package dev.calmdesk.sync.wire;

import static java.util.Objects.requireNonNull;

import dev.calmdesk.data.Entry;
import dev.calmdesk.data.RecordId;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A journal entry on the wire. It never changes once it was made; its number in the scope travels beside it.
///
/// @param scope whose entry it is: `company`, or the team's
/// @param v version of the kind's fields that its author knew
/// @param at milliseconds since 1970, UTC, by the author's clock; for people to read, nothing is decided by it
/// @param base number of the newest entry of this record that its author had seen; null if none
/// @param changes field → (from, to)
public record WireEntry(
        UUID id,
        String scope,
        String kind,
        int v,
        UUID entity,
        @Nullable UUID subject,
        String act,
        UUID author,
        UUID desk,
        long seq,
        long at,
        @Nullable Long base,
        Map<String, List<@Nullable Object>> changes) {

    public WireEntry {
        requireNonNull(id);
        requireNonNull(scope);
        requireNonNull(kind);
        requireNonNull(entity);
        requireNonNull(act);
        requireNonNull(author);
        requireNonNull(desk);
        changes = Collections.unmodifiableMap(new LinkedHashMap<>(changes)); // in the order in which people read them
        changes.values().forEach(change -> {
            if (change.size() != 2) {
                throw new IllegalArgumentException("A change has two sides");
            }
        });
    }

    /// The same entry after its customer was erased.
    public WireEntry with(Map<String, List<@Nullable Object>> emptied) {
        return new WireEntry(id, scope, kind, v, entity, subject, act, author, desk, seq, at, base, emptied);
    }

    /// The same entry, seen from where the numbers are others than when it was made.
    ///
    /// @param most the newest number that counts as seen
    public WireEntry seenAtMost(long most) {
        return base == null || base <= most
                ? this
                : new WireEntry(id, scope, kind, v, entity, subject, act, author, desk, seq, at, most, changes);
    }

    /// The version that this program writes.
    public static final int VERSION = 1;

    public static WireEntry of(Entry entry, String scope) {
        return new WireEntry(
                entry.id(), scope, entry.kind(), VERSION, entry.entity(), entry.subject().orElse(null), entry.act(),
                entry.author(), entry.desk(), entry.seq(), entry.at().toEpochMilli(), entry.base().orElse(null),
                entry.changes());
    }

    /// The record that it belongs to.
    public RecordId record() {
        return new RecordId(kind, entity);
    }

    /// @param position number in the scope
    public Entry at(long position) {
        return new Entry(
                id, kind, entity, Optional.ofNullable(subject), act, author, desk, seq, Instant.ofEpochMilli(at),
                Optional.ofNullable(base), Optional.of(position), changes);
    }
}
