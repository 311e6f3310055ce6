package dev.calmdesk.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A [WorkingDesk] in a process of its own. What it says goes to a file, so that nothing said is lost with the process.
final class ChildDesk {

    private static final int LONGEST_START_MILLIS = 60_000;

    private final Process process;
    private final Path said;

    private ChildDesk(Process process, Path said) {
        this.process = process;
        this.said = said;
    }

    /// @param engine `durable`, or `default` for H2 as it comes
    /// @param start first number of its texts
    static ChildDesk start(Path store, String engine, long start) throws IOException {
        var said = Files.createTempFile(store.getParent(), "said", ".txt");
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xmx256m",
                        "-Dslf4j.provider=org.slf4j.helpers.NOP_FallbackServiceProvider",
                        "-Dslf4j.internal.verbosity=ERROR",
                        "-cp",
                        System.getProperty("java.class.path"),
                        WorkingDesk.class.getName(),
                        store.toString(),
                        engine,
                        Long.toString(start))
                .redirectOutput(said.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        return new ChildDesk(process, said);
    }

    void awaitLines(int count) throws IOException, InterruptedException {
        for (var waited = 0; lines().size() < count && isAlive() && waited < LONGEST_START_MILLIS; waited += 10) {
            pass(10);
        }
    }

    void pass(long millis) throws InterruptedException {
        process.waitFor(millis, TimeUnit.MILLISECONDS);
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /// Waits for a child that has nothing to do.
    int exitValue() throws InterruptedException {
        return process.waitFor();
    }

    /// SIGKILL: nothing in the process runs any more.
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /// A line without its end was not said.
    List<String> lines() throws IOException {
        var text = Files.readString(said);
        return text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
    }
}
