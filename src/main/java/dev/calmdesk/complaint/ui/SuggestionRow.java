package dev.calmdesk.complaint.ui;

import dev.calmdesk.fx.control.HighlightedText;
import dev.calmdesk.fx.control.HighlightedText.Range;
import dev.calmdesk.fx.control.KeyHint;
import dev.calmdesk.fx.control.Pill;
import dev.calmdesk.fx.control.Signal;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// One suggestion: what it is, which words decided, on which cases it rests, and the way to take it.
final class SuggestionRow extends VBox {

    private static final String BETWEEN = "  ";

    /// @param pill how likely or how grave
    /// @param first whether it stands out
    /// @param words that decided, as they stand in the record
    /// @param act what the button says
    /// @param keys that take it too; empty for none
    /// @param spoken what the button says to whom cannot see the row
    record Shown(
            String pill, Signal signal, boolean first, String name, List<String> words, Cases cases, String act,
            String keys, boolean taken, String spoken) {}

    /// Closed cases that a suggestion rests on.
    ///
    /// @param head what stands before them
    record Cases(String head, List<Link> links) {}

    /// @param text in few words
    /// @param full number, product, title and day
    record Link(UUID caseId, String text, String full) {}

    private final Button take;

    /// @param look shows a case
    SuggestionRow(Shown shown, Runnable take, Consumer<UUID> look) {
        getStyleClass().add("suggestion");
        if (shown.first()) {
            getStyleClass().add("likely");
        }
        this.take = button(shown, take);
        getChildren().add(what(shown, this.take));
        if (!shown.cases().links().isEmpty()) {
            getChildren().add(cases(shown.cases(), look));
        }
    }

    /// Shows other rows; whoever stood at one stands at the same one afterwards.
    static void replace(VBox list, List<SuggestionRow> rows) {
        var at = list.getChildren().stream().map(Node::isFocusWithin).toList().indexOf(true);
        list.getChildren().setAll(rows);
        if (at >= 0 && at < rows.size()) {
            rows.get(at).take.requestFocus();
        }
    }

    private static Node what(Shown shown, Button take) {
        var name = new Label(shown.name());
        name.getStyleClass().add("strong");
        name.setWrapText(true);
        var words = words(shown.words());
        HBox.setHgrow(words, Priority.ALWAYS);
        var what = new HBox(new Pill(shown.pill(), shown.signal()), name, words, take);
        what.getStyleClass().add("what");
        return what;
    }

    private static Node words(List<String> words) {
        var ranges = new ArrayList<Range>();
        var text = new StringBuilder();
        for (var word : words) {
            text.append(text.isEmpty() ? "" : BETWEEN);
            ranges.add(new Range(text.length(), text.length() + word.length()));
            text.append(word);
        }
        var node = new HighlightedText(text.toString(), ranges);
        node.getStyleClass().add("deciding");
        return node;
    }

    private static Node cases(Cases cases, Consumer<UUID> look) {
        var head = new Label(cases.head());
        head.getStyleClass().addAll("small", "muted");
        var node = new FlowPane(head);
        cases.links().forEach(link -> node.getChildren().add(link(link, look)));
        node.getStyleClass().add("past-cases");
        return node;
    }

    private static Hyperlink link(Link link, Consumer<UUID> look) {
        var node = new Hyperlink(link.text());
        node.getStyleClass().addAll("small", "past-case");
        node.setTooltip(new Tooltip(link.full()));
        node.setAccessibleText(link.full());
        node.setOnAction(pressed -> look.accept(link.caseId()));
        return node;
    }

    private static Button button(Shown shown, Runnable take) {
        var button = new Button(shown.act());
        button.getStyleClass().add("small");
        button.setMinWidth(USE_PREF_SIZE);
        if (shown.taken()) {
            button.getStyleClass().add("quiet");
        } else if (!shown.keys().isEmpty()) {
            KeyHint.on(button, shown.keys());
        }
        button.setAccessibleText(shown.spoken());
        button.setOnAction(pressed -> take.run());
        return button;
    }
}
