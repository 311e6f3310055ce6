package dev.calmdesk.complaint.ui;

import dev.calmdesk.fx.control.ActButton;
import dev.calmdesk.fx.control.Enter;
import dev.calmdesk.fx.control.Pill;
import dev.calmdesk.fx.control.Signal;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.property.StringProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// A row about something that was arranged: what it is, how it stands, and what can be done about it. An act that needs a
/// word, such as a proof, asks for it below the row.
final class WorkRow extends VBox {

    private final HBox acts = new HBox(4);

    WorkRow(String title, String detail, String state, Signal signal) {
        getStyleClass().add("work-row");
        var words = new VBox(2, label(title, "title"));
        if (!detail.isBlank()) {
            words.getChildren().add(label(detail, "detail"));
        }
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setMinWidth(0);
        acts.setAlignment(Pos.CENTER_RIGHT);
        acts.setMinWidth(USE_PREF_SIZE);
        acts.managedProperty().bind(Bindings.isNotEmpty(acts.getChildren()));
        var line = new HBox(10, words, new Pill(state, signal), acts);
        line.setAlignment(Pos.CENTER_LEFT);
        getChildren().add(line);
    }

    /// Puts rows into a list; only between them there is a line.
    static void show(VBox list, List<WorkRow> rows) {
        list.getChildren().setAll(rows);
        rows.stream().skip(1).forEach(row -> row.getStyleClass().add("next"));
    }

    private static Label label(String text, String style) {
        var label = new Label(text);
        label.getStyleClass().add(style);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }

    /// Adds a line below the title, such as what became of a request.
    WorkRow saying(String text) {
        if (!text.isBlank()) {
            getChildren().add(label(text, "detail"));
        }
        return this;
    }

    WorkRow offering(String act, Runnable action) {
        return offering(act, "", action);
    }

    /// @param whyNot why the person may not do it now; empty if they may
    WorkRow offering(String act, String whyNot, Runnable action) {
        acts.getChildren().add(button(act, whyNot, action));
        return this;
    }

    private static ActButton button(String text, String whyNot, Runnable action) {
        var button = new ActButton(text);
        button.getStyleClass().add("small");
        button.setMnemonicParsing(false);
        button.bar(whyNot);
        button.setOnAction(pressed -> action.run());
        return button;
    }

    /// Offers an act that needs a word first.
    ///
    /// @param typed keeps what is typed; where something stands already the field is open
    WorkRow asking(String act, String prompt, StringProperty typed, Runnable action) {
        return asking(act, "", prompt, typed, action);
    }

    /// @param whyNot why the person may not do it now; empty if they may
    WorkRow asking(String act, String whyNot, String prompt, StringProperty typed, Runnable action) {
        var field = new TextField();
        field.setPromptText(prompt);
        field.setAccessibleText(act);
        field.textProperty().bindBidirectional(typed);
        Enter.submits(field, action);
        HBox.setHgrow(field, Priority.ALWAYS);
        var line = new HBox(8, field, button(act, whyNot, action));
        line.setAlignment(Pos.CENTER_LEFT);
        line.setVisible(!typed.get().isBlank());
        line.managedProperty().bind(line.visibleProperty());
        getChildren().add(line);
        return offering(act, whyNot, () -> {
            line.setVisible(!line.isVisible());
            if (line.isVisible()) {
                field.requestFocus();
            }
        });
    }
}
