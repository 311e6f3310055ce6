package dev.calmdesk.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.calmdesk.app.TypingWindow.Work;
import dev.calmdesk.knowledge.KnowledgeCarePlace;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.control.Button;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/// The window is killed while somebody types, and their work goes on where it stopped.
class KilledWindowTest extends DeskJourney {

    private static final int LETTERS_BEFORE_THE_KILL = 12;

    @Test
    void aContactGoesOnInMidSentence() throws IOException, InterruptedException {
        workspace.close();
        killWhileTyping(Work.CONTACT);

        reopen();
        enter(TypingWindow.AGENT);
        TableView<?> unfinished = shown("#drafts");
        await("the contact is listed", () -> !unfinished.getItems().isEmpty());
        onFx(() -> {
            unfinished.requestFocus();
            unfinished.getSelectionModel().selectFirst();
        });
        keys(KeyCode.ENTER);

        assertGoesOn(Work.CONTACT);
        type("account.place", "家中");
        await("typing goes on", () -> workspace.drafts().unfinished(person.id()).getFirst().fields().containsValue("家中"));
    }

    @Test
    void anArticleGoesOnInMidSentence() throws IOException, InterruptedException {
        workspace.close();
        killWhileTyping(Work.ARTICLE);

        reopen();
        enter(TypingWindow.AGENT);
        onFx(() -> window.go(new KnowledgeCarePlace()));
        await("the draft is listed", () -> goOn().findFirst().isPresent());
        onFx(() -> goOn().findFirst().orElseThrow().fire());
        assertGoesOn(Work.ARTICLE);
    }

    private Stream<Button> goOn() {
        return robot.lookup(".button").queryAllAs(Button.class).stream()
                .filter(button -> button.getText().equals("处理") && isOnScreen(button));
    }

    private void assertGoesOn(Work work) {
        var event = (TextInputControl) field(work.field);
        await("what was typed is there", () -> !event.getText().isEmpty());
        String found = call(event::getText);
        assertThat(found).startsWith(TypingWindow.FIRST_HALF);
        assertThat(TypingWindow.FIRST_HALF + TypingWindow.SECOND_HALF).startsWith(found);
    }

    private void killWhileTyping(Work work) throws IOException, InterruptedException {
        var child = new ProcessBuilder(command(work)).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        try (var said = child.inputReader(StandardCharsets.UTF_8)) {
            assertThat(said.lines().filter(line -> line.equals(TypingWindow.SAVED)).findFirst()).isPresent();
            for (var letter = 0; letter < LETTERS_BEFORE_THE_KILL; letter++) {
                assertThat(said.readLine()).isEqualTo(TypingWindow.TYPED);
            }
        } finally {
            child.destroyForcibly().waitFor();
        }
    }

    private List<String> command(Work work) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of(
                "-cp", System.getProperty("java.class.path"), TypingWindow.class.getName(), folder.toString(),
                work.name()));
        return command;
    }
}
