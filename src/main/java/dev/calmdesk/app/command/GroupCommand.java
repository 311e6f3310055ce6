package dev.calmdesk.app.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// A name that only groups commands: said alone it is a mistake.
abstract class GroupCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Missing command");
    }

    @Command(name = "case")
    static final class Cases extends GroupCommand {}

    @Command(name = "kb")
    static final class Knowledge extends GroupCommand {}

    @Command(name = "hub")
    static final class Hub extends GroupCommand {}

    @Command(name = "pack")
    static final class Pack extends GroupCommand {}

    @Command(name = "bundle")
    static final class Bundle extends GroupCommand {}
}
