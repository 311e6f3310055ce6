package dev.calmdesk.app;

import dev.calmdesk.contact.Draft;
import java.nio.file.Path;
import java.util.concurrent.TimeoutException;
import javafx.scene.input.KeyCode;
import org.testfx.util.WaitForAsyncUtils;

/// A window in a process of its own in which a robot takes a complaint and types one sentence. It says `saved` when the
/// first half is known to be on the disk and `typed` after each letter that follows; somebody kills it meanwhile.
final class TypingWindow extends DeskJourney {

    static final String AGENT = "8051";
    static final String FIRST_HALF = "打开燕麦奶闻着发酸，";
    static final String SECOND_HALF = "倒出来有絮状沉淀，孩子喝了两口，想知道是不是整批有问题。".repeat(20);
    static final String SAVED = "saved";
    static final String TYPED = "typed";

    /// @param arguments the folder of a store that holds the demonstration
    public static void main(String[] arguments) throws TimeoutException {
        try {
            var window = new TypingWindow();
            window.folder = Path.of(arguments[0]);
            window.openStage();
            window.reopen();
            window.enter(AGENT);
            window.typeUntilKilled();
        } finally {
            Runtime.getRuntime().halt(1);
        }
    }

    private void typeUntilKilled() {
        keys(KeyCode.F2);
        shown("#matter");
        keys(KeyCode.ALT, KeyCode.DIGIT2);
        field("soothing.empathy_shown");
        keys(KeyCode.ALT, KeyCode.PAGE_DOWN);
        type("account.event", FIRST_HALF);
        await("the first half is in the store", () -> draft().fields().containsValue(FIRST_HALF));
        workspace.database().writeDo(tx -> {}); // returns after everything committed before is forced
        System.out.println(SAVED);
        SECOND_HALF.codePoints().forEach(letter -> {
            robot.write(Character.toString(letter));
            WaitForAsyncUtils.waitForFxEvents();
            System.out.println(TYPED);
        });
    }

    private Draft draft() {
        return workspace.drafts().unfinished(person.id()).getFirst();
    }
}
