package dev.calmdesk.data;

import dev.calmdesk.base.Problem;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/// What a database says about itself, to decide whether it is the one that belongs here.
///
/// @param version of its schema; null if it has none of ours
/// @param desk null if it never belonged to one
/// @param lastSeq number of the newest journal entry of that desk
/// @param before the desks it was before it became this one
record Look(@Nullable String version, Database.@Nullable Desk desk, long lastSeq, Set<UUID> before) {

    private static final String FIRST_WITH_SUCCESSION = "019";

    static Look at(Handle handle) {
        var version = Migrations.version(handle).orElse(null);
        if (version == null) {
            return new Look(null, null, 0, Set.of());
        }
        var desk = findDesk(handle).orElse(null);
        var before = version.compareTo(FIRST_WITH_SUCCESSION) < 0
                ? Set.<UUID>of()
                : Set.copyOf(handle.createQuery("select id from desk_before").mapTo(UUID.class).list());
        return new Look(version, desk, desk == null ? 0 : Journal.lastSeq(handle, desk.id()), before);
    }

    /// Looks at a file of which it is not known how it was left, without changing a byte of it.
    ///
    /// @throws Problem.Unavailable if it cannot be read, or a part of it is damaged
    static Look at(StoreFiles files, Engine engine) {
        try {
            return whole(files, files.databaseFile(), engine.readOnlyUrl(files.database()));
        } catch (RuntimeException e) {
            if (H2Failures.needsToWrite(e)) {
                return atCopy(files);
            }
            throw H2Failures.whileOpening(e, files.folder());
        }
    }

    /// H2 has to take back work that was cut off, which it cannot do in a file that it must not change.
    private static Look atCopy(StoreFiles files) {
        try {
            Files.copy(files.databaseFile(), files.nextDatabaseFile(), StandardCopyOption.REPLACE_EXISTING);
            return whole(files, files.nextDatabaseFile(), Engine.DURABLE.writingUrl(files.nextDatabase()));
        } catch (IOException e) {
            throw H2Failures.ofFiles(e, "store.problem.disk_refused", files.folder());
        } catch (RuntimeException e) {
            throw H2Failures.whileOpening(e, files.folder());
        } finally {
            files.nextDatabaseFile().toFile().delete();
        }
    }

    private static Look whole(StoreFiles files, Path database, String url) {
        try (var handle = Jdbi.open(url, "sa", "");
                var file = FileChannel.open(database)) {
            if (!Salvage.areWhole(file, Connections.store(handle).getLayoutMap())) {
                throw Problem.unavailable("store.problem.damaged", null, files.folder());
            }
            return at(handle);
        } catch (IOException e) {
            throw H2Failures.ofFiles(e, "store.problem.disk_refused", files.folder());
        } finally {
            WholeChunks.closeLeftOpen(database);
        }
    }

    static Optional<Database.Desk> findDesk(Handle handle) {
        return handle.createQuery("select id, code from desk")
                .map((row, context) -> new Database.Desk(row.getObject("id", UUID.class), row.getString("code")))
                .findOne();
    }

    /// @param expected what the sentinel remembers
    /// @throws Problem.Unavailable if this is not the store that was left here
    void refuseUnless(Optional<Sentinel.Mark> expected, Object folder) {
        if (version == null || desk == null) {
            throw Problem.unavailable("store.problem.empty", null, folder);
        }
        if (version.compareTo(Migrations.NEWEST) > 0) {
            throw Problem.unavailable("store.problem.newer", null, folder);
        }
        expected.filter(mark -> !before.contains(mark.desk())).ifPresent(mark -> {
            if (!desk.id().equals(mark.desk())) {
                throw Problem.unavailable("store.problem.foreign", null, folder);
            }
            if (lastSeq < mark.seq()) {
                throw Problem.unavailable("store.problem.older", null, folder);
            }
        });
    }
}
