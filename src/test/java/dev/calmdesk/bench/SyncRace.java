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
import dev.calmdesk.sync.Link;
import dev.calmdesk.sync.Replica;
import dev.calmdesk.sync.SyncRound;
import dev.calmdesk.sync.http.HubClient;
import java.net.URI;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import java.util.function.IntConsumer;
import javax.sql.DataSource;

/// A backlog of 10,000 changes from one desk over the hub to another, against the same rows copied by plain JDBC from H2
/// to PostgreSQL to H2: into the same tables, in transactions of the same size and as durable, without any protocol.
final class SyncRace {

    private static final int CHANGES = 10_000;
    private static final int PART = 500;
    private static final int ROUNDS = 5;
    /// A hub runs for months.
    private static final int WARM_UP = 6;
    private static final String TEXT = "客户下午在家，请三点以后再打，门铃坏了请打手机。";

    private final Path folder;
    private final Clock clock = Clock.systemUTC();
    private final Samples drain = new Samples();
    private final Samples pull = new Samples();
    private final Samples bareUp = new Samples();
    private final Samples bareDown = new Samples();

    SyncRace(Path folder) {
        this.folder = folder;
    }

    void run() {
        for (var round = -WARM_UP; round < ROUNDS; round++) {
            race(folder.resolve("round" + (round + WARM_UP)), round >= 0);
        }
        Table.heading("Sync: 10,000 changes desk to hub, and hub to another desk, against plain JDBC of the same rows");
        Table.row("drain of the backlog", drain);
        Table.row("plain copy H2 to PostgreSQL", bareUp);
        Table.line("  %-34s %.2f", "throughput against the plain copy", bareUp.median() / drain.median());
        Table.row("pull by another desk", pull);
        Table.row("plain copy PostgreSQL to H2", bareDown);
        Table.line("  %-34s %.2f", "throughput against the plain copy", bareDown.median() / pull.median());
    }

    private void race(Path place, boolean counts) {
        try (var source = SyncBench.pooled();
                var from = desk(place.resolve("from"));
                var to = desk(place.resolve("to"))) {
            fill(from);
            bare(place.resolve("bare"), from, counts);
            overTheHub(HubDatabase.open(source), from, to, counts);
        }
    }

    private void overTheHub(HubDatabase hub, Database from, Database to, boolean counts) {
        var enrolment = new Enrolment(hub, clock);
        try (var server = new HubServer(new Feed(hub), enrolment, "127.0.0.1", 0)) {
            var address = URI.create("http://127.0.0.1:" + server.start());
            var sending = time(() -> round(from, enrolment, address));
            var receiving = time(() -> round(to, enrolment, address));
            if (counts) {
                drain.addNanos(sending);
                pull.addNanos(receiving);
            }
        }
    }

    private static void fill(Database desk) {
        inParts(after -> desk.writeDo(tx -> {
            for (var i = 0; i < PART; i++) {
                tx.write(Note.KIND, UUID.randomUUID())
                        .set("case_id", UUID.randomUUID())
                        .set("author", desk.desk().id())
                        .set("text", TEXT)
                        .set("at", 0L)
                        .as("added", desk.desk().id());
            }
        }));
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

    /// The same rows into the same tables with the same indexes, in parts, each durable before the next.
    private void bare(Path place, Database filled, boolean counts) {
        try (var source = SyncBench.pooled();
                var to = desk(place)) {
            HubDatabase.open(source);
            var up = time(() -> inParts(after -> toPostgres(filled, source, after)));
            var down = time(() -> inParts(after -> fromPostgres(source, to, after)));
            if (counts) {
                bareUp.addNanos(up);
                bareDown.addNanos(down);
            }
        }
    }

    private static void inParts(IntConsumer part) {
        for (var after = 0; after < CHANGES; after += PART) {
            part.accept(after);
        }
    }

    private static void toPostgres(Database from, DataSource to, int after) {
        from.<Void>read(handle -> {
            try (var connection = to.getConnection()) {
                connection.setAutoCommit(false);
                try (var read = handle.getConnection().prepareStatement("select * from journal where seq > ? and seq <= ?");
                        var write = connection.prepareStatement("""
                                insert into entry (scope, position, id, desk, seq, kind, entity, subject, body, chain)
                                values ('team-T1', ?, ?, ?, ?, ?, ?, ?, ?, '')""")) {
                    read.setLong(1, after);
                    read.setLong(2, after + PART);
                    try (var row = read.executeQuery()) {
                        while (row.next()) {
                            write.setLong(1, row.getLong("seq"));
                            write.setObject(2, row.getObject("id", UUID.class));
                            write.setObject(3, row.getObject("desk", UUID.class));
                            write.setLong(4, row.getLong("seq"));
                            write.setString(5, row.getString("kind"));
                            write.setObject(6, row.getObject("entity", UUID.class));
                            write.setObject(7, row.getObject("subject", UUID.class));
                            write.setString(8, row.getString("changes"));
                            write.addBatch();
                        }
                    }
                    write.executeBatch();
                }
                connection.commit();
                return null;
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private static void fromPostgres(DataSource from, Database to, int after) {
        to.writeDo(tx -> {
            try (var connection = from.getConnection();
                    var read = connection.prepareStatement("select * from entry where position > ? and position <= ?");
                    var journal = tx.handle().getConnection().prepareStatement("""
                            insert into journal (id, kind, entity, subject, act, author, desk, seq, at, changes, scope, position)
                            values (?, ?, ?, ?, 'added', ?, ?, ?, 0, ?, ?, ?)""");
                    var note = tx.handle().getConnection().prepareStatement(
                            "insert into note (id, case_id, author, text, at) values (?, ?, ?, ?, 0)")) {
                read.setLong(1, after);
                read.setLong(2, after + PART);
                try (var row = read.executeQuery()) {
                    while (row.next()) {
                        var desk = row.getObject("desk", UUID.class);
                        journal.setObject(1, row.getObject("id", UUID.class));
                        journal.setString(2, row.getString("kind"));
                        journal.setObject(3, row.getObject("entity", UUID.class));
                        journal.setObject(4, row.getObject("subject", UUID.class));
                        journal.setObject(5, desk);
                        journal.setObject(6, desk);
                        journal.setLong(7, row.getLong("seq"));
                        journal.setString(8, row.getString("body"));
                        journal.setString(9, row.getString("scope"));
                        journal.setLong(10, row.getLong("position"));
                        journal.addBatch();
                        note.setObject(1, row.getObject("entity", UUID.class));
                        note.setObject(2, row.getObject("subject", UUID.class));
                        note.setObject(3, desk);
                        note.setString(4, TEXT);
                        note.addBatch();
                    }
                }
                journal.executeBatch();
                note.executeBatch();
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private static long time(Runnable work) {
        var begin = System.nanoTime();
        work.run();
        return System.nanoTime() - begin;
    }
}
