package dev.calmdesk.app;

import dev.calmdesk.knowledge.KnowledgeCarePlace;
import dev.calmdesk.knowledge.Writing;
import dev.calmdesk.knowledge.Writings;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import org.testfx.util.WaitForAsyncUtils;

/// A window in a process of its own in which a robot takes a complaint, or writes an article, and types one sentence. It says `saved` when the
/// first half is known to be on the disk and `typed` after each letter that follows; somebody kills it meanwhile.
final class TypingWindow extends DeskJourney {

    static final String AGENT = "8051";
    static final String FIRST_HALF = "打开燕麦奶闻着发酸，";
    static final String SECOND_HALF = "倒出来有絮状沉淀，孩子喝了两口，想知道是不是整批有问题。".repeat(20);
    static final String SAVED = "saved";
    static final String TYPED = "typed";

    /// What is typed in.
    enum Work {
        CONTACT("account.event"),
        ARTICLE("article.detail");

        final String field;

        Work(String field) {
            this.field = field;
        }
    }

    /// @param arguments the folder of a store that holds the demonstration, and the [Work]
    public static void main(String[] arguments) throws TimeoutException {
        try {
            var window = new TypingWindow();
            window.folder = Path.of(arguments[0]);
            window.openStage();
            window.reopen();
            window.enter(AGENT);
            window.typeUntilKilled(Work.valueOf(arguments[1]));
        } finally {
            Runtime.getRuntime().halt(1);
        }
    }

    private void typeUntilKilled(Work work) {
        switch (work) {
            case CONTACT -> takeAContact();
            case ARTICLE -> writeAnArticle();
        }
        type(work.field, FIRST_HALF);
        await("the first half is in the store", () -> typed(work).containsValue(FIRST_HALF));
        workspace.database().writeDo(tx -> {}); // returns after everything committed before is forced
        System.out.println(SAVED);
        SECOND_HALF.codePoints().forEach(letter -> {
            robot.write(Character.toString(letter));
            WaitForAsyncUtils.waitForFxEvents();
            System.out.println(TYPED);
        });
    }

    private void takeAContact() {
        keys(KeyCode.F2);
        shown("#matter");
        keys(KeyCode.ALT, KeyCode.DIGIT2);
        field("soothing.empathy_shown");
        keys(KeyCode.ALT, KeyCode.PAGE_DOWN);
    }

    private void writeAnArticle() {
        onFx(() -> window.go(new KnowledgeCarePlace()));
        Button write = shown("#write");
        onFx(write::fire);
    }

    private Map<String, String> typed(Work work) {
        return work == Work.CONTACT
                ? workspace.drafts().unfinished(person.id()).getFirst().fields()
                : new Writings(workspace.database(), workspace.clock()).all(person).stream()
                        .findFirst()
                        .map(Writing::fields)
                        .orElse(Map.of());
    }
}
