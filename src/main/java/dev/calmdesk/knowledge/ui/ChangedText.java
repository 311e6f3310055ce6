package dev.calmdesk.knowledge.ui;

import dev.calmdesk.base.Texts;
import dev.calmdesk.knowledge.TextChange;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/// A text with what came underlined and what went struck out, so that it can be told without colours.
final class ChangedText extends TextFlow {

    ChangedText(List<TextChange> pieces, Texts texts) {
        getStyleClass().add("changed-text");
        pieces.forEach(piece -> {
            var text = new Text(piece.text());
            switch (piece.kind()) {
                case ADDED -> text.getStyleClass().add("added");
                case REMOVED -> text.getStyleClass().add("removed");
                case SAME -> text.getStyleClass().add("same");
            }
            getChildren().add(text);
        });
        setAccessibleText(pieces.stream()
                .map(piece -> piece.kind() == TextChange.Kind.SAME
                        ? piece.text()
                        : texts.get("knowledge.compare." + piece.kind().name().toLowerCase(java.util.Locale.ROOT), piece.text()))
                .collect(Collectors.joining(" ")));
    }
}
