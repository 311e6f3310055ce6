package dev.calmdesk.app;

import dev.calmdesk.base.Ids;
import dev.calmdesk.base.Problem;
import dev.calmdesk.data.Database;
import dev.calmdesk.data.StoreCopy;
import dev.calmdesk.data.StoreFiles;
import dev.calmdesk.demo.DemoClock;
import dev.calmdesk.demo.DemoStore;
import dev.calmdesk.pack.PackFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;

/// Makes demonstration stores: plays the stories in memory, where some thousand writes take seconds, and copies the
/// result into the files of an empty store in one transaction (ADR 0006).
public final class DemoMaker {

    private final InstantSource clock;

    public DemoMaker(InstantSource clock) {
        this.clock = clock;
    }

    /// Makes a demonstration store in a folder.
    ///
    /// @throws Problem.Refused if there is a store that was used already; it stays untouched
    public void make(StoreFiles files) {
        if (Files.exists(files.databaseFile())) {
            refuseIfUsed(files);
        }
        try (var played = play(files.evidence());
                var target = Database.open(files, clock, Ids.timeOrdered(clock))) {
            StoreCopy.copy(played.database(), target);
        }
    }

    private void refuseIfUsed(StoreFiles files) {
        try (var store = Database.open(files, clock, Ids.timeOrdered(clock))) {
            if (!StoreCopy.isEmpty(store)) {
                throw Problem.refused("demo.problem.not_empty");
            }
        }
    }

    /// The demonstration in memory; its clock stands still at now.
    public Workspace play(Path evidence) {
        var now = clock.instant();
        var stage = new DemoClock(now.minus(DemoStore.AGE));
        var ids = Ids.timeOrdered(stage);
        var workspace = Workspace.inMemory(evidence, stage, ids, Workspace.bundledPack(stage, ids));
        PackFolder.withBundled(Workspace.BUNDLED_PACK, pack -> new DemoStore(workspace, stage).play(pack, now));
        return workspace;
    }
}
