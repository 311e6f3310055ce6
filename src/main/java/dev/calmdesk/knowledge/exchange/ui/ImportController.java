package dev.calmdesk.knowledge.exchange.ui;

import dev.calmdesk.base.Texts;
import dev.calmdesk.fx.control.ActButton;
import dev.calmdesk.fx.control.Pill;
import dev.calmdesk.fx.control.Signal;
import dev.calmdesk.knowledge.exchange.Plan;
import dev.calmdesk.knowledge.exchange.Plan.Fate;
import dev.calmdesk.knowledge.exchange.ui.ExchangeViewModel.Pending;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Shows what an import would do, article by article, before anything is written.
public final class ImportController {

    @FXML private VBox root;
    @FXML private Label title;
    @FXML private HBox counts;
    @FXML private ToggleButton onlyProblems;
    @FXML private Label unknown;
    @FXML private TableView<Plan.Row> table;
    @FXML private TableColumn<Plan.Row, Plan.Row> fateColumn;
    @FXML private TableColumn<Plan.Row, Plan.Row> placeColumn;
    @FXML private TableColumn<Plan.Row, Plan.Row> codeColumn;
    @FXML private TableColumn<Plan.Row, Plan.Row> langColumn;
    @FXML private TableColumn<Plan.Row, Plan.Row> titleColumn;
    @FXML private TableColumn<Plan.Row, Plan.Row> whatColumn;
    @FXML private Label reasons;
    @FXML private ActButton carryOut;
    @FXML private Button cancel;

    private final ExchangeViewModel model;

    public ImportController(ExchangeViewModel model) {
        this.model = model;
    }

    @FXML
    private void initialize() {
        root.managedProperty().bind(root.visibleProperty());
        unknown.managedProperty().bind(unknown.visibleProperty());
        unknown.visibleProperty().bind(unknown.textProperty().isNotEmpty());
        onlyProblems.selectedProperty().bindBidirectional(model.onlyProblemsProperty());
        onlyProblems.managedProperty().bind(onlyProblems.visibleProperty());
        cancel.disableProperty().bind(model.busyProperty());
        table.setItems(model.rows());
        table.getSelectionModel().selectedItemProperty().subscribe(row -> reasons.setText(row == null ? "" : what(row, "\n")));
        show(fateColumn, column -> new FateCell(texts()));
        text(placeColumn, Plan.Row::place);
        text(codeColumn, Plan.Row::code);
        text(langColumn, Plan.Row::lang);
        text(titleColumn, Plan.Row::title);
        text(whatColumn, row -> what(row, "; "));
        model.pendingProperty().subscribe(this::show);
    }

    private Texts texts() {
        return model.tools().texts();
    }

    private String what(Plan.Row row, String between) {
        return row.fate() == Fate.REFUSED
                ? row.flaws().stream().map(flaw -> flaw.words(texts())).collect(Collectors.joining(between))
                : row.changed().stream().map(column -> texts().get(column.textKey())).collect(Collectors.joining(" · "));
    }

    private static void text(TableColumn<Plan.Row, Plan.Row> column, Function<Plan.Row, String> text) {
        show(column, shown -> new TableCell<>() {
            @Override
            protected void updateItem(Plan.@Nullable Row row, boolean empty) {
                super.updateItem(row, empty);
                setText(empty || row == null ? null : text.apply(row));
            }
        });
    }

    private static void show(
            TableColumn<Plan.Row, Plan.Row> column,
            Function<TableColumn<Plan.Row, Plan.Row>, TableCell<Plan.Row, Plan.Row>> cell) {
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setCellFactory(cell::apply);
    }

    /// What becomes of an article, by word and colour.
    private static final class FateCell extends TableCell<Plan.Row, Plan.Row> {
        private final Pill pill = new Pill();
        private final Texts texts;

        FateCell(Texts texts) {
            this.texts = texts;
        }

        @Override
        protected void updateItem(Plan.@Nullable Row row, boolean empty) {
            super.updateItem(row, empty);
            setGraphic(empty || row == null ? null : pill);
            if (row != null) {
                pill.show(texts.name(row.fate()), signal(row.fate()));
            }
        }
    }

    private static Signal signal(Fate fate) {
        return switch (fate) {
            case NEW -> Signal.OK;
            case CHANGED -> Signal.SOON;
            case SAME -> Signal.NEUTRAL;
            case REFUSED -> Signal.LATE;
        };
    }

    private void show(Optional<Pending> pending) {
        root.setVisible(pending.isPresent());
        pending.ifPresent(shown -> {
            var plan = shown.plan();
            title.setText(texts().get("knowledge.import.title", shown.path().getFileName()));
            counts.getChildren().clear();
            for (var fate : Fate.values()) {
                if (plan.count(fate) > 0) {
                    counts.getChildren().add(new Pill(texts().name(fate) + " " + plan.count(fate), signal(fate)));
                }
            }
            unknown.setText(plan.unknownColumns().isEmpty()
                    ? ""
                    : texts().get("knowledge.import.unknown", String.join(" · ", plan.unknownColumns())));
            onlyProblems.setVisible(plan.count(Fate.REFUSED) > 0);
            carryOut.setText(plan.count(Fate.REFUSED) == 0 || plan.writes() == 0
                    ? texts().get("knowledge.import.carry_out", plan.writes())
                    : texts().get("knowledge.import.carry_out_good", plan.writes()));
            carryOut.bar(plan.writes() == 0 ? texts().get("knowledge.import.nothing_to_do") : "");
        });
    }

    /// Puts the focus where a person begins: at the first article that is refused, if there is one.
    public void focus() {
        table.requestFocus();
        model.rows().stream()
                .filter(row -> row.fate() == Fate.REFUSED)
                .findFirst()
                .ifPresentOrElse(table.getSelectionModel()::select, table.getSelectionModel()::selectFirst);
    }

    @FXML
    private void carryOut() {
        model.carryOut();
    }

    @FXML
    private void cancel() {
        model.cancel();
    }
}
