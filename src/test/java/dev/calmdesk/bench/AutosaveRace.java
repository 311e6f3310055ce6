package dev.calmdesk.bench;

import dev.calmdesk.base.Ids;
import dev.calmdesk.contact.Direction;
import dev.calmdesk.contact.Drafts;
import dev.calmdesk.contact.Touchpoint;
import dev.calmdesk.data.Database;
import dev.calmdesk.data.Json;
import dev.calmdesk.data.StoreFiles;
import dev.calmdesk.flow.Channel;
import dev.calmdesk.people.Actor;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/// One autosave through the whole service against the update of an equal row in bare H2 at the same durability.
final class AutosaveRace {

    private static final int WARM_UP = 3000;
    private static final int ROUNDS = 30;
    private static final int SAVES_A_ROUND = 20;

    private final Path folder;
    private final Samples ours = new Samples();
    private final Samples bare = new Samples();
    private int saved;

    AutosaveRace(Path folder) {
        this.folder = folder;
    }

    void run() throws SQLException {
        var clock = Clock.systemUTC();
        var ids = Ids.timeOrdered(clock);
        try (var database = Database.open(new StoreFiles(folder.resolve("ours")), clock, ids);
                var row = new BareRow(folder.resolve("bare"))) {
            var drafts = new Drafts(database, clock, ids);
            var draft = drafts.begin(Actor.DESK, Channel.PHONE, Touchpoint.HOTLINE, Direction.IN, "13800001312").id();
            race(drafts, draft, row, WARM_UP, new Samples(), new Samples());
            for (var round = 0; round < ROUNDS; round++) {
                race(drafts, draft, row, SAVES_A_ROUND, ours, bare);
            }
        }
        print();
    }

    /// The two take turns save by save, and who begins changes too.
    private void race(Drafts drafts, UUID draft, BareRow row, int saves, Samples ours, Samples bare)
            throws SQLException {
        for (var save = 0; save < saves; save++) {
            var fields = typed(saved++);
            var json = Json.write(fields);
            if (save % 2 == 0) {
                saveOurs(drafts, draft, fields, ours);
                row.save(json, bare);
            } else {
                row.save(json, bare);
                saveOurs(drafts, draft, fields, ours);
            }
        }
    }

    private static void saveOurs(Drafts drafts, UUID draft, Map<String, String> fields, Samples samples) {
        var begin = System.nanoTime();
        drafts.save(draft, fields);
        samples.addNanos(System.nanoTime() - begin);
    }

    /// The forms of a complaint as they stand after so many strokes: about two kilobytes.
    private static Map<String, String> typed(int strokes) {
        var fields = new TreeMap<String, String>();
        for (var field = 0; field < 16; field++) {
            fields.put("account.field_" + field, "打开燕麦奶闻着发酸，倒出来有絮状沉淀，想知道是不是整批有问题。".repeat(2));
        }
        fields.put("account.event", "昨晚七点半左右 " + strokes);
        return fields;
    }

    private void print() {
        Table.heading("Autosave: Drafts.save to the disk, against a bare H2 update of an equal row, both forced");
        Table.row("autosave", ours);
        Table.row("bare update", bare);
        Table.ratio(ours, bare);
    }

    /// A row in an H2 file of its own, changed with prepared statements and forced to the disk by each change.
    private static final class BareRow implements AutoCloseable {
        private final Connection connection;
        private final PreparedStatement update;
        private final PreparedStatement force;
        private final UUID id = new UUID(1, 2);

        BareRow(Path file) throws SQLException {
            connection = DriverManager.getConnection("jdbc:h2:file:" + file.toAbsolutePath() + ";WRITE_DELAY=0", "sa", "");
            try (var statement = connection.createStatement()) {
                statement.execute(
                        "create table draft (id uuid primary key, fields varchar(1000000), saved_at bigint not null)");
            }
            connection.setAutoCommit(false);
            try (var insert = connection.prepareStatement("insert into draft values (?, '', 0)")) {
                insert.setObject(1, id);
                insert.executeUpdate();
            }
            connection.commit();
            update = connection.prepareStatement("update draft set fields = ?, saved_at = ? where id = ?");
            force = connection.prepareStatement("checkpoint sync");
        }

        void save(String json, Samples samples) throws SQLException {
            var begin = System.nanoTime();
            update.setString(1, json);
            update.setLong(2, System.currentTimeMillis());
            update.setObject(3, id);
            update.executeUpdate();
            connection.commit();
            force.execute();
            samples.addNanos(System.nanoTime() - begin);
        }

        @Override
        public void close() throws SQLException {
            connection.close();
        }
    }
}
