package dev.calmdesk.data;

import dev.calmdesk.base.Changes;
import dev.calmdesk.base.Ids;
import dev.calmdesk.base.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import org.h2.mvstore.MVStoreException;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The store of one desk. Readers run at the same time on their own connections; writers run one after the other on the
/// only writing connection, and a write returns after it was forced to the disk. ADR 0003 says why nothing less holds.
///
/// Thread-safe; every call may block on the disk, so none is made on the JavaFX thread.
public final class Database implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Database.class);

    private static final int READING_TRIES = 3;

    private final String url;
    private final Engine engine;
    private final InstantSource clock;
    private final Ids ids;
    private final @Nullable StoreFiles files;
    private final Changes changes = new Changes();
    private final ReentrantLock writing = new ReentrantLock(true);
    private final ReentrantLock backingUp = new ReentrantLock();

    private volatile @Nullable Connections connections;
    private @Nullable StoreLock lock;
    private @Nullable Sentinel sentinel;
    private boolean closed;

    /// This machine's place in the company.
    ///
    /// @param code short name in case numbers, such as `A07`
    public record Desk(UUID id, String code) {}

    private Database(String url, Engine engine, @Nullable StoreFiles files, InstantSource clock, Ids ids) {
        this.url = url;
        this.engine = engine;
        this.files = files;
        this.clock = clock;
        this.ids = ids;
    }

    /// Opens the store in a folder, or makes one there. What is refused is not changed by a single byte.
    ///
    /// @throws Problem.Unavailable if the folder cannot be written, the store is in use, damaged, or not the one that
    ///     the sentinel remembers
    public static Database open(StoreFiles files, InstantSource clock, Ids ids) {
        return open(files, Engine.DURABLE, clock, ids);
    }

    static Database open(StoreFiles files, Engine engine, InstantSource clock, Ids ids) {
        files.prepare();
        var database = new Database(engine.url(files.database()), engine, files, clock, ids);
        try {
            database.lock = StoreLock.take(files);
            database.open(files);
            return database;
        } catch (IOException e) {
            database.close();
            throw H2Failures.ofFiles(e, "store.problem.cannot_open", files.folder());
        } catch (RuntimeException e) {
            database.close();
            throw H2Failures.whileOpening(e, files.folder());
        }
    }

    private void open(StoreFiles files) throws IOException {
        Files.deleteIfExists(files.nextDatabaseFile()); // a migration that was cut off
        var expected = Sentinel.read(files.sentinel());
        var length = Files.exists(files.databaseFile()) ? Files.size(files.databaseFile()) : 0;
        if (length == 0) {
            if (files.bearTraces()) {
                var gone = Files.exists(files.databaseFile()) ? "store.problem.empty" : "store.problem.missing";
                throw Problem.unavailable(gone, null, files.folder());
            }
            Migrations.replaceDatabase(files, Engine.DURABLE, this::settleDesk);
        } else if (expected.isEmpty() || expected.get().closedAs() != files.fingerprint()) {
            Look.at(files, engine).refuseUnless(expected, files.folder());
        }
        connections = connect(expected);
        if (Migrations.areDue(connections.writer())) {
            migrate(files, connections);
            connections = connect(expected);
        }
        if (files.isCompactionDue()) {
            connections.close(files);
            connections = connect(expected);
        }
        sentinel = Sentinel.open(files.sentinel(), mark(connections));
    }

    private void migrate(StoreFiles files, Connections before) {
        try (var snapshot = new StoreSnapshot(before.writer())) {
            Backups.write(snapshot, files, clock.instant());
        }
        before.close();
        connections = null;
        Migrations.replaceDatabase(files, Engine.DURABLE, _ -> {});
    }

    /// A store that ends with [#close()]: practice, tests.
    public static Database inMemory(InstantSource clock, Ids ids) {
        var engine = new Engine("", false, "");
        var database = new Database("jdbc:h2:mem:" + UUID.randomUUID(), engine, null, clock, ids);
        database.connections = Connections.inMemory(database.url, clock, ids, database::settleDesk);
        return database;
    }

    public Changes changes() {
        return changes;
    }

    public Desk desk() {
        return connections().desk();
    }

    /// Makes the ids of this store's records.
    public Ids ids() {
        return ids;
    }

    /// Where the store's files lie; empty for a store in memory.
    public Optional<StoreFiles> files() {
        return Optional.ofNullable(files);
    }

    /// The latest time that any of the newest entries carries. A clock that stands before it was set back: nothing is
    /// lost or refused then, but a person should know.
    public Optional<Instant> newestEntryAt() {
        return read(handle -> Journal.newestAt(handle, desk().id()));
    }

    /// Runs a query. Its connection cannot write. A query may run again when the file had to be opened again meanwhile.
    public <T> T read(Function<Handle, T> query) {
        for (var again = READING_TRIES; ; again--) {
            var used = connections();
            try {
                return used.readers().withHandle(query::apply);
            } catch (RuntimeException e) {
                if (H2Failures.closedTheFile(e)) {
                    giveUp(used, e);
                }
                if (connections == used || again == 0) {
                    throw H2Failures.asProblem(e, folderName());
                }
            }
        }
    }

    public void writeDo(Consumer<Tx> work) {
        write(tx -> {
            work.accept(tx);
            return null;
        });
    }

    /// Runs one transaction: all or nothing. When it returns, the work survives a killed process and a power cut.
    ///
    /// @return what the work returned
    /// @throws Problem as thrown by the work; [Problem.Unavailable] if the disk refused
    /// @throws IllegalStateException when called from within a write
    public <T> T write(Function<Tx, T> work) {
        if (writing.isHeldByCurrentThread()) {
            throw new IllegalStateException("A write within a write: one call is one transaction");
        }
        writing.lock();
        T result;
        Tx tx;
        try {
            var current = connections();
            tx = new Tx(current.writer(), current.journal());
            result = commit(current, tx, work);
        } catch (RuntimeException e) {
            throw H2Failures.asProblem(e, folderName());
        } finally {
            writing.unlock();
        }
        changes.fire(tx.changedKinds());
        return result;
    }

    private <T> T commit(Connections current, Tx tx, Function<Tx, T> work) {
        var writer = current.writer();
        var worked = false;
        try {
            writer.begin();
            var result = work.apply(tx);
            tx.refuseIfHalfDone();
            worked = true;
            if (files != null && tx.isCompactionDue()) {
                files.noteCompaction();
            }
            writer.commit();
            force(writer);
            if (tx.settledAs().isPresent()) {
                settle(current, tx.settledAs().get());
            } else if (sentinel != null && tx.appendedSeq() > 0) {
                sentinel.remember(new Sentinel.Mark(current.desk().id(), tx.appendedSeq()));
            }
            return result;
        } catch (RuntimeException | Error e) {
            rollBack(current, e);
            if (worked || H2Failures.closedTheFile(e)) {
                giveUp(current, e);
            }
            throw e;
        }
    }

    private void settle(Connections current, Desk desk) {
        var settled = current.as(desk, clock, ids);
        connections = settled;
        if (sentinel != null) {
            sentinel.remember(mark(settled));
        }
    }

    private static void rollBack(Connections current, Throwable reason) {
        current.journal().forgetNumber();
        try {
            if (current.writer().isInTransaction()) {
                current.writer().rollback();
            }
        } catch (RuntimeException e) {
            reason.addSuppressed(e);
        }
    }

    private void force(Handle handle) {
        if (engine.syncsEveryWrite()) {
            handle.execute("checkpoint sync");
        }
    }

    /// Lets go of a file that H2 closed, or of which nobody knows what reached the disk. The next call opens it again.
    private void giveUp(Connections broken, Throwable reason) {
        if (files == null) {
            return; // in memory there is nothing to open again
        }
        writing.lock();
        try {
            if (connections == broken) {
                LOG.error("The store's file is given up; it is opened again at the next call", reason);
                connections = null;
                broken.abandon();
            }
        } finally {
            writing.unlock();
        }
    }

    private Connections connections() {
        var current = connections;
        if (current != null) {
            return current;
        }
        writing.lock();
        try {
            if (closed) {
                throw new IllegalStateException("The database is closed");
            }
            current = connections;
            if (current == null) {
                current = connect(Optional.ofNullable(sentinel).map(Sentinel::newest));
                connections = current;
            }
            return current;
        } finally {
            writing.unlock();
        }
    }

    private Connections connect(Optional<Sentinel.Mark> expected) {
        try {
            var opened = Connections.open(url, engine.options(), clock, ids, writer -> {
                refuseIfUnsafe(writer);
                Look.at(writer).refuseUnless(expected, folderName());
            });
            Connections.store(opened.writer()).sync(); // what was found after a crash is durable before anybody sees it
            return opened;
        } catch (RuntimeException e) {
            if (files != null) {
                WholeChunks.closeLeftOpen(files.databaseFile());
            }
            throw H2Failures.whileOpening(e, folderName());
        }
    }

    /// H2 stores `WRITE_DELAY` but does not apply the stored value when it opens a file, so what is in force is checked.
    private void refuseIfUnsafe(Handle handle) {
        if (!engine.syncsEveryWrite()) {
            return;
        }
        var inForce = handle.createQuery(
                        "select setting_value from information_schema.settings where setting_name = 'WRITE_DELAY'")
                .mapTo(String.class)
                .list();
        if (inForce.isEmpty() || !inForce.stream().allMatch("0"::equals)) {
            throw new IllegalStateException("WRITE_DELAY in force is " + inForce + ", not 0");
        }
    }

    private void settleDesk(Handle writer) {
        writer.execute(
                "insert into desk (id, code, created_at) values (?, ?, ?)",
                ids.next(), DeskCode.FIRST, clock.instant().toEpochMilli());
    }

    private static Sentinel.Mark mark(Connections current) {
        return new Sentinel.Mark(current.desk().id(), current.journal().lastSeq(current.writer()));
    }

    /// Copies the whole database, as it is now, into a new file under `backup/`. Others read and write meanwhile.
    ///
    /// @throws Problem.Unavailable if the disk refused
    public void backup() {
        if (files == null) {
            return;
        }
        backingUp.lock();
        try (var snapshot = snapshot()) {
            Backups.write(snapshot, files, clock.instant());
        } catch (MVStoreException e) {
            throw H2Failures.asProblem(e, folderName());
        } finally {
            backingUp.unlock();
        }
    }

    private StoreSnapshot snapshot() {
        writing.lock();
        try {
            var writer = connections().writer();
            force(writer);
            return new StoreSnapshot(writer);
        } finally {
            writing.unlock();
        }
    }

    private Object folderName() {
        return files == null ? "-" : files.folder();
    }

    @Override
    public void close() {
        backingUp.lock(); // closing moves what a backup is copying
        try {
            closeFile();
        } finally {
            backingUp.unlock();
        }
    }

    private void closeFile() {
        writing.lock();
        if (closed) {
            writing.unlock();
            return;
        }
        closed = true;
        try (var _ = lock;
                var _ = sentinel) {
            if (connections != null && connections.close(files)) {
                rememberClosedFile();
            }
            connections = null;
        } finally {
            writing.unlock();
        }
    }

    private void rememberClosedFile() {
        if (sentinel == null || files == null) {
            return;
        }
        try {
            var last = sentinel.newest();
            sentinel.remember(new Sentinel.Mark(last.desk(), last.seq(), files.fingerprint()));
        } catch (IOException e) {
            LOG.warn("The next start looks at the database more closely", e);
        }
    }
}
