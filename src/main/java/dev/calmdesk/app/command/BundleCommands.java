package dev.calmdesk.app.command;

import dev.calmdesk.sync.Explained;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Exchanging by a stick, from a command line.
final class BundleCommands {

    private BundleCommands() {}

    /// Joins a hub by the file it made.
    @Command(name = "enrol")
    static final class Enrol implements Callable<Integer> {

        private final Console console;

        @Mixin
        private final StoreOption store = new StoreOption();

        @Parameters(index = "0", paramLabel = "FILE", descriptionKey = "cli.parameter.admission")
        private Path file = Path.of("");

        @Parameters(index = "1", paramLabel = "CODE", descriptionKey = "cli.parameter.admission_code")
        private String code = "";

        Enrol(Console console) {
            this.console = console;
        }

        @Override
        public Integer call() {
            return console.withOldOrNew(store.folder(console), workspace -> {
                var link = workspace.bundles().join(file, code);
                console.say("cli.sync.enrolled", workspace.database().desk().code(), link.teamScope());
                return 0;
            });
        }
    }

    /// Writes what the hub has not answered for.
    @Command(name = "write")
    static final class Write implements Callable<Integer> {

        private final Console console;

        @Mixin
        private final StoreOption store = new StoreOption();

        @Parameters(index = "0", paramLabel = "FILE", descriptionKey = "cli.parameter.bundle_out")
        private Path file = Path.of("");

        Write(Console console) {
            this.console = console;
        }

        @Override
        public Integer call() {
            var written = console.with(store.folder(console), workspace -> workspace.bundles().write(file));
            console.say("sync.bundle.written", written.entries(), written.files());
            return 0;
        }
    }

    /// Reads what the hub answered.
    @Command(name = "read")
    static final class Read implements Callable<Integer> {

        private final Console console;

        @Mixin
        private final StoreOption store = new StoreOption();

        @Parameters(index = "0", paramLabel = "FILE", descriptionKey = "cli.parameter.answer_in")
        private Path file = Path.of("");

        Read(Console console) {
            this.console = console;
        }

        @Override
        public Integer call() {
            var taken = console.with(store.folder(console), workspace -> workspace.bundles().read(file));
            console.say("sync.bundle.taken", taken.answered(), taken.rejected(), taken.entries(), taken.files());
            if (!taken.isWhole()) {
                console.say("sync.bundle.again");
            }
            return 0;
        }
    }

    /// Takes a desk's bundle and answers it.
    @Command(name = "bundle")
    static final class Answer implements Callable<Integer> {

        private final Console console;

        @Mixin
        private final HubOptions hub = new HubOptions();

        @Parameters(index = "0", paramLabel = "FILE", descriptionKey = "cli.parameter.bundle_in")
        private Path file = Path.of("");

        @Option(names = "--answer", required = true, paramLabel = "FILE", descriptionKey = "cli.option.answer")
        private Path answer = Path.of("");

        Answer(Console console) {
            this.console = console;
        }

        @Override
        public Integer call() {
            try (var process = hub.open(console)) {
                var answered = Explained.run(() -> process.bundles().answer(file, answer));
                console.say(
                        "cli.hub.bundle.answered", answered.desk(), answered.taken(), answered.rejected(),
                        answered.entries(), answered.files());
            }
            return 0;
        }
    }
}
