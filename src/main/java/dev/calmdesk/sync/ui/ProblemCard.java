package dev.calmdesk.sync.ui;

import dev.calmdesk.base.Texts;
import dev.calmdesk.fx.control.FactGrid;
import dev.calmdesk.fx.control.FactGrid.Fact;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// What the hub did not take of one record: why, all of its values, what to do.
final class ProblemCard extends VBox {

    ProblemCard(ProblemItem item, ProblemsViewModel model) {
        var texts = model.tools().texts();
        getStyleClass().addAll("card", "problem-card");
        var title = wrapped(Unbroken.numbers(item.title()), "card-title");
        var head = new HBox(8, title);
        HBox.setHgrow(title, Priority.ALWAYS);
        title.setMaxWidth(Double.MAX_VALUE);
        if (item.place().isPresent()) {
            head.getChildren().add(button(texts, "sync.open_record", item, "small", () -> model.open(item)));
        }
        getChildren().add(head);
        item.reasons().forEach(reason -> getChildren().add(warning(reason)));
        item.acts().forEach(act -> getChildren().add(act(act, texts)));
        var again = button(texts, "sync.problems.send_again", item, "primary", () -> model.sendAgain(item));
        var keep = button(texts, "sync.problems.keep_here", item, "", () -> model.keepHere(item));
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var copy = button(texts, "sync.problems.copy", item, "quiet", () -> model.copy(item));
        again.disableProperty().bind(model.busyProperty());
        keep.disableProperty().bind(model.busyProperty());
        getChildren().add(new HBox(8, again, keep, gap, copy));
    }

    private static Button button(Texts texts, String key, ProblemItem item, String style, Runnable action) {
        var button = new Button(texts.get(key));
        button.getStyleClass().addAll(style.isEmpty() ? List.of() : List.of(style));
        button.setMinWidth(USE_PREF_SIZE);
        button.setAccessibleText(button.getText() + " " + item.title());
        button.setId(key.substring(key.lastIndexOf('.') + 1).replace('_', '-'));
        button.setOnAction(pressed -> action.run());
        return button;
    }

    static HBox warning(String words) {
        var text = wrapped(words, "small");
        HBox.setHgrow(text, Priority.ALWAYS);
        var box = new HBox(new FontIcon(Feather.ALERT_TRIANGLE), text);
        box.getStyleClass().addAll("alert", "soon");
        return box;
    }

    private static VBox act(ProblemItem.Act act, Texts texts) {
        var facts = new FactGrid();
        facts.show(act.values().stream()
                .map(value -> new Fact(
                        value.field(),
                        value.now().isEmpty()
                                ? value.written()
                                : texts.get("sync.problems.instead", value.written(), value.now())))
                .toList());
        return new VBox(6, wrapped(act.what(), "small", "muted"), facts);
    }

    private static Label wrapped(String words, String... styles) {
        var label = new Label(words);
        label.getStyleClass().addAll(styles);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }
}
