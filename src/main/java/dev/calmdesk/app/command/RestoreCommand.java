package dev.calmdesk.app.command;

import dev.calmdesk.base.Problem;
import dev.calmdesk.data.Backups;
import dev.calmdesk.data.StoreFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Puts a backup in the place of the store; what was there is set aside, never deleted.
@Command(name = "restore")
final class RestoreCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    private final StoreOption store = new StoreOption();

    @Option(names = "--from", paramLabel = "FILE", descriptionKey = "cli.option.from")
    private @Nullable Path from;

    RestoreCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        var files = new StoreFiles(store.folder(console));
        var backup = from != null
                ? from
                : Backups.newest(files).orElseThrow(() -> Problem.refused("cli.problem.no_backup", files.folder()));
        if (!Files.isReadable(backup)) {
            throw Problem.refused("cli.problem.no_backup", backup);
        }
        var aside = Backups.restore(files, backup, console.clock().instant());
        console.say("cli.restore.done", backup);
        console.say("cli.restore.aside", aside);
        return 0;
    }
}
