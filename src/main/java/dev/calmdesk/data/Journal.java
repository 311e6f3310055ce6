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

    private final UUID desk;
    private final InstantSource clock;
    private final Ids ids;

    Journal(UUID desk, InstantSource clock, Ids ids) {
        this.desk = desk;
        this.clock = clock;
        this.ids = ids;
    }

    /// @return the number of the new entry
    long append(
            Handle handle,
            Kind<?> kind,
            UUID entity,
            @Nullable UUID subject,
            String act,
            UUID author,
            Map<String, List<@Nullable Object>> changes) {
        var seq = lastSeq(handle) + 1;
        try (var insert = handle.createUpdate("""
                insert into journal (id, kind, entity, subject, act, author, desk, seq, at, changes)
                values (:id, :kind, :entity, :subject, :act, :author, :desk, :seq, :at, :changes)""")) {
            insert.bind("id", ids.next())
                    .bind("kind", kind.name())
                    .bind("entity", entity)
                    .bind("subject", subject)
                    .bind("act", act)
                    .bind("author", author)
                    .bind("desk", desk)
                    .bind("seq", seq)
                    .bind("at", clock.instant().toEpochMilli())
                    .bind("changes", Json.write(changes))
                    .execute();
        }
        return seq;
    }

    /// The number of this desk's newest entry, 0 if there is none.
    long lastSeq(Handle handle) {
        return handle.createQuery("select coalesce(max(seq), 0) from journal where desk = :desk")
                .bind("desk", desk)
                .mapTo(Long.class)
                .one();
    }

    /// The history of a case or customer, oldest first.
    public static List<Entry> of(Handle handle, UUID subject) {
        return handle.createQuery("select * from journal where subject = :subject order by at, seq")
                .bind("subject", subject)
                .map(Journal::entry)
                .list();
    }

    /// Everything that made up one record, oldest first.
    public static List<Entry> ofEntity(Handle handle, UUID entity) {
        return handle.createQuery("select * from journal where entity = :entity order by at, seq")
                .bind("entity", entity)
                .map(Journal::entry)
                .list();
    }

    static Entry entry(ResultSet row, StatementContext context) throws SQLException {
        var base = row.getLong("base");
        var hasBase = !row.wasNull();
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
                hasBase ? Optional.of(base) : Optional.empty(),
                Json.read(row.getString("changes"), CHANGES));
    }
}
