package dev.calmdesk.app.command;

import dev.calmdesk.app.Workspace;
import dev.calmdesk.base.Problem;
import dev.calmdesk.sync.Explained;
import dev.calmdesk.sync.Link;
import dev.calmdesk.sync.SyncRound;
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

    @Override
    public Integer call() {
        var moved = console.with(store.folder(console), this::round);
        if (json) {
            var fields = new LinkedHashMap<String, Object>();
            fields.put("pushed", moved.pushed());
            fields.put("rejected", moved.rejected());
            fields.put("pulled", moved.pulled());
            console.json(fields);
        } else {
            console.say("cli.sync.moved", moved.pushed(), moved.rejected(), moved.pulled());
        }
        return 0;
    }

    private SyncRound.Moved round(Workspace workspace) {
        var link = link(workspace);
        try (var hub = new HubClient(URI.create(link.url()), link.token())) {
            var moved = Explained.run(() -> new SyncRound(workspace.replica(), hub).run());
            return link(workspace).token().equals(link.token()) ? moved : round(workspace); // it goes on as another desk
        }
    }

    private static Link link(Workspace workspace) {
        return workspace.replica().link().orElseThrow(() -> Problem.refused("sync.problem.not_enrolled"));
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
