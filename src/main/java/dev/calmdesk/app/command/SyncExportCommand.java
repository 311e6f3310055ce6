package dev.calmdesk.app.command;

import dev.calmdesk.app.UnsentWork;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// Writes down what the hub does not have of this desk; needs no hub.
@Command(name = "export")
final class SyncExportCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    private final StoreOption store = new StoreOption();

    @Parameters(index = "0", paramLabel = "FILE", descriptionKey = "cli.parameter.export_file")
    private Path file = Path.of("");

    SyncExportCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        return console.with(store.folder(console), workspace -> {
            var written = new UnsentWork(workspace, console.texts()).write(file.toAbsolutePath());
            console.say("cli.sync.exported", written.count(), written.entries(), written.words());
            return 0;
        });
    }
}
