package dev.calmdesk.sync;

import dev.calmdesk.data.Entry;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A record that several desks wrote without knowing of each other, so that a person has to decide.
///
/// @param subject the record whose history it belongs to
/// @param fields in the order of the record
public record Conflict(String kind, UUID entity, Optional<UUID> subject, List<Disputed> fields) {

    public Conflict {
        fields = List.copyOf(fields);
    }

    /// One field.
    ///
    /// @param versions entries that set it, each unknown to the others; the value of the first one stands
    public record Disputed(String field, List<Entry> versions) {

        public Disputed {
            versions = List.copyOf(versions);
        }

        /// What the first version was written over.
        public @Nullable Object before() {
            return versions.getFirst().changes().get(field).get(0);
        }

        /// What a version made of the field, in the plain form of the journal.
        public @Nullable Object value(Entry version) {
            return version.changes().get(field).get(1);
        }

        boolean isSameAs(Disputed other) {
            return versions.stream().map(Entry::id).toList().equals(
                    other.versions.stream().map(Entry::id).toList());
        }
    }

    public Optional<Disputed> field(String name) {
        return fields.stream().filter(disputed -> disputed.field().equals(name)).findFirst();
    }

    /// Whether somebody wrote one of the versions.
    public boolean isBy(UUID person) {
        return fields.stream()
                .flatMap(disputed -> disputed.versions().stream())
                .anyMatch(version -> version.author().equals(person));
    }
}
