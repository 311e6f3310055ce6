package dev.calmdesk.home.ui;

import dev.calmdesk.base.Texts;
import dev.calmdesk.fx.control.EmptyState;
import dev.calmdesk.fx.control.Pill;
import dev.calmdesk.fx.control.PromiseRow;
import dev.calmdesk.fx.control.Signal;
import java.util.function.Consumer;
import javafx.fxml.FXML;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/// The card of everything that is due, the most pressing first.
final class DuesController {

    @FXML private Pill pressing;
    @FXML private ListView<DueItem> dues;
    @FXML private EmptyState nothingDue;

    private final HomeViewModel model;
    private final Texts texts;

    DuesController(HomeViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
    }

    @FXML
    private void initialize() {
        dues.setItems(model.dues());
        dues.setCellFactory(list -> new Row(texts.get("home.due.handle"), model::open));
        dues.addEventFilter(KeyEvent.KEY_PRESSED, pressed -> {
            var chosen = dues.getSelectionModel().getSelectedItem();
            if (pressed.getCode() == KeyCode.DOWN && chosen == null) {
                pressed.consume();
                dues.getSelectionModel().selectFirst();
            }
            if (pressed.getCode() == KeyCode.ENTER && chosen != null) {
                pressed.consume();
                model.open(chosen);
            }
        });
        model.stateProperty().subscribe(this::show);
    }

    private void show(@Nullable HomeState state) {
        nothingDue.setVisible(state != null && state.dues().isEmpty());
        dues.setVisible(state != null && !state.dues().isEmpty());
        var over = model.dues().stream().filter(due -> due.signal() == Signal.LATE && due.share() >= 1).count();
        var soon = model.dues().stream().filter(due -> due.signal() == Signal.LATE && due.share() < 1).count();
        if (over > 0) {
            pressing.show(texts.get("home.due.over", over), Signal.LATE);
        } else if (soon > 0) {
            pressing.show(texts.get("home.due.soon", soon), Signal.LATE);
        } else {
            pressing.setText("");
        }
    }

    void focus() {
        dues.requestFocus();
    }

    private static final class Row extends ListCell<DueItem> {
        private final PromiseRow row = new PromiseRow();

        Row(String handle, Consumer<DueItem> open) {
            row.setActionText(handle);
            row.setOnAction(pressed -> {
                if (getItem() != null) {
                    open.accept(getItem());
                }
            });
            setPrefWidth(0);
            setOnMouseClicked(clicked -> {
                if (clicked.getClickCount() == 2 && getItem() != null) {
                    open.accept(getItem());
                }
            });
        }

        @Override
        protected void updateItem(@Nullable DueItem due, boolean empty) {
            super.updateItem(due, empty);
            if (empty || due == null) {
                setGraphic(null);
                setAccessibleText(null);
                return;
            }
            row.show(due.title(), due.detail());
            row.getRing().show(due.share(), due.left(), due.signal());
            row.getPill().show(due.mark(), due.markSignal());
            setGraphic(row);
            setAccessibleText(due.left() + " " + due.title() + " " + due.detail());
        }
    }
}
