package dev.calmdesk.fx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.calmdesk.fx.control.MultiChoice;
import dev.calmdesk.fx.control.Option;
import dev.calmdesk.support.FxTest;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.css.PseudoClass;
import javafx.scene.Parent;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.DatePicker;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.stage.Window;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Every control in every state, in both tones; the pictures are there to be looked at.
class GalleryTest extends FxTest {

    private static String name(String sheet, Theme.Tone tone) {
        return "gallery-" + sheet + "-" + tone.name().toLowerCase(Locale.ROOT);
    }

    @ParameterizedTest
    @EnumSource
    void aDeskFullOfControls(Theme.Tone tone) {
        var root = call(() -> {
            theme.use(tone);
            var gallery = new Views(texts)
                    .load(GalleryController.class, Map.of(GalleryController.class, GalleryController::new));
            gallery.root().lookup("#batch").pseudoClassStateChanged(PseudoClass.getPseudoClass("focused"), true);
            return gallery.root();
        });

        assertThat(picture(root, 1440, 1000, name("desk", tone))).isNotEmptyFile();
    }

    @ParameterizedTest
    @EnumSource
    void statesSideBySide(Theme.Tone tone) {
        var root = call(() -> {
            theme.use(tone);
            var gallery = new Views(texts)
                    .load(Gallery2Controller.class, Map.of(Gallery2Controller.class, Gallery2Controller::new));
            return gallery.root();
        });
        picture(root, 1440, 900, name("states", tone));
        onFx(() -> Theme.markPractice(root.getScene(), true));

        assertThat(picture(root, 1440, 900, name("states", tone))).isNotEmptyFile();
    }

    @ParameterizedTest
    @EnumSource
    void whatFloats(Theme.Tone tone) {
        var combo = call(() -> new ComboBox<String>());
        var multi = call(MultiChoice::new);
        var date = call(DatePicker::new);
        onFx(() -> theme.use(tone));
        show(call(() -> new HBox(12, combo, multi, date)));

        onFx(() -> {
            combo.getItems().setAll("来电", "在线", "邮件", "社媒");
            combo.setValue("在线");
            combo.show();
        });
        popup(name("combo", tone));
        onFx(() -> {
            combo.hide();
            multi.setOptions(List.of(new Option("A", "食品安全"), new Option("B", "儿童"), new Option("C", "过敏")));
            multi.setValue("B");
            multi.show();
        });
        popup(name("multi", tone));
        onFx(() -> {
            multi.hide();
            date.show();
        });
        popup(name("date", tone));
        onFx(() -> {
            date.hide();
            new ContextMenu(new MenuItem("转交"), new MenuItem("升级"), new MenuItem("复制工单号")).show(combo, 20, 80);
        });
        popup(name("menu", tone));
        onFx(() -> {
            hideAllButStage();
            new Tooltip("按到期时间排列").show(combo, 20, 80);
        });
        popup(name("tooltip", tone));
        onFx(() -> {
            hideAllButStage();
            new WindowDialogs(stage, texts, theme, text -> {})
                    .confirm(Message.of("fx.error.title", "fx.error.text", "9F03-4C1A"), "fx.error.copy", () -> {});
        });
        popup(name("dialog", tone));
    }

    private void hideAllButStage() {
        List.copyOf(Window.getWindows()).stream().filter(window -> window != stage).forEach(Window::hide);
    }

    private Path popup(String name) {
        Parent root = call(() -> List.copyOf(Window.getWindows()).stream()
                .filter(window -> window != stage && window.isShowing())
                .toList()
                .getLast()
                .getScene()
                .getRoot());
        return picture(root, 0, 0, name);
    }
}
