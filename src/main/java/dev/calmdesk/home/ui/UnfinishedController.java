package dev.calmdesk.home.ui;

import dev.calmdesk.base.Texts;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The card of work that stopped in the middle; not there while nothing did.
final class UnfinishedController {

    private static final double HEADER = 36;
    private static final double ROW = 41;
    private static final int SHOWN = 3;

    /// Of the heading at the usual size of text.
    private static final double FONT = 15;

    @FXML private VBox card;
    @FXML private Label heading;
    @FXML private TableView<UnfinishedItem> drafts;
    @FXML private TableColumn<UnfinishedItem, String> customer;
    @FXML private TableColumn<UnfinishedItem, String> channel;
    @FXML private TableColumn<UnfinishedItem, String> stopped;
    @FXML private TableColumn<UnfinishedItem, String> saved;
    @FXML private TableColumn<UnfinishedItem, UnfinishedItem> resume;

    private final HomeViewModel model;
    private final Texts texts;

    UnfinishedController(HomeViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
    }

    @FXML
    private void initialize() {
        card.managedProperty().bind(card.visibleProperty());
        fill(customer, UnfinishedItem::customer);
        fill(channel, UnfinishedItem::channel);
        fill(stopped, UnfinishedItem::stoppedAt);
        fill(saved, UnfinishedItem::savedAt);
        resume.setCellFactory(column -> new ResumeCell());
        drafts.setItems(model.unfinished());
        drafts.setOnKeyPressed(pressed -> {
            var chosen = drafts.getSelectionModel().getSelectedItem();
            if (pressed.getCode() == KeyCode.ENTER && chosen != null) {
                pressed.consume();
                model.resume(chosen);
            }
        });
        model.unfinished().subscribe(this::show);
        heading.fontProperty().subscribe((before, now) -> show());
        show();
    }

    private static void fill(TableColumn<UnfinishedItem, String> column, Function<UnfinishedItem, String> text) {
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(text.apply(row.getValue())));
    }

    private void show() {
        card.setVisible(!model.unfinished().isEmpty());
        var rows = Math.clamp(model.unfinished().size(), 1, SHOWN);
        var height = (HEADER + ROW * rows) * heading.getFont().getSize() / FONT;
        drafts.setMinHeight(height);
        drafts.setPrefHeight(height);
        drafts.setMaxHeight(height);
    }

    private final class ResumeCell extends TableCell<UnfinishedItem, UnfinishedItem> {
        private final Button button = new Button(texts.get("home.unfinished.resume"));

        ResumeCell() {
            button.getStyleClass().add("small");
            button.setFocusTraversable(false);
            button.setOnAction(pressed -> {
                var row = getTableRow().getItem();
                if (row != null) {
                    model.resume(row);
                }
            });
        }

        @Override
        protected void updateItem(@Nullable UnfinishedItem item, boolean empty) {
            super.updateItem(item, empty);
            setGraphic(empty ? null : button);
        }
    }
}
