package dev.calmdesk.data;

import java.util.Comparator;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/// What of a record somebody had seen: the hub's number of its newest entry. A hub that was restored from a backup may
/// number anew what it had numbered; then only what stands under the same number as before still counts as seen.
///
/// @param life how often that happened before, as far as this desk knows
/// @param position 0 if there was no entry
public record SeenAt(int life, long position) implements Comparable<SeenAt> {

    private static final Comparator<SeenAt> ORDER =
            Comparator.comparingInt(SeenAt::life).thenComparingLong(SeenAt::position);
    private static final String OF_LIFE = "@";

    /// All of a record that was read here.
    public static SeenAt now(Handle handle, Kind<?> kind, UUID entity) {
        var life = handle.createQuery("select coalesce(max(life), 0) from renumbering").mapTo(Integer.class).one();
        return new SeenAt(life, Journal.newestPosition(handle, kind, entity));
    }

    /// Reads what [#text] wrote.
    public static SeenAt parse(String text) {
        var parts = text.split(OF_LIFE);
        return new SeenAt(parts.length > 1 ? Integer.parseInt(parts[1]) : 0, Long.parseLong(parts[0]));
    }

    /// For keeping beside the words of a form.
    public String text() {
        return life == 0 ? String.valueOf(position) : position + OF_LIFE + life;
    }

    /// The same by the numbers of today.
    long today(Handle handle, Kind<?> kind, UUID entity) {
        return handle.createQuery("""
                        select min(kept) from renumbering where life > :life and scope in
                            (select scope from journal where entity = :entity and kind = :kind)""")
                .bind("life", life)
                .bind("entity", entity)
                .bind("kind", kind.name())
                .mapTo(Long.class)
                .findOne() // no row reads as null, and null as empty
                .map(kept -> Math.min(kept, position))
                .orElse(position);
    }

    @Override
    public int compareTo(SeenAt other) {
        return ORDER.compare(this, other);
    }
}
