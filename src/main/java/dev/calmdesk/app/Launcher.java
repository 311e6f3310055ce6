package dev.calmdesk.app;

import dev.calmdesk.app.command.CommandLines;
import dev.calmdesk.app.command.Console;
import dev.calmdesk.app.command.ConsoleLanguage;
import dev.calmdesk.app.command.DataFolder;
import dev.calmdesk.app.command.LogFile;
import dev.calmdesk.base.Texts;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;

/// Where the program begins. Without a command it opens the window.
public final class Launcher {

    private Launcher() {}

    public static void main(String[] arguments) {
        var out = utf8(FileDescriptor.out);
        var err = utf8(FileDescriptor.err);
        System.setOut(out);
        System.setErr(err);
        var language = ConsoleLanguage.of(List.of(arguments), System.getenv(), Locale.getDefault());
        Locale.setDefault(language);
        var folder = DataFolder.of(
                System.getProperty("os.name"), System.getenv(), Path.of(System.getProperty("user.home")));
        var console = new Console(
                new InputStreamReader(System.in, StandardCharsets.UTF_8),
                new PrintWriter(out, true), new PrintWriter(err, true), new Texts(language), milliseconds(), folder,
                LogFile::in);
        System.exit(CommandLines.of(console).execute(arguments));
    }

    private static PrintStream utf8(FileDescriptor stream) {
        return new PrintStream(new FileOutputStream(stream), true, StandardCharsets.UTF_8);
    }

    /// Times are kept in whole milliseconds, so none is made finer.
    private static InstantSource milliseconds() {
        return () -> InstantSource.system().instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
