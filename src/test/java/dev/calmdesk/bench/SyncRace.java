package dev.calmdesk.bench;

import dev.calmdesk.app.Kinds;
import dev.calmdesk.base.Ids;
import dev.calmdesk.cases.Note;
import dev.calmdesk.data.Database;
import dev.calmdesk.data.StoreFiles;
import dev.calmdesk.hub.Enrolment;
import dev.calmdesk.hub.Feed;
import dev.calmdesk.hub.HubDatabase;
import dev.calmdesk.hub.HubServer;
import dev.calmdesk.support.Postgres;
import dev.calmdesk.sync.Link;
import dev.calmdesk.sync.Replica;
import dev.calmdesk.sync.SyncRound;
import dev.calmdesk.sync.http.HubClient;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Set;
import java.util.UUID;

/// A backlog of 10,000 changes from one desk over the hub to another, against the same rows copied by plain JDBC from H2
/// to PostgreSQL to H2, in transactions of the same size and as durable.
final class SyncRace {

    private static final int CHANGES = 10_000;
    private static final int PART = 500;
    private static final int ROUNDS = 3;

    private final Path folder;
    private final Clock clock = Clock.systemUTC();
    private final Samples drain = new Samples();
    private final Samples pull = new Samples();
    private final Samples bareUp = new Samples();
    private final Samples bareDown = new Samples();

    SyncRace(Path folder) {
        this.folder = folder;
    }

    void run() throws SQLException {
        for (var round = -1; round < ROUNDS; round++) { // the first warms up
            ours(folder.resolve("round" + round), round >= 0);
            bare(folder.resolve("bare" + round), round >= 0);
        }
        Table.heading("Sync: 10,000 changes desk to hub, and hub to another desk, against plain JDBC of the same rows");
        Table.row("drain of the backlog", drain);
        Table.row("plain copy H2 to PostgreSQL", bareUp);
        Table.line("  %-34s %.2f", "throughput against the plain copy", bareUp.median() / drain.median());
        Table.row("pull by another desk", pull);
        Table.row("plain copy PostgreSQL to H2", bareDown);
        Table.line("  %-34s %.2f", "throughput against the plain copy", bareDown.median() / pull.median());
    }

    private void ours(Path place, boolean counts) {
        var hub = HubDatabase.open(Postgres.emptyDatabase());
        var enrolment = new Enrolment(hub, clock);
        try (var server = new HubServer(new Feed(hub), enrolment, "127.0.0.1", 0);
                var from = desk(place.resolve("from"));
                var to = desk(place.resolve("to"))) {
            var address = URI.create("http://127.0.0.1:" + server.start());
            for (var done = 0; done < CHANGES; done += PART) {
                from.writeDo(tx -> {
                    for (var i = 0; i < PART; i++) {
                        tx.write(Note.KIND, UUID.randomUUID())
                                .set("case_id", UUID.randomUUID())
                                .set("author", from.desk().id())
                                .set("text", "客户下午在家，请三点以后再打，门铃坏了请打手机。")
                                .set("at", 0L)
                                .as("added", from.desk().id());
                    }
                });
            }
            var sending = time(() -> round(from, enrolment, address));
            var receiving = time(() -> round(to, enrolment, address));
            if (counts) {
                drain.addNanos(sending);
                pull.addNanos(receiving);
            }
        }
    }

    private Database desk(Path place) {
        return Database.open(new StoreFiles(place), clock, Ids.timeOrdered(clock));
    }

    private void round(Database desk, Enrolment enrolment, URI address) {
        var replica = new Replica(desk, Kinds.ALL, Set.of());
        var let = enrolment.redeem(enrolment.offer("team-T1"), desk.desk().id()).orElseThrow();
        replica.enrol(
                new Link(let.hub(), let.epoch(), address.toString(), let.token(), let.teamScope(), clock.instant(), 0),
                let.code());
        try (var hub = new HubClient(address, let.token())) {
            new SyncRound(replica, hub).run();
        }
    }

    private void bare(Path place, boolean counts) throws SQLException {
        try (var from = h2(place.resolveSibling(place.getFileName() + "-from"));
                var middle = Postgres.emptyDatabase().getConnection();
                var to = h2(place.resolveSibling(place.getFileName() + "-to"))) {
            for (var connection : new Connection[] {from, middle, to}) {
                try (var statement = connection.createStatement()) {
                    statement.execute("create table change (id uuid primary key, seq bigint, body varchar(4000))");
                    statement.execute("create table row_ (id uuid primary key, text varchar(400), at bigint)");
                }
                connection.setAutoCommit(false);
            }
            fill(from);
            var up = System.nanoTime();
            copy(from, middle);
            var down = System.nanoTime();
            copy(middle, to);
            var end = System.nanoTime();
            if (counts) {
                bareUp.addNanos(down - up);
                bareDown.addNanos(end - down);
            }
        }
    }

    private static Connection h2(Path file) throws SQLException {
        return DriverManager.getConnection("jdbc:h2:file:" + file.toAbsolutePath() + ";WRITE_DELAY=0", "sa", "");
    }

    private static void fill(Connection from) throws SQLException {
        try (var change = from.prepareStatement("insert into change values (?, ?, ?)");
                var row = from.prepareStatement("insert into row_ values (?, ?, 0)")) {
            for (var i = 1; i <= CHANGES; i++) {
                var id = UUID.randomUUID();
                change.setObject(1, id);
                change.setLong(2, i);
                change.setString(3, "{\"text\":[null,\"客户下午在家，请三点以后再打，门铃坏了请打手机。\"]}".repeat(4));
                change.addBatch();
                row.setObject(1, id);
                row.setString(2, "客户下午在家，请三点以后再打，门铃坏了请打手机。");
                row.addBatch();
            }
            change.executeBatch();
            row.executeBatch();
        }
        from.commit();
    }

    /// Changes and rows, in parts; each part is durable before the next.
    private static void copy(Connection from, Connection to) throws SQLException {
        var isH2 = to.getMetaData().getURL().startsWith("jdbc:h2");
        for (var after = 0; after < CHANGES; after += PART) {
            try (var read = from.prepareStatement(
                            "select c.id, c.seq, c.body, r.text from change c join row_ r on r.id = c.id where seq > ? and seq <= ?");
                    var change = to.prepareStatement("insert into change values (?, ?, ?)");
                    var row = to.prepareStatement("insert into row_ values (?, ?, 0)")) {
                read.setLong(1, after);
                read.setLong(2, after + PART);
                try (var found = read.executeQuery()) {
                    while (found.next()) {
                        change.setObject(1, found.getObject(1, UUID.class));
                        change.setLong(2, found.getLong(2));
                        change.setString(3, found.getString(3));
                        change.addBatch();
                        row.setObject(1, found.getObject(1, UUID.class));
                        row.setString(2, found.getString(4));
                        row.addBatch();
                    }
                }
                change.executeBatch();
                row.executeBatch();
            }
            to.commit();
            if (isH2) {
                try (var checkpoint = to.createStatement()) {
                    checkpoint.execute("checkpoint sync");
                }
            }
        }
    }

    private static long time(Runnable work) {
        var begin = System.nanoTime();
        work.run();
        return System.nanoTime() - begin;
    }
}
