package dev.calmdesk.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.calmdesk.base.Settings;
import dev.calmdesk.cases.CaseState;
import dev.calmdesk.contact.ContactPlace;
import dev.calmdesk.contact.Direction;
import dev.calmdesk.contact.Touchpoint;
import dev.calmdesk.flow.Channel;
import dev.calmdesk.fx.Background;
import dev.calmdesk.fx.Views;
import dev.calmdesk.fx.WindowDialogs;
import dev.calmdesk.fx.WindowFileChoice;
import dev.calmdesk.people.Actor;
import dev.calmdesk.people.Role;
import dev.calmdesk.support.FxTest;
import dev.calmdesk.support.TestWorkspace;
import java.time.Clock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

class InquiryJourneyTest extends FxTest {

    private TestWorkspace store;
    private Background background;
    private DeskWindow window;
    private Actor agent;

    @BeforeEach
    void openDesk() {
        store = TestWorkspace.open(Clock.systemUTC());
        agent = store.employ("8021", "林晓棠", "T1", Role.AGENT);
        store.workspace().search().refresh();
        onFx(() -> {
            var dialogs = new WindowDialogs(stage, texts, theme, text -> {});
            background = new Background(dialogs);
            var desk = new Desk(
                    store.workspace(), texts, new Views(texts), background, dialogs,
                    new WindowFileChoice(stage, texts), text -> {}, theme, Settings.inMemory());
            stage.setScene(new javafx.scene.Scene(new javafx.scene.layout.StackPane()));
            window = new DeskWindow(desk, agent, new DeskWindow.Doors(() -> {}, () -> {}, false));
        });
        show(call(() -> window.build()));
    }

    @AfterEach
    void closeDesk() {
        onFx(() -> window.close());
        background.close();
        store.close();
    }

    @Test
    void picture() throws Exception {
        var draft = store.workspace().drafts().begin(agent, Channel.PHONE, Touchpoint.HOTLINE, Direction.IN, null);
        onFx(() -> window.returnTo(draft.id()));
        Thread.sleep(1500);
        WaitForAsyncUtils.waitForFxEvents();
        snapshot("contact-opening-light");
        robot.press(javafx.scene.input.KeyCode.ALT).press(javafx.scene.input.KeyCode.DIGIT1).release(javafx.scene.input.KeyCode.DIGIT1).release(javafx.scene.input.KeyCode.ALT);
        Thread.sleep(1500);
        snapshot("inquiry-greet-light");
    }
}
