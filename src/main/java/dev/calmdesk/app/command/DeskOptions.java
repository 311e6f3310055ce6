package dev.calmdesk.app.command;

import dev.calmdesk.app.Workstation;
import dev.calmdesk.data.StoreFiles;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Opens the window on a store.
abstract class DeskOptions implements Callable<Integer> {

    private final Console console;

    @Mixin
    private final StoreOption store = new StoreOption();

    @Option(names = "--demo", descriptionKey = "cli.option.demo")
    private boolean demo;

    /// For the training run of the start-up cache.
    @Option(names = "--exit-after-paint", hidden = true)
    private boolean exitAfterPaint;

    DeskOptions(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        var folder = store.folder(console);
        console.log().accept(new StoreFiles(folder).log());
        Workstation.launch(new Workstation.Options(folder, demo, exitAfterPaint));
        return 0;
    }
}
