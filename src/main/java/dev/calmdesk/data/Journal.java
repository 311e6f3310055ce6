package dev.calmdesk.data;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.calmdesk.base.Ids;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/// The one append-only log of what was done: a case's timeline, the audit trail and the outbox at once.
/// Entries are appended by [Tx.Writing#as] only.
public final class Journal {

    private static final TypeReference<Map<String, List<@Nullable Object>>> CHANGES = new TypeReference<>() {};

    private static final long UNKNOWN = -1;

    /// What was sent again is not told twice.
    private static final String HISTORY = """
            select * from journal entry where %s = :record
                and not exists (select 1 from quarantine q where q.entry = entry.id and q.settled = 'sent-again')""";

    /// As seen counts what was read from the hub without a gap, and what came ahead of the rest, which is whole histories.
    /// An own entry may have got a number beyond that, and those between were seen by nobody here.
    private static final String SEEN = """
            select max(read.position) from journal read
            left join scope_cursor on scope_cursor.scope = read.scope
            left join backfill on backfill.scope = read.scope
            where read.entity = :entity and read.kind = :kind
                and (read.position <= scope_cursor.position
                    or read.position <= backfill.until and read.desk not in (select id from desk))""";

    private final UUID desk;
    private final InstantSource clock;
    private final Ids ids;
    private long newest = UNKNOWN;

    Journal(UUID desk, InstantSource clock, Ids ids) {
        this.desk = desk;
        this.clock = clock;
        this.ids = ids;
    }

    /// @param seen what of the record its author had seen; null if all that was read here
    /// @return the number of the new entry
    long append(
            Handle handle,
            Kind<?> kind,
            UUID entity,
            @Nullable UUID subject,
            String act,
            UUID author,
            @Nullable SeenAt seen,
            Map<String, List<@Nullable Object>> changes) {
        var seq = lastSeq(handle) + 1;
        try (var insert = handle.createUpdate("""
                insert into journal (id, kind, entity, subject, act, author, desk, seq, at, base, changes)
                values (:id, :kind, :entity, :subject, :act, :author, :desk, :seq, :at,
                    coalesce(:seen, (%s)), :changes)""".formatted(SEEN))) {
            insert.bind("id", ids.next())
                    .bind("kind", kind.name())
                    .bind("entity", entity)
                    .bind("subject", subject)
                    .bind("act", act)
                    .bind("author", author)
                    .bind("desk", desk)
                    .bind("seq", seq)
                    .bind("at", clock.instant().toEpochMilli())
                    .bind("seen", seen == null ? null : seen.today(handle, kind, entity))
                    .bind("changes", Json.write(changes))
                    .execute();
        }
        newest = seq;
        return seq;
    }

    /// The number of this desk's newest entry, 0 if there is none. Called by the writer only.
    long lastSeq(Handle handle) {
        if (newest == UNKNOWN) {
            newest = lastSeq(handle, desk);
        }
        return newest;
    }

    /// What was numbered was rolled back.
    void forgetNumber() {
        newest = UNKNOWN;
    }

    /// The number of a desk's newest entry, 0 if there is none. Reads one end of an index; `max(seq)` would walk through
    /// all entries.
    public static long lastSeq(Handle handle, UUID desk) {
        return handle.createQuery("select seq from journal where desk = :desk order by desk desc, seq desc limit 1")
                .bind("desk", desk)
                .mapTo(Long.class)
                .findOne()
                .orElse(0L);
    }

    /// The latest time among a desk's newest entries; not simply that of the newest one, since a clock may have been set
    /// back before that was written.
    static Optional<Instant> newestAt(Handle handle, UUID desk) {
        return handle.createQuery("""
                        select max(at) from (
                            select at from journal where desk = :desk order by desk desc, seq desc limit 1000)""")
                .bind("desk", desk)
                .mapTo(Instant.class)
                .findOne();
    }

    /// The history of a case or customer, oldest first: what an author had seen stands before what he wrote.
    public static List<Entry> of(Handle handle, UUID subject) {
        return history(handle, "subject", subject);
    }

    /// Everything that made up one record, oldest first; of records that share an id, all.
    public static List<Entry> ofEntity(Handle handle, UUID entity) {
        return history(handle, "entity", entity);
    }

    /// What a record is the sum of, in the order in which it counts: what the hub numbered by its numbers, then what it
    /// has not seen yet. Entries that the hub rejected are left out.
    public static List<Entry> inForce(Handle handle, RecordId record) {
        return handle.createQuery("""
                        select * from journal where entity = :entity and kind = :kind and rejected is null
                        order by position nulls last, seq""")
                .bind("entity", record.id())
                .bind("kind", record.kind())
                .map(Journal::entry)
                .list();
    }

    /// The hub's number of a record's newest entry that was read here, 0 if there is none.
    static long newestPosition(Handle handle, Kind<?> kind, UUID entity) {
        return handle.createQuery("select coalesce((%s), 0)".formatted(SEEN))
                .bind("entity", entity)
                .bind("kind", kind.name())
                .mapTo(Long.class)
                .one();
    }

    private static List<Entry> history(Handle handle, String column, UUID record) {
        return History.inOrder(handle.createQuery(HISTORY.formatted(column))
                .bind("record", record)
                .map(Journal::entry)
                .list());
    }

    /// Maps a whole row of the journal.
    public static Entry entry(ResultSet row, StatementContext context) throws SQLException {
        return new Entry(
                row.getObject("id", UUID.class),
                row.getString("kind"),
                row.getObject("entity", UUID.class),
                Optional.ofNullable(row.getObject("subject", UUID.class)),
                row.getString("act"),
                row.getObject("author", UUID.class),
                row.getObject("desk", UUID.class),
                row.getLong("seq"),
                Instant.ofEpochMilli(row.getLong("at")),
                Optional.ofNullable(row.getObject("base", Long.class)),
                Optional.ofNullable(row.getObject("position", Long.class)),
                Json.read(row.getString("changes"), CHANGES));
    }
}
