package dev.calmdesk.app.command;

import dev.calmdesk.data.Backups;
import dev.calmdesk.data.StoreFiles;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// Copies the store's database into a new file beside it.
@Command(name = "backup")
final class BackupCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    private final StoreOption store = new StoreOption();

    BackupCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        var folder = store.folder(console);
        return console.with(folder, workspace -> {
            workspace.database().backup();
            console.say("cli.backup.made", Backups.newest(new StoreFiles(folder)).orElseThrow());
            return 0;
        });
    }
}
