package dev.calmdesk.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs(OS.LINUX)
class NoDisplayTest {

    @TempDir
    Path folder;

    @Test
    void whereThereIsNoDisplayTheProgramSaysSoInOneSentence() throws IOException, InterruptedException {
        var builder = new ProcessBuilder(command()).redirectErrorStream(true);
        builder.environment().remove("DISPLAY");
        var program = builder.start();
        var said = new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(program.waitFor()).isEqualTo(1);
        assertThat(said.lines().filter(line -> !line.startsWith("Picked up "))).singleElement().asString()
                .contains("calmdesk --help");
    }

    private List<String> command() {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> !argument.startsWith("-Dglass.platform"))
                .forEach(command::add);
        command.addAll(List.of(
                "-cp", System.getProperty("java.class.path"), Launcher.class.getName(), "desk", "--lang", "en", "--data",
                folder.toString()));
        return command;
    }
}
