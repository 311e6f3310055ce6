package dev.calmdesk.app.command;

import dev.calmdesk.app.Workspace;
import dev.calmdesk.base.Problem;
import dev.calmdesk.sync.Hub;
import dev.calmdesk.sync.Link;
import dev.calmdesk.sync.SyncRound;
import dev.calmdesk.sync.http.HubClient;
import dev.calmdesk.sync.wire.Enrol;
import dev.calmdesk.sync.wire.Refusal;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
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
            var moved = explained(() -> new SyncRound(workspace.replica(), hub).run());
            return link(workspace).token().equals(link.token()) ? moved : round(workspace); // it goes on as another desk
        }
    }

    private static Link link(Workspace workspace) {
        return workspace.replica().link().orElseThrow(() -> Problem.refused("sync.problem.not_enrolled"));
    }

    private static <T> T explained(Supplier<T> work) {
        try {
            return work.get();
        } catch (Hub.Unreachable e) {
            throw Problem.unavailable("sync.problem.unreachable", e, e.getMessage());
        } catch (Refusal e) {
            throw Problem.unavailable("sync.problem." + e.code().onWire().replace('-', '_'), e);
        }
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

        /// Plain HTTP leaves this machine for nobody (protocol §2).
        private static void requireSafe(URI url) {
            var isHere = "http".equals(url.getScheme())
                    && List.of("127.0.0.1", "localhost", "[::1]").contains(String.valueOf(url.getHost()));
            if (!isHere && !("https".equals(url.getScheme()) && url.getHost() != null)) {
                throw Problem.refused("sync.problem.unsafe_address", url);
            }
        }

        @Override
        public Integer call() {
            requireSafe(url);
            var folder = store.folder(console);
            return console.withOldOrNew(folder, workspace -> {
                var admission = explained(() -> {
                    try (var hub = new HubClient(url, "")) {
                        return hub.enrol(new Enrol(code, workspace.database().desk().id()));
                    }
                });
                workspace.replica().enrol(
                        new Link(
                                admission.hub(), admission.epoch(), url.toString(), admission.token(),
                                admission.teamScope(), workspace.clock().instant(), 0),
                        admission.code());
                console.say("cli.sync.enrolled", admission.code(), admission.teamScope());
                return 0;
            });
        }
    }
}
