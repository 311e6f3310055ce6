package dev.calmdesk.app;

import dev.calmdesk.base.Ids;
import dev.calmdesk.base.Problem;
import dev.calmdesk.data.Backups;
import dev.calmdesk.data.StoreFiles;
import dev.calmdesk.fx.ErrorCode;
import java.nio.file.Files;
import java.time.Duration;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Opens a store when the program starts.
final class Opening {

    private static final Logger LOG = LoggerFactory.getLogger(Opening.class);

    private static final Duration BACKUP_EVERY = Duration.ofHours(20);

    private Opening() {}

    /// @param demo whether a demonstration store is made if the folder holds none
    /// @throws Problem whatever goes wrong, bugs included: without a store there is no desk to report them on
    static Workspace open(StoreFiles files, boolean demo, InstantSource clock) {
        try {
            return make(files, demo, clock);
        } catch (Problem problem) {
            throw problem;
        } catch (RuntimeException e) {
            LOG.error("The store in {} did not open", files.folder(), e);
            throw Problem.unavailable("store.problem.unexpected", e, ErrorCode.of(e), files.log());
        }
    }

    private static Workspace make(StoreFiles files, boolean demo, InstantSource clock) {
        if (demo && !Files.exists(files.databaseFile())) {
            new DemoMaker(clock).make(files);
        }
        return Workspace.open(files, clock, Ids.timeOrdered(clock));
    }

    /// Makes the backup of the day, unless there is one.
    static void backUpDaily(Workspace workspace) {
        workspace.database().files().ifPresent(files -> {
            var isDue = Backups.newest(files)
                    .map(Backups::madeAt)
                    .filter(made -> made.isAfter(workspace.clock().instant().minus(BACKUP_EVERY)))
                    .isEmpty();
            if (isDue) {
                workspace.database().backup();
            }
        });
    }
}
