package dev.calmdesk.fx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.calmdesk.base.Problem;
import dev.calmdesk.fx.control.NoticeBar;
import dev.calmdesk.support.FxTest;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WindowDialogsTest extends FxTest {

    private static final Message QUESTION = Message.of("fx.error.title", "fx.error.text", "C-1");

    private final List<String> copied = new ArrayList<>();
    private WindowDialogs dialogs;

    @BeforeEach
    void openDialogs() {
        dialogs = call(() -> new WindowDialogs(stage, texts, theme, copied::add));
        show(call(() -> new VBox(dialogs.bar(), new TextField())));
    }

    private NoticeBar bar() {
        return (NoticeBar) dialogs.bar();
    }

    private void choose(String textKey) {
        onFx(() -> List.copyOf(Window.getWindows()).stream()
                .filter(window -> window != stage)
                .flatMap(window -> window.getScene().getRoot().lookupAll(".button").stream())
                .map(Button.class::cast)
                .filter(button -> button.getText().equals(texts.get(textKey)))
                .toList()
                .forEach(Button::fire));
    }

    private long windows() {
        return call(() -> (long) Window.getWindows().size());
    }

    @Test
    void aQuestionActsOnlyWhenTheActIsChosen() {
        var acted = new AtomicInteger();
        onFx(() -> dialogs.confirm(QUESTION, "fx.error.copy", acted::incrementAndGet));
        choose("fx.dialog.cancel");
        assertThat(acted).hasValue(0);

        onFx(() -> dialogs.confirm(QUESTION, "fx.error.copy", acted::incrementAndGet));
        choose("fx.error.copy");
        assertThat(acted).hasValue(1);
        assertThat(windows()).isEqualTo(1);
    }

    @Test
    void aNewerQuestionReplacesTheOlder() {
        var acted = new AtomicInteger();
        onFx(() -> {
            dialogs.confirm(QUESTION, "fx.error.copy", acted::incrementAndGet);
            dialogs.inform(QUESTION);
        });

        assertThat(windows()).isEqualTo(2);
        assertThat(acted).hasValue(0);
    }

    @Test
    void problemsAndNoticesAppearInTheBarWithoutAWindow() {
        onFx(() -> dialogs.notice("fx.error.text", "C-1"));
        assertThat(bar().getText()).contains("C-1");

        onFx(() -> dialogs.problem(Problem.incomplete(
                "fx.error.title", List.of(new Problem.Point("account.batch", "fx.dialog.cancel")))));
        assertThat(bar().getText()).isEqualTo(texts.get("fx.error.title") + "\n· " + texts.get("fx.dialog.cancel"));
        assertThat(bar().isVisible()).isTrue();
        assertThat(windows()).isEqualTo(1);
    }

    @Test
    void aBugShowsItsCodeAndItsDetailsCanBeCopied() {
        var bug = new IllegalStateException("secret of a customer");

        onFx(() -> dialogs.report("open case", bug));
        choose("fx.error.copy");

        assertThat(copied).singleElement().asString().startsWith(ErrorCode.of(bug)).contains("open case");
    }

    @Test
    void theSameBugHasTheSameCodeWhateverItsMessage() {
        assertThat(ErrorCode.of(bug("one"))).isEqualTo(ErrorCode.of(bug("other"))).matches("[0-9A-F]{4}-[0-9A-F]{4}");
        assertThat(ErrorCode.of(new IllegalArgumentException())).isNotEqualTo(ErrorCode.of(bug("one")));
    }

    private static Exception bug(String message) {
        return new IllegalStateException(message);
    }
}
