package dev.calmdesk.contact.ui;

import dev.calmdesk.base.Texts;
import dev.calmdesk.cases.CaseState;
import dev.calmdesk.cases.When;
import dev.calmdesk.contact.History;
import dev.calmdesk.flow.Channel;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/// One earlier contact or case.
final class HistoryCell extends ListCell<History.Item> {

    private final FontIcon icon = new FontIcon();
    private final Label title = new Label();
    private final Label detail = new Label();
    private final HBox box;
    private final Texts texts;
    private final When when;

    HistoryCell(Texts texts, When when) {
        this.texts = texts;
        this.when = when;
        title.setWrapText(true);
        detail.getStyleClass().addAll("small", "muted");
        var words = new VBox(2, title, detail);
        HBox.setHgrow(words, Priority.ALWAYS);
        box = new HBox(10, icon, words);
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(History.Item item, boolean empty) {
        super.updateItem(item, empty);
        setGraphic(empty ? null : box);
        if (!empty) {
            icon.setIconLiteral(icon(item.channel()));
            var subject = item.subject();
            title.setText(subject.map(row -> texts.get(
                            "contact.history.case", texts.name(item.channel()), texts.name(row.kind()),
                            row.title().isBlank() ? row.number() : row.title()))
                    .orElseGet(() -> texts.get("contact.history.contact", texts.name(item.channel()))));
            detail.setText(subject.map(row -> texts.get(
                            "contact.history.detail", when.brief(item.at()), row.ownerName(), state(row.state())))
                    .orElseGet(() -> when.brief(item.at())));
            setAccessibleText(title.getText() + ", " + detail.getText());
        }
    }

    private String state(CaseState state) {
        return texts.name(state);
    }

    private static String icon(Channel channel) {
        return switch (channel) {
            case PHONE -> "fth-phone";
            case CHAT -> "fth-message-circle";
            case EMAIL -> "fth-mail";
            case SOCIAL -> "fth-share-2";
            case SELF_SERVICE -> "fth-help-circle";
            case IN_PERSON -> "fth-user";
        };
    }
}
