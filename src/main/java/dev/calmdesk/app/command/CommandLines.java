package dev.calmdesk.app.command;

import dev.calmdesk.base.Problem;
import dev.calmdesk.fx.ErrorCode;
import java.util.LinkedHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/// Puts the commands together and says what went wrong: exit code 0 is done, 1 refused or failed, 2 not understood.
public final class CommandLines {

    static final int FAILED = 1;
    static final int NOT_UNDERSTOOD = 2;

    private static final Logger LOG = LoggerFactory.getLogger(CommandLines.class);

    private CommandLines() {}

    public static CommandLine of(Console console) {
        var cases = new CommandLine(new GroupCommand.Cases())
                .addSubcommand(new CaseListCommand(console))
                .addSubcommand(new CaseShowCommand(console));
        var knowledge = new CommandLine(new GroupCommand.Knowledge())
                .addSubcommand(new SearchCommand(console))
                .addSubcommand(new EvalCommand(console))
                .addSubcommand(new KnowledgeCommands.Import(console))
                .addSubcommand(new KnowledgeCommands.Export(console))
                .addSubcommand(new KnowledgeCommands.Publish(console));
        var pack = new CommandLine(new GroupCommand.Pack()).addSubcommand(new PackImportCommand(console));
        var hub = new CommandLine(new GroupCommand.Hub())
                .addSubcommand(new HubCommands.Serve(console))
                .addSubcommand(new HubCommands.Enrol(console))
                .addSubcommand(new HubCommands.DeskList(console))
                .addSubcommand(new HubCommands.Revoke(console))
                .addSubcommand(new HubCommands.Restored(console))
                .addSubcommand(new BundleCommands.Answer(console));
        var bundle = new CommandLine(new GroupCommand.Bundle())
                .addSubcommand(new BundleCommands.Enrol(console))
                .addSubcommand(new BundleCommands.Write(console))
                .addSubcommand(new BundleCommands.Read(console));
        var sync = new CommandLine(new SyncCommand(console))
                .addSubcommand(new SyncCommand.EnrolCommand(console))
                .addSubcommand(new SyncExportCommand(console))
                .addSubcommand(bundle);
        var all = new CommandLine(new CalmdeskCommand(console))
                .addSubcommand(new CalmdeskCommand.Desk(console))
                .addSubcommand(new DemoCommand(console))
                .addSubcommand(cases)
                .addSubcommand(knowledge)
                .addSubcommand(new CheckCommand(console))
                .addSubcommand(new BackupCommand(console))
                .addSubcommand(new RestoreCommand(console))
                .addSubcommand(pack)
                .addSubcommand(hub)
                .addSubcommand(sync);
        all.setOut(console.out());
        all.setErr(console.err());
        all.setResourceBundle(console.texts().bundle());
        all.setCaseInsensitiveEnumValuesAllowed(true);
        all.setUsageHelpAutoWidth(true);
        all.setParameterExceptionHandler((failure, arguments) -> notUnderstood(console, failure));
        all.setExecutionExceptionHandler((failure, line, result) -> failed(console, failure));
        describe(console, all);
        return all;
    }

    /// Help in the user's language: keys `cli.<command>.<command>.help`.
    private static void describe(Console console, CommandLine line) {
        describe(console, line.getCommandSpec());
        line.getSubcommands().values().forEach(sub -> describe(console, sub));
    }

    private static void describe(Console console, CommandSpec spec) {
        var texts = console.texts();
        var path = spec.qualifiedName(".").replaceFirst("^calmdesk\\.?", "");
        spec.usageMessage()
                .synopsisHeading(texts.get("cli.help.usage") + " ")
                .description(texts.get("cli." + (path.isEmpty() ? "" : path + ".") + "help"))
                .parameterListHeading("%n" + texts.get("cli.help.parameters") + "%n")
                .optionListHeading("%n" + texts.get("cli.help.options") + "%n")
                .commandListHeading("%n" + texts.get("cli.help.commands") + "%n");
        if (path.isEmpty()) {
            var codes = new LinkedHashMap<String, String>();
            codes.put("0", texts.get("cli.help.code.done"));
            codes.put("1", texts.get("cli.help.code.failed"));
            codes.put("2", texts.get("cli.help.code.usage"));
            spec.usageMessage().exitCodeListHeading("%n" + texts.get("cli.help.codes") + "%n").exitCodeList(codes);
        }
    }

    private static int notUnderstood(Console console, ParameterException failure) {
        console.err().println(failure.getMessage());
        console.err().println(console.texts().get(
                "cli.problem.usage", failure.getCommandLine().getCommandSpec().qualifiedName()));
        return NOT_UNDERSTOOD;
    }

    private static int failed(Console console, Exception failure) {
        var texts = console.texts();
        if (failure instanceof Problem problem) {
            console.err().println(texts.get(problem));
            if (problem instanceof Problem.Incomplete incomplete) {
                incomplete.points().forEach(point ->
                        console.err().println("  " + point.field() + ": " + texts.get(point.textKey())));
            }
        } else {
            var code = ErrorCode.of(failure);
            LOG.error("Command failed, code {}", code, failure);
            var log = LogFile.current().map(Object::toString).orElse("–");
            console.err().println(texts.get("cli.problem.unexpected", code, log));
        }
        return FAILED;
    }
}
