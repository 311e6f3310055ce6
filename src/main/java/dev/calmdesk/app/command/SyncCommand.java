package dev.calmdesk.app.command;

import dev.calmdesk.app.Workspace;
import dev.calmdesk.base.Problem;
import dev.calmdesk.sync.Explained;
import dev.calmdesk.sync.Link;
import dev.calmdesk.sync.SyncRound;
import dev.calmdesk.sync.file.FileRound;
import dev.calmdesk.sync.http.HubClient;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Runs one round: everything of this desk goes to the hub, everything of others comes in.
@Command(name = "sync")
final class SyncCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    private final StoreOption store = new StoreOption();

    @Option(names = "--json", descriptionKey = "cli.option.json")
    private boolean json;

    SyncCommand(Console console) {
        this.console = console;
    }

    @Option(names = "--verify-files", descriptionKey = "cli.option.verify_files")
    private boolean verifiesFiles;

    /// What travelled.
    private record Travelled(int damaged, SyncRound.Moved entries, FileRound.Moved files) {}

    @Override
    public Integer call() {
        var travelled = console.with(store.folder(console), this::round);
        var moved = travelled.entries();
        var files = travelled.files();
        if (json) {
            var fields = new LinkedHashMap<String, Object>();
            fields.put("pushed", moved.pushed());
            fields.put("rejected", moved.rejected());
            fields.put("pulled", moved.pulled());
            fields.put("files_sent", files.sent());
            fields.put("files_fetched", files.fetched());
            fields.put("files_damaged", travelled.damaged());
            console.json(fields);
        } else {
            console.say("cli.sync.moved", moved.pushed(), moved.rejected(), moved.pulled());
            console.say("cli.sync.files_moved", files.sent(), files.fetched());
            if (verifiesFiles) {
                console.say("cli.sync.files_damaged", travelled.damaged());
            }
        }
        return 0;
    }

    private Travelled round(Workspace workspace) {
        var damaged = verifiesFiles ? workspace.files().verify() : 0;
        var link = link(workspace);
        try (var hub = HubClient.to(link)) {
            var moved = Explained.run(() -> new SyncRound(workspace.replica(), hub).run());
            return link(workspace).token().equals(link.token())
                    ? new Travelled(damaged, moved, Explained.run(() -> files(workspace, hub, link)))
                    : round(workspace); // it goes on as another desk
        }
    }

    private static FileRound.Moved files(Workspace workspace, HubClient hub, Link link) {
        var round = new FileRound(workspace.files(), hub, link.epoch(), workspace.bandwidth());
        try {
            for (var pause = round.step(); pause.isPresent(); pause = round.step()) {
                Thread.sleep(pause.get());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the next round goes on where this one was
        }
        return round.moved();
    }

    private static Link link(Workspace workspace) {
        var link = workspace.replica().link().orElseThrow(() -> Problem.refused("sync.problem.not_enrolled"));
        if (!link.isOnNetwork()) {
            throw Problem.refused("sync.problem.by_stick_only");
        }
        return link;
    }

    /// Redeems a code of the hub: from now on this store belongs to one of its desks.
    @Command(name = "enrol")
    static final class EnrolCommand implements Callable<Integer> {

        private final Console console;

        @Mixin
        private final StoreOption store = new StoreOption();

        @Parameters(index = "0", paramLabel = "URL", descriptionKey = "cli.parameter.hub_url")
        private URI url = URI.create("");

        @Parameters(index = "1", paramLabel = "CODE", descriptionKey = "cli.parameter.enrol_code")
        private String code = "";

        EnrolCommand(Console console) {
            this.console = console;
        }

        @Override
        public Integer call() {
            return console.withOldOrNew(store.folder(console), workspace -> {
                var link = workspace.joining().join(url, code);
                console.say("cli.sync.enrolled", workspace.database().desk().code(), link.teamScope());
                return 0;
            });
        }
    }
}
