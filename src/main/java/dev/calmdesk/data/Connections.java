package dev.calmdesk.data;

import dev.calmdesk.base.Ids;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.function.Consumer;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.jdbcx.JdbcConnectionPool;
import org.h2.mvstore.MVStore;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The open connections to one opened H2 database: one that writes, some that can only read. Replaced as a whole when H2
/// gave up on the file (a full disk).
record Connections(JdbcConnectionPool readerPool, Jdbi readers, Handle writer, Database.Desk desk, Journal journal) {

    private static final Logger LOG = LoggerFactory.getLogger(Connections.class);
    private static final int READERS = 8;

    /// H2's rights hold for this user, so a query that writes by mistake fails instead of becoming a second writer.
    private static final String READER = "READER";

    /// @param options of H2, which only the writer may set
    /// @param check may refuse the database before anything is done with it
    static Connections open(String url, String options, InstantSource clock, Ids ids, Consumer<Handle> check) {
        var writer = Mappings.applyTo(Jdbi.create(url + options, "sa", "")).open();
        try {
            check.accept(writer);
            return around(writer, url, clock, ids);
        } catch (RuntimeException | Error e) {
            writer.close();
            throw e;
        }
    }

    /// @param finish writes what a migrated database must also hold
    static Connections inMemory(String url, InstantSource clock, Ids ids, Consumer<Handle> finish) {
        return open(url, "", clock, ids, writer -> {
            Migrations.run(url);
            finish.accept(writer);
        });
    }

    private static Connections around(Handle writer, String url, InstantSource clock, Ids ids) {
        makeReader(writer);
        var pool = JdbcConnectionPool.create(url, READER, "");
        pool.setMaxConnections(READERS);
        var desk = Look.findDesk(writer).orElseThrow();
        return new Connections(
                pool, Mappings.applyTo(Jdbi.create(pool)), writer, desk, new Journal(desk.id(), clock, ids));
    }

    /// The same connections for a store that writes as another desk from now on.
    Connections as(Database.Desk other, InstantSource clock, Ids ids) {
        return new Connections(readerPool, readers, writer, other, new Journal(other.id(), clock, ids));
    }

    private static void makeReader(Handle writer) {
        var known = writer.createQuery("select count(*) from information_schema.users where user_name = ?")
                .bind(0, READER)
                .mapTo(Integer.class)
                .one();
        if (known == 0) {
            writer.execute("create user if not exists " + READER + " password ''");
            writer.execute("grant select on schema public to " + READER);
        }
    }

    /// What H2 keeps of an open database below its tables.
    static MVStore store(Handle handle) {
        try {
            var session = (SessionLocal) handle.getConnection().unwrap(JdbcConnection.class).getSession();
            return session.getDatabase().getStore().getMvStore();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Ends what readers still do, and closes the file.
    ///
    /// @return whether H2 closed it in good order; if not, nothing is lost, as every write was forced to the disk before
    boolean close() {
        return end("shutdown");
    }

    /// As [#close()]; writes the file anew if that is due, so that nothing that was erased stands in it any more.
    ///
    /// @param files null in memory
    boolean close(@Nullable StoreFiles files) {
        if (files == null || !files.isCompactionDue()) {
            return close();
        }
        var isCompact = end("shutdown compact");
        if (isCompact) {
            files.forgetCompaction();
        }
        return isCompact;
    }

    /// Lets go of a file that does not answer any more.
    void abandon() {
        end("shutdown immediately");
    }

    private boolean end(String command) {
        readerPool.dispose();
        try (writer;
                var statement = writer.getConnection().createStatement()) {
            statement.execute(command);
            return true;
        } catch (SQLException | RuntimeException e) {
            LOG.warn("H2 did not {} in good order", command, e);
            return false;
        }
    }
}
