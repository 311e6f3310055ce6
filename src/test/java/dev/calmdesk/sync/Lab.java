package dev.calmdesk.sync;

import dev.calmdesk.app.Kinds;
import dev.calmdesk.base.Ids;
import dev.calmdesk.data.CrashStore;
import dev.calmdesk.data.Database;
import dev.calmdesk.data.StoreFiles;
import dev.calmdesk.support.ManualClock;
import dev.calmdesk.support.RandomRow;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;

/// What runs share because it takes long to make: stores in memory, which are emptied between runs, and a closed store
/// on the disk to begin with.
final class Lab implements AutoCloseable {

    static final List<String> TEAMS = List.of("team-T1", "team-T2");

    static final String BEGINNING = "2026-11-22T02:00:00Z";
    private static final long IDS = 4711;

    private final Path folder;
    private final Path original;
    private final List<InMemory> inMemory = new ArrayList<>();
    private final Map<String, Map<String, RandomRow.Column>> columns;
    private final List<String> tables;
    private int stores;

    private record InMemory(Database database, ManualClock clock, SeededIds ids) {}

    /// @param folder for files; nothing is there yet
    Lab(Path folder) {
        this.folder = folder;
        for (var i = 0; i < 3; i++) {
            var clock = new ManualClock(BEGINNING);
            var ids = new SeededIds(clock, IDS + i);
            inMemory.add(new InMemory(Database.inMemory(clock, ids), clock, ids));
        }
        original = folder.resolve("original");
        makeOriginal();
        columns = inMemory.getFirst().database().read(handle -> Kinds.ALL.stream()
                .collect(Collectors.toMap(kind -> kind.name(), kind -> RandomRow.columns(handle, kind.table()))));
        tables = inMemory.getFirst().database().read(handle -> handle
                .createQuery("""
                        select table_name from information_schema.tables where table_schema = 'PUBLIC' and table_type = 'BASE TABLE'
                            and table_name not in ('DESK', 'KNOWN_KIND', 'flyway_schema_history')""")
                .mapTo(String.class)
                .list());
    }

    private void makeOriginal() {
        var clock = new ManualClock(BEGINNING);
        var ids = new SeededIds(clock, IDS - 1);
        try (var database = Database.open(new StoreFiles(original), clock, ids)) {
            new Replica(database, Kinds.ALL, Kinds.OF_THE_COMPANY).showKept();
        }
        CrashStore.age(original);
    }

    /// The columns of a kind's table, by name.
    Map<String, RandomRow.Column> columns(String kind) {
        return columns.get(kind);
    }

    /// Two teams of desks with empty stores; the first is on a disk, the second may be of another version.
    ///
    /// @param started gets what has to be closed after the run
    List<SimulatedDesk> desks(SplittableRandom random, SimulatedDesk.Fault fault, List<AutoCloseable> started) {
        var desks = new ArrayList<SimulatedDesk>();
        desks.add(onDisk(random.split(), fault, started));
        for (var i = 0; i < inMemory.size(); i++) {
            var memory = inMemory.get(i);
            memory.clock().set(Instant.parse(BEGINNING));
            memory.ids().restart(random.split());
            memory.database().writeDo(tx -> tables.forEach(table -> tx.handle().execute("delete from " + table)));
            forgetNumbers(memory.database());
            var desk = new SimulatedDesk(
                    TEAMS.get(i < 2 ? 0 : 1), memory.clock(), memory::database, null, fault, random.split());
            started.add(desk);
            desks.add(desk);
        }
        return desks;
    }

    private SimulatedDesk onDisk(SplittableRandom random, SimulatedDesk.Fault fault, List<AutoCloseable> started) {
        var clock = new ManualClock(BEGINNING);
        var ids = new SeededIds(clock, 0);
        ids.restart(random.split());
        var isForced = fault != SimulatedDesk.Fault.ACKNOWLEDGED_BEFORE_FORCED;
        var store = new CrashStore(next(), original, isForced, clock, ids);
        started.add(store);
        return new SimulatedDesk(TEAMS.getFirst(), clock, store::database, store, fault, random.split());
    }

    private Path next() {
        return folder.resolve("store" + stores++);
    }

    /// A write that is rolled back makes a store look up its newest number again.
    private static void forgetNumbers(Database database) {
        try {
            database.writeDo(tx -> {
                throw new RolledBack();
            });
        } catch (RolledBack e) {
            // that was the point
        }
    }

    private static final class RolledBack extends RuntimeException {}

    @Override
    public void close() {
        inMemory.forEach(memory -> memory.database().close());
    }
}
