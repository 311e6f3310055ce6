package dev.calmdesk.sync;

import dev.calmdesk.app.Kinds;
import dev.calmdesk.base.Ids;
import dev.calmdesk.cases.Note;
import dev.calmdesk.cases.Promise;
import dev.calmdesk.cases.PromiseState;
import dev.calmdesk.data.Backups;
import dev.calmdesk.data.Database;
import dev.calmdesk.data.Entry;
import dev.calmdesk.data.Journal;
import dev.calmdesk.data.Soundness;
import dev.calmdesk.data.StoreFiles;
import dev.calmdesk.support.ManualClock;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// A desk with a store in a folder, which can be backed up and restored.
final class TestDesk implements AutoCloseable {

    static final UUID SOMEBODY = new UUID(8, 8);
    static final UUID CASE = new UUID(1, 1);

    private final StoreFiles files;
    private final ManualClock clock;
    private Database database;
    private Replica replica;

    TestDesk(Path folder, ManualClock clock) {
        files = new StoreFiles(folder);
        this.clock = clock;
        open();
    }

    private void open() {
        database = Database.open(files, clock, Ids.timeOrdered(clock));
        replica = new Replica(database, Kinds.ALL, Set.of("article", "product"));
    }

    Database database() {
        return database;
    }

    Replica replica() {
        return replica;
    }

    void reopen() {
        close();
        open();
    }

    Path backup() {
        database.backup();
        return Backups.newest(files).orElseThrow();
    }

    void restore(Path backup) {
        close();
        Backups.restore(files, backup, clock.instant());
        open();
    }

    UUID note(String text) {
        var id = UUID.randomUUID();
        database.writeDo(tx -> tx.write(Note.KIND, id)
                .set("case_id", CASE)
                .set("author", SOMEBODY)
                .set("text", text)
                .set("at", 0L)
                .as("added", SOMEBODY));
        return id;
    }

    UUID promise(String text) {
        var id = UUID.randomUUID();
        database.writeDo(tx -> tx.write(Promise.KIND, id)
                .set("case_id", CASE)
                .set("text", text)
                .set("owner", SOMEBODY)
                .set("made_at", 0L)
                .set("due_at", 1L)
                .set("state", PromiseState.OPEN)
                .as("made", SOMEBODY));
        return id;
    }

    void set(UUID promise, String field, Object value) {
        database.writeDo(tx -> tx.write(Promise.KIND, promise).set(field, value).asWhenChanged("changed", SOMEBODY));
    }

    List<String> notes() {
        return database.read(handle ->
                handle.createQuery("select text from note order by text").mapTo(String.class).list());
    }

    List<Map<String, Object>> rows(String table) {
        return database.read(
                handle -> handle.createQuery("select * from " + table + " order by id").mapToMap().list());
    }

    List<Map<String, Object>> conflicts() {
        return database.read(handle ->
                handle.createQuery("select * from conflict order by entity, field, entry").mapToMap().list());
    }

    List<Entry> journal() {
        return database.read(handle -> handle
                .createQuery("select * from journal order by scope, position, desk, seq")
                .map(Journal::entry)
                .list());
    }

    List<Soundness.Finding> findings() {
        return database.read(handle -> Soundness.of(handle, Kinds.ALL)).findings();
    }

    @Override
    public void close() {
        database.close();
    }
}
