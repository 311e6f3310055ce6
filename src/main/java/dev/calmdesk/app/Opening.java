package dev.calmdesk.app;

import dev.calmdesk.base.Ids;
import dev.calmdesk.data.Backups;
import dev.calmdesk.data.StoreFiles;
import java.nio.file.Files;
import java.time.Duration;
import java.time.InstantSource;

/// Opens a store when the program starts.
final class Opening {

    private static final Duration BACKUP_EVERY = Duration.ofHours(20);

    private Opening() {}

    /// @param demo whether a demonstration store is made if the folder holds none
    static Workspace open(StoreFiles files, boolean demo, InstantSource clock) {
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
