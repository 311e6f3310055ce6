package dev.calmdesk.contact.ui;

import dev.calmdesk.base.Texts;
import dev.calmdesk.customer.Recognition.Candidate;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.VBox;

/// A customer whom the input may mean.
final class CandidateCell extends ListCell<Candidate> {

    private final Label title = new Label();
    private final Label detail = new Label();
    private final VBox box = new VBox(2, title, detail);
    private final Texts texts;

    CandidateCell(Texts texts) {
        this.texts = texts;
        title.getStyleClass().add("strong");
        detail.getStyleClass().addAll("small", "muted");
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(Candidate candidate, boolean empty) {
        super.updateItem(candidate, empty);
        setGraphic(empty ? null : box);
        if (!empty) {
            var customer = candidate.customer();
            title.setText(customer.name() + "  " + texts.name(customer.tier()));
            detail.setText(String.join(" · ", java.util.stream.Stream.of(
                            candidate.number(), customer.city() == null ? "" : customer.city(), texts.name(candidate.match()))
                    .filter(part -> !part.isBlank())
                    .toList()));
            setAccessibleText(title.getText() + ", " + detail.getText());
        }
    }
}
