package dev.calmdesk.hub;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The desks of a hub, for those who look after it.
public final class Desks {

    private final HubDatabase database;

    public Desks(HubDatabase database) {
        this.database = database;
    }

    /// One desk.
    ///
    /// @param seenAt when it last asked for something, to the minute; null if it never did
    /// @param lastSeq number of its newest entry that is here
    /// @param revokedAt null while it may work with the hub
    public record Known(
            String code, String teamScope, Instant enrolledAt, @Nullable Instant seenAt, long lastSeq,
            @Nullable Instant revokedAt) {}

    /// All desks by their codes.
    public List<Known> all() {
        return database.read(handle -> handle.createQuery("select * from desk order by code")
                .map((row, context) -> new Known(
                        row.getString("code"),
                        row.getString("team_scope"),
                        Instant.ofEpochMilli(row.getLong("created_at")),
                        time(row.getObject("seen_at", Long.class)),
                        row.getLong("last_seq"),
                        time(row.getObject("revoked_at", Long.class))))
                .list());
    }

    private static @Nullable Instant time(@Nullable Long milliseconds) {
        return Optional.ofNullable(milliseconds).map(Instant::ofEpochMilli).orElse(null);
    }
}
