package dev.calmdesk.app.command;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/// The program itself; without a command it opens the window.
@Command(name = "calmdesk", versionProvider = CalmdeskCommand.Product.class)
final class CalmdeskCommand extends DeskOptions {

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            descriptionKey = "cli.option.help")
    private boolean help;

    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            descriptionKey = "cli.option.version")
    private boolean version;

    /// Taken in by [ConsoleLanguage] before anything is parsed.
    @Option(names = "--lang", paramLabel = "TAG", scope = ScopeType.INHERIT, descriptionKey = "cli.option.lang")
    private @Nullable String lang;

    CalmdeskCommand(Console console) {
        super(console);
    }

    /// The same options, named in full.
    @Command(name = "desk")
    static final class Desk extends DeskOptions {
        Desk(Console console) {
            super(console);
        }
    }

    static final class Product implements picocli.CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"Calmdesk " + dev.calmdesk.app.Version.text()};
        }
    }
}
