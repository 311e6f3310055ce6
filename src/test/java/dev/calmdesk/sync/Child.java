package dev.calmdesk.sync;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/// A process of its own. What it says goes to a file, so that nothing said is lost with the process.
final class Child {

    private static final int PATIENCE_MILLIS = 180_000;

    private final Process process;
    private final Path said;

    private Child(Process process, Path said) {
        this.process = process;
        this.said = said;
    }

    /// @param folder for what it says
    static Child start(Path folder, Class<?> main, String... arguments) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(List.of(arguments));
        try {
            var said = Files.createTempFile(folder, "said", ".txt");
            var process = new ProcessBuilder(command)
                    .redirectOutput(said.toFile())
                    .redirectError(said.resolveSibling(said.getFileName() + ".err").toFile())
                    .start();
            return new Child(process, said);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Waits until it has said something.
    ///
    /// @throws AssertionError if it ended instead, or did not say it for minutes
    void await(Predicate<List<String>> something) {
        try {
            for (var waited = 0; !something.test(lines()); waited += 20) {
                if (!process.isAlive() || waited >= PATIENCE_MILLIS) {
                    throw new AssertionError("A process did not do what it should: "
                            + Files.readString(said.resolveSibling(said.getFileName() + ".err")));
                }
                process.waitFor(20, TimeUnit.MILLISECONDS);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /// SIGKILL: nothing in the process runs any more.
    void kill() {
        try {
            process.destroyForcibly().waitFor();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /// A line without its end was not said.
    List<String> lines() {
        try {
            var text = Files.readString(said);
            return text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
