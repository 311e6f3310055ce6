package dev.calmdesk.sync;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/// Where a desk keeps which hub it is enrolled with: one row, or none.
final class LinkRow {

    private LinkRow() {}

    static Optional<Link> of(Handle handle) {
        return handle.createQuery("select * from hub_link")
                .map((row, context) -> new Link(
                        row.getObject("hub", UUID.class),
                        row.getObject("epoch", UUID.class),
                        row.getString("url"),
                        row.getString("token"),
                        row.getString("team_scope"),
                        Instant.ofEpochMilli(row.getLong("enrolled_at")),
                        row.getLong("pushed"),
                        row.getString("pin")))
                .findOne();
    }

    static void write(Handle handle, Link link) {
        handle.execute("delete from hub_link");
        handle.execute("""
                        insert into hub_link (hub, epoch, url, token, team_scope, enrolled_at, pushed, pin)
                        values (?, ?, ?, ?, ?, ?, ?, ?)""",
                link.hub(), link.epoch(), link.url(), link.token(), link.teamScope(),
                link.enrolledAt().toEpochMilli(), link.pushed(), link.pin());
    }
}
