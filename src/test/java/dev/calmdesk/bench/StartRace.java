package dev.calmdesk.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/// From the start of the process to a sign-in one can use, against a bare JavaFX window under the same flags.
final class StartRace {

    private static final int ROUNDS = Integer.getInteger("calmdesk.bench.starts", 5);
    private static final Pattern FLAGS = Pattern.compile("<calmdesk\\.jvm>(.*?)</calmdesk\\.jvm>");
    private static final Pattern PAINTED = Pattern.compile(PaintedAt.MARK + "(\\d+)");

    private final Path folder;
    private final Samples ours = new Samples();
    private final Samples bare = new Samples();

    StartRace(Path folder) {
        this.folder = folder;
    }

    void run() throws IOException, InterruptedException {
        var store = folder.resolve("store").toString();
        start("dev.calmdesk.app.Launcher", "demo", "--data", store);
        startOurs(store, new Samples()); // fills the caches of the disk, makes the backup of the day
        startBare(new Samples());
        for (var round = 0; round < ROUNDS; round++) {
            startOurs(store, ours);
            startBare(bare);
        }
        Table.heading("Start: a new process until its first screen is drawn, headless, same JVM flags, no AOT cache");
        Table.row("a sign-in one can use", ours);
        Table.row("bare JavaFX window", bare);
        Table.ratio(ours, bare);
    }

    private void startOurs(String store, Samples samples) throws IOException, InterruptedException {
        samples.add(painted(PaintedAt.class.getName(), "desk", "--data", store, "--exit-after-paint"));
    }

    private void startBare(Samples samples) throws IOException, InterruptedException {
        samples.add(painted(PaintedAt.class.getName(), PaintedAt.BARE));
    }

    private double painted(String... program) throws IOException, InterruptedException {
        var begin = System.currentTimeMillis();
        var said = start(program);
        var painted = PAINTED.matcher(said);
        if (!painted.find()) {
            throw new IllegalStateException("Nothing was painted: " + said);
        }
        return Long.parseLong(painted.group(1)) - begin;
    }

    private String start(String... program) throws IOException, InterruptedException {
        var out = folder.resolve("out.txt");
        var process = new ProcessBuilder(command(program))
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
        if (!process.waitFor(3, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new IllegalStateException("Did not end: " + String.join(" ", program));
        }
        var said = Files.readString(out);
        if (process.exitValue() != 0) {
            throw new IllegalStateException(String.join(" ", program) + " ended with " + process.exitValue() + ": " + said);
        }
        return said;
    }

    private List<String> command(String... program) throws IOException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(flags());
        command.addAll(List.of(
                "-Dglass.platform=Headless", "-Dprism.order=sw", "-Djavafx.cachedir=" + folder.resolve("javafx"),
                "-Djava.util.logging.config.file=packaging/logging.properties",
                "--module-path", "target" + File.separator + "javafx", "--add-modules", "javafx.controls,javafx.fxml",
                "--add-exports", "javafx.graphics/com.sun.javafx.application=ALL-UNNAMED",
                "-classpath", System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))));
        command.addAll(List.of(program));
        return command;
    }

    /// The flags that `./mvnw exec:exec` uses.
    private static List<String> flags() throws IOException {
        var pom = FLAGS.matcher(Files.readString(Path.of("pom.xml")));
        if (!pom.find()) {
            throw new IllegalStateException("pom.xml names no calmdesk.jvm");
        }
        return List.of(pom.group(1).split(" "));
    }
}
