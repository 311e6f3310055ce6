package dev.calmdesk.app.command;

import dev.calmdesk.base.Problem;
import dev.calmdesk.pack.PackFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// Brings a company's pack into the store.
@Command(name = "import")
final class PackImportCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    private final StoreOption store = new StoreOption();

    @Parameters(paramLabel = "DIR", descriptionKey = "cli.parameter.pack")
    private Path pack = Path.of("");

    PackImportCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        if (!Files.isDirectory(pack)) {
            throw Problem.refused("cli.problem.no_folder", pack);
        }
        return console.withOldOrNew(store.folder(console), workspace -> {
            var content = workspace.packs().run(new PackFolder(pack));
            console.say("cli.pack.imported", content.items(), content.products(), content.articles());
            return 0;
        });
    }
}
