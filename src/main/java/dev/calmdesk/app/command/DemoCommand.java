package dev.calmdesk.app.command;

import dev.calmdesk.app.DemoMaker;
import dev.calmdesk.data.StoreFiles;
import dev.calmdesk.people.Person;
import dev.calmdesk.workplace.Demonstration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// Makes a demonstration store in an empty folder.
@Command(name = "demo")
final class DemoCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    private final StoreOption store = new StoreOption();

    DemoCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        var folder = store.folder(console);
        var files = new StoreFiles(folder);
        console.log().accept(files.log());
        new DemoMaker(console.clock()).make(files);
        return console.with(folder, workspace -> {
            var password = workspace.workplace().all(Demonstration.TOPIC).getFirst().password();
            console.say("cli.demo.made", folder);
            console.say("cli.demo.people", password);
            workspace.people().all().forEach(this::tell);
            return 0;
        });
    }

    private void tell(Person person) {
        var roles = person.roleSet().stream().map(console.texts()::name).toList();
        console.out().println("  %s  %s  %s".formatted(person.agentNo(), person.name(), String.join(", ", roles)));
    }
}
