package dev.calmdesk.data;

import dev.calmdesk.base.Changes;
import dev.calmdesk.base.Ids;
import dev.calmdesk.base.Problem;
import java.nio.file.Files;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import org.h2.jdbcx.JdbcConnectionPool;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The store of one desk. Readers run at the same time on their own connections; writers run one after the other on the
/// only writing connection, and a write returns after it was forced to the disk. ADR 0003 says why nothing less holds.
///
/// Thread-safe; every call may block on the disk, so none is made on the JavaFX thread.
public final class Database implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Database.class);
    private static final int READERS = 8;

    private final String url;
    private final Engine engine;
    private final InstantSource clock;
    private final Ids ids;
    private final @Nullable StoreFiles files;
    private final Changes changes = new Changes();
    private final ReentrantLock writing = new ReentrantLock(true);

    private @Nullable Connections connections;
    private @Nullable Sentinel sentinel;
    private boolean closed;

    /// The open connections to one opened H2 file; replaced as a whole when H2 gave up on the file (a full disk).
    private record Connections(JdbcConnectionPool readerPool, Jdbi readers, Handle writer, Desk desk, Journal journal) {

        void close() {
            try {
                writer.close();
            } finally {
                readerPool.dispose();
            }
        }
    }

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

    /// Opens the store in a folder, or makes one there.
    ///
    /// @throws Problem.Unavailable if the folder cannot be written, the store is in use, damaged, or not the one that
    ///     the sentinel remembers
    public static Database open(StoreFiles files, InstantSource clock, Ids ids) {
        return open(files, Engine.DURABLE, clock, ids);
    }

    static Database open(StoreFiles files, Engine engine, InstantSource clock, Ids ids) {
        files.prepare();
        var database = new Database(engine.fileUrl(files.database()), engine, files, clock, ids);
        var expected = Sentinel.read(files.sentinel());
        if (expected.isPresent() && !Files.exists(files.databaseFile()) && engine.fileSystem().isEmpty()) {
            throw Problem.unavailable("store.problem.missing", null, files.folder());
        }
        var connected = database.connect(expected);
        database.connections = connected;
        database.sentinel = Sentinel.open(files.sentinel());
        database.remember(connected);
        return database;
    }

    /// A store that ends with [#close()]: practice, tests.
    public static Database inMemory(InstantSource clock, Ids ids) {
        var database = new Database("jdbc:h2:mem:" + UUID.randomUUID(), new Engine("", false, ""), null, clock, ids);
        database.connections = database.connect(Optional.empty());
        return database;
    }

    public Changes changes() {
        return changes;
    }

    public Desk desk() {
        return connections().desk();
    }

    /// Where the store's files lie; empty for a store in memory.
    public Optional<StoreFiles> files() {
        return Optional.ofNullable(files);
    }

    /// Runs a query. Not for writing: readers hold no lock.
    public <T> T read(Function<Handle, T> query) {
        try {
            return connections().readers().withHandle(query::apply);
        } catch (RuntimeException e) {
            throw H2Failures.asProblem(e, folderName());
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
        } catch (Problem problem) {
            throw problem;
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
        try {
            writer.begin();
            var result = work.apply(tx);
            writer.commit();
            force(writer);
            if (tx.appendedSeq() > 0 && sentinel != null) {
                sentinel.write(new Sentinel.Mark(current.desk().id(), tx.appendedSeq()));
            }
            return result;
        } catch (RuntimeException | Error e) {
            rollBack(writer, e);
            throw e;
        }
    }

    private void rollBack(Handle writer, Throwable reason) {
        try {
            if (writer.isInTransaction()) {
                writer.rollback();
            }
        } catch (RuntimeException e) {
            reason.addSuppressed(e);
        }
        if (H2Failures.closedTheFile(reason)) {
            LOG.error("H2 closed the file; it is opened again at the next call");
            var broken = connections;
            connections = null;
            if (broken != null) {
                closeQuietly(broken);
            }
        }
    }

    private void force(Handle handle) {
        if (engine.syncsEveryWrite()) {
            handle.execute("checkpoint sync");
        }
    }

    /// Opens again what H2 closed after a failure of the disk.
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
            if (connections == null) {
                connections = connect(Optional.empty());
            }
            return connections;
        } finally {
            writing.unlock();
        }
    }

    private Connections connect(Optional<Sentinel.Mark> expected) {
        var pool = JdbcConnectionPool.create(url, "sa", "");
        pool.setMaxConnections(READERS + 1);
        try {
            var jdbi = Mappings.applyTo(Jdbi.create(pool));
            var writer = jdbi.open();
            refuseIfUnsafe(writer);
            expected.ifPresent(mark -> refuseIfNotOurs(writer, mark));
            if (Migrations.areDue(writer)) {
                if (files != null && Migrations.isMigrated(writer)) {
                    Backups.write(writer, files, clock.instant());
                }
                Migrations.run(pool);
                force(writer);
            }
            var desk = findDesk(writer).orElseGet(() -> settleDesk(writer));
            var journal = new Journal(desk.id(), clock, ids);
            expected.filter(mark -> journal.lastSeq(writer) < mark.seq()).ifPresent(mark -> {
                throw Problem.unavailable("store.problem.older", null, folderName());
            });
            return new Connections(pool, jdbi, writer, desk, journal);
        } catch (RuntimeException e) {
            pool.dispose();
            throw H2Failures.asProblem(e, folderName());
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

    private void refuseIfNotOurs(Handle handle, Sentinel.Mark expected) {
        if (!Migrations.isMigrated(handle)) {
            throw Problem.unavailable("store.problem.empty", null, folderName());
        }
        if (findDesk(handle).filter(desk -> desk.id().equals(expected.desk())).isEmpty()) {
            throw Problem.unavailable("store.problem.foreign", null, folderName());
        }
    }

    private static Optional<Desk> findDesk(Handle handle) {
        return handle.createQuery("select id, code from desk")
                .map(row -> new Desk(row.getColumn("id", UUID.class), row.getColumn("code", String.class)))
                .findOne();
    }

    private Desk settleDesk(Handle writer) {
        var desk = new Desk(ids.next(), "A01");
        writer.execute(
                "insert into desk (id, code, created_at) values (?, ?, ?)",
                desk.id(), desk.code(), clock.instant().toEpochMilli());
        force(writer);
        return desk;
    }

    private void remember(Connections current) {
        var seq = current.journal().lastSeq(current.writer());
        if (sentinel != null) {
            sentinel.write(new Sentinel.Mark(current.desk().id(), seq));
        }
    }

    /// Copies the whole database into a new file under `backup/`, while others read and write.
    public void backup() {
        if (files != null) {
            var target = files;
            connections().readers().useHandle(handle -> Backups.write(handle, target, clock.instant()));
        }
    }

    private Object folderName() {
        return files == null ? "-" : files.folder();
    }

    private static void closeQuietly(Connections broken) {
        try {
            broken.close();
        } catch (RuntimeException e) {
            LOG.debug("Closing broken connections failed, as expected", e);
        }
    }

    @Override
    public void close() {
        writing.lock();
        try {
            if (closed) {
                return;
            }
            closed = true;
            if (connections != null) {
                connections.close();
            }
            if (sentinel != null) {
                sentinel.close();
            }
        } finally {
            connections = null;
            writing.unlock();
        }
    }
}
