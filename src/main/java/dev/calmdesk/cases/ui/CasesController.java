package dev.calmdesk.cases.ui;

import dev.calmdesk.base.Texts;
import dev.calmdesk.cases.CaseList.View;
import dev.calmdesk.fx.SceneKeys;
import dev.calmdesk.fx.control.EmptyState;
import dev.calmdesk.fx.control.Option;
import dev.calmdesk.fx.control.Pill;
import dev.calmdesk.fx.control.SearchBox;
import dev.calmdesk.fx.control.SegmentedChoice;
import dev.calmdesk.fx.control.Signal;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.Observable;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.fxml.FXML;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Lists cases; Enter or a double click opens one.
public final class CasesController {

    /// Lines before the end at which the next page is read.
    private static final int AHEAD = 10;

    @FXML private VBox root;
    @FXML private SegmentedChoice view;
    @FXML private ToggleButton closedToo;
    @FXML private Label count;
    @FXML private SearchBox filter;
    @FXML private VBox offers;
    @FXML private TableView<CaseItem> table;
    @FXML private TableColumn<CaseItem, CaseItem> numberColumn;
    @FXML private TableColumn<CaseItem, CaseItem> customerColumn;
    @FXML private TableColumn<CaseItem, CaseItem> subjectColumn;
    @FXML private TableColumn<CaseItem, CaseItem> severityColumn;
    @FXML private TableColumn<CaseItem, CaseItem> ownerColumn;
    @FXML private TableColumn<CaseItem, CaseItem> stepColumn;
    @FXML private TableColumn<CaseItem, CaseItem> dueColumn;
    @FXML private EmptyState nothing;

    private final CasesViewModel model;
    private final CaseWords words;
    private final Consumer<UUID> open;
    private @Nullable UUID selected;

    /// @param open goes to a case
    public CasesController(CasesViewModel model, CaseWords words, Consumer<UUID> open) {
        this.model = model;
        this.words = words;
        this.open = open;
    }

    @FXML
    private void initialize() {
        setUpChoices();
        setUpColumns();
        table.setItems(model.items());
        table.setRowFactory(shown -> new Row());
        table.addEventHandler(KeyEvent.KEY_PRESSED, this::openByKey);
        table.getSelectionModel().selectedItemProperty().subscribe(item -> {
            if (item != null) {
                selected = item.row().id();
            }
        });
        model.items().addListener((Observable changed) -> {
            keepSelection();
            sayWhatIsMissing();
        });
        model.offers().addListener((Observable changed) -> showOffers());
        offers.managedProperty().bind(offers.visibleProperty());
        showOffers();
        keepSelection();
        sayWhatIsMissing();
        SceneKeys.hear(root, this::focusFilter);
    }

    private void setUpChoices() {
        view.setOptions(model.views().stream()
                .map(each -> new Option(each.name(), texts().name(each)))
                .toList());
        view.setValue(model.viewProperty().get().name());
        view.valueProperty().subscribe((before, chosen) -> {
            if (!chosen.isEmpty()) {
                model.viewProperty().set(View.valueOf(chosen));
            }
        });
        closedToo.selectedProperty().bindBidirectional(model.closedTooProperty());
        filter.textProperty().bindBidirectional(model.filterProperty());
        filter.setOnDown(this::focus);
        filter.setOnSubmit(this::focus);
        count.textProperty().bind(model.countProperty().map(number -> texts().get("cases.list.count", number)));
        for (var node : new Node[] {view, closedToo, filter, count}) {
            node.setVisible(model.isAllowed());
        }
    }

    private Texts texts() {
        return words.texts();
    }

    private void setUpColumns() {
        text(numberColumn, item -> item.row().number());
        text(customerColumn, CaseItem::customer);
        text(subjectColumn, CaseItem::subject);
        text(ownerColumn, item -> item.row().ownerName());
        text(stepColumn, CaseItem::step);
        value(severityColumn, column -> new SeverityCell());
        value(dueColumn, column -> new DeadlineCell(words.when(), model.nowProperty()));
    }

    private static void text(TableColumn<CaseItem, CaseItem> column, Function<CaseItem, String> text) {
        value(column, shown -> new TableCell<>() {
            @Override
            protected void updateItem(@Nullable CaseItem item, boolean empty) {
                super.updateItem(item, empty);
                setText(empty || item == null ? null : text.apply(item));
            }
        });
    }

    private static void value(
            TableColumn<CaseItem, CaseItem> column,
            Function<TableColumn<CaseItem, CaseItem>, TableCell<CaseItem, CaseItem>> cell) {
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setCellFactory(cell::apply);
        column.setReorderable(false);
        column.setSortable(false);
    }

    /// The line a person looks at stays theirs when others come or go.
    private void keepSelection() {
        var items = model.items();
        for (var i = 0; i < items.size(); i++) {
            if (items.get(i).row().id().equals(selected)) {
                table.getSelectionModel().select(i);
                return;
            }
        }
        if (!items.isEmpty()) {
            table.getSelectionModel().selectFirst();
        }
    }

    private void sayWhatIsMissing() {
        var key = "cases.list.empty." + (!model.isAllowed()
                ? "not_allowed"
                : model.filterProperty().get().isBlank() ? "nothing" : "not_found");
        nothing.setTitle(texts().get(key));
        nothing.setHint(texts().get(key + "_hint"));
    }

    private void showOffers() {
        offers.getChildren().setAll(model.offers().stream().map(this::offer).toList());
        offers.setVisible(!model.offers().isEmpty());
    }

    private Node offer(OfferItem item) {
        var text = new Label(item.text());
        text.setWrapText(true);
        text.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(text, Priority.ALWAYS);
        var look = new Button(texts().get("cases.list.look"));
        look.getStyleClass().add("small");
        look.setOnAction(press -> open.accept(item.caseId()));
        var line = new HBox(8, text, new Pill(item.reason(), Signal.NEUTRAL), look);
        line.getStyleClass().addAll("alert", "soon");
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private void openByKey(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER) {
            event.consume();
            openSelected();
        }
    }

    private void openSelected() {
        var item = table.getSelectionModel().getSelectedItem();
        if (item != null) {
            open.accept(item.row().id());
        }
    }

    private void focusFilter(KeyEvent event) {
        if (event.isShortcutDown() && event.getCode() == KeyCode.F) {
            event.consume();
            filter.requestFocus();
        }
    }

    /// Goes to the list, or where something can be typed if it is empty.
    public void focus() {
        if (model.items().isEmpty()) {
            filter.requestFocus();
        } else {
            table.requestFocus();
        }
    }

    private final class Row extends TableRow<CaseItem> {
        Row() {
            setOnMouseClicked(click -> {
                if (click.getButton() == MouseButton.PRIMARY && click.getClickCount() == 2 && !isEmpty()) {
                    openSelected();
                }
            });
        }

        @Override
        protected void updateItem(@Nullable CaseItem item, boolean empty) {
            super.updateItem(item, empty);
            if (!empty && getIndex() >= model.items().size() - AHEAD) {
                model.more();
            }
        }
    }

    private static final class SeverityCell extends TableCell<CaseItem, CaseItem> {
        private final Pill pill = new Pill();

        @Override
        protected void updateItem(@Nullable CaseItem item, boolean empty) {
            super.updateItem(item, empty);
            setGraphic(empty ? null : pill);
            if (!empty && item != null) {
                pill.show(item.severity(), Shown.of(item.row().severity()));
            }
        }
    }
}
