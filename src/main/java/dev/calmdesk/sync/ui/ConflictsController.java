package dev.calmdesk.sync.ui;

import dev.calmdesk.base.Problem;
import dev.calmdesk.base.Texts;
import dev.calmdesk.fx.control.Cells;
import dev.calmdesk.fx.control.EmptyState;
import dev.calmdesk.fx.control.Enter;
import dev.calmdesk.sync.ui.ConflictItem.VersionItem;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javafx.beans.Observable;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The page on which a person decides between versions.
final class ConflictsController {

    private static final double DECIDED_HEIGHT = 320;

    @FXML private HBox root;
    @FXML private VBox left;
    @FXML private VBox waiting;
    @FXML private ListView<ConflictItem> list;
    @FXML private EmptyState nothing;
    @FXML private VBox decidedPart;
    @FXML private VBox decided;
    @FXML private VBox detail;
    @FXML private Label title;
    @FXML private Button open;
    @FXML private FlowPane takeAll;
    @FXML private ScrollPane scroll;
    @FXML private VBox fields;
    @FXML private VBox history;
    @FXML private Label chosenCount;
    @FXML private Button decide;

    private final ConflictsViewModel model;
    private final Texts texts;
    private List<DisputedField> disputed = List.of();
    private @Nullable ConflictItem shown;

    ConflictsController(ConflictsViewModel model) {
        this.model = model;
        this.texts = model.tools().texts();
    }

    @FXML
    private void initialize() {
        for (var part : List.of(left, waiting, nothing, decidedPart, detail, takeAll)) {
            part.managedProperty().bind(part.visibleProperty());
        }
        left.visibleProperty().bind(waiting.visibleProperty().or(decidedPart.visibleProperty()));
        list.setItems(model.items());
        list.setCellFactory(Cells.list(ConflictRow::new, ConflictRow::show));
        list.getSelectionModel().selectedItemProperty().subscribe(item -> {
            if (item != null) {
                model.chosenProperty().set(item);
            }
        });
        list.addEventHandler(KeyEvent.KEY_PRESSED, pressed -> {
            if (pressed.getCode() == KeyCode.ENTER || pressed.getCode() == KeyCode.RIGHT) {
                pressed.consume();
                focusFields();
            }
        });
        Enter.submitsWithShortcut(detail, this::decide);
        model.items().addListener((Observable changed) -> showWhatIsThere());
        model.loadedProperty().subscribe(this::showWhatIsThere);
        model.chosenProperty().subscribe(this::show);
        model.decided().addListener((Observable changed) -> showDecided());
        showDecided();
        showWhatIsThere();
    }

    /// With nothing to decide, what was decided has the whole column.
    private void showWhatIsThere() {
        var isEmpty = model.items().isEmpty();
        nothing.setVisible(isEmpty && model.loadedProperty().get());
        waiting.setVisible(!isEmpty);
        detail.setVisible(!isEmpty);
        decidedPart.setMaxHeight(isEmpty ? Double.MAX_VALUE : DECIDED_HEIGHT);
    }

    /// Whoever decided the last one by keyboard goes on in the list, not at the top of the window.
    private void show(@Nullable ConflictItem item) {
        var isDeciding = detail.isFocusWithin();
        fill(item);
        if (isDeciding && !detail.isFocusWithin()) {
            focus();
        }
    }

    private void fill(@Nullable ConflictItem item) {
        if (item != null && !item.equals(list.getSelectionModel().getSelectedItem())) {
            list.getSelectionModel().select(item);
        }
        if (item == null || (shown != null && item.conflict().equals(shown.conflict()))) {
            return;
        }
        shown = item;
        title.setText(Unbroken.numbers(item.title()));
        open.setVisible(item.place().isPresent());
        disputed = item.fields().stream().map(field -> new DisputedField(field, model.tools())).toList();
        disputed.getFirst().getStyleClass().add("first");
        fields.getChildren().setAll(disputed);
        disputed.forEach(field -> field.onChoice(this::count));
        showTakeAll(item);
        history.getChildren().setAll(item.history().stream().map(ConflictsController::line).toList());
        history.getParent().setVisible(!item.history().isEmpty());
        scroll.setVvalue(0);
        count();
    }

    private static Label line(String text) {
        var label = new Label(text);
        label.getStyleClass().add("small");
        label.setWrapText(true);
        label.setMinHeight(Label.USE_PREF_SIZE);
        return label;
    }

    /// With several fields, one press takes all that one desk wrote.
    private void showTakeAll(ConflictItem item) {
        takeAll.getChildren().clear();
        if (item.fields().size() < 2) {
            takeAll.setVisible(false);
            return;
        }
        takeAll.setVisible(true);
        var byDesk = new LinkedHashMap<UUID, VersionItem>();
        item.fields().stream()
                .flatMap(field -> field.versions().stream())
                .forEach(version -> byDesk.putIfAbsent(version.desk(), version));
        byDesk.forEach((desk, version) -> {
            var button = new Button(texts.get("sync.conflicts.take_all", version.author()));
            button.getStyleClass().add("small");
            button.setMnemonicParsing(false);
            button.setOnAction(pressed -> disputed.forEach(field -> field.chooseVersionOf(desk)));
            takeAll.getChildren().add(button);
        });
    }

    private void count() {
        var count = disputed.stream().filter(DisputedField::hasChoice).count();
        chosenCount.setText(texts.get("sync.conflicts.chosen", count, disputed.size()));
        decide.setDisable(count == 0 || model.busyProperty().get());
    }

    private void showDecided() {
        decided.getChildren().setAll(model.decided().stream().map(this::decidedRow).toList());
        decidedPart.setVisible(!model.decided().isEmpty());
    }

    private HBox decidedRow(DecisionItem item) {
        var heading = new Label(Unbroken.numbers(item.title()));
        heading.getStyleClass().addAll("small", "strong");
        var what = new Label(item.what());
        what.getStyleClass().add("small");
        var who = new Label(item.who());
        who.getStyleClass().addAll("tiny", "muted");
        for (var label : List.of(heading, what, who)) {
            label.setWrapText(true);
            label.setMinHeight(Label.USE_PREF_SIZE);
        }
        var words = new VBox(2, heading, what, who);
        HBox.setHgrow(words, Priority.ALWAYS);
        var row = new HBox(words);
        row.getStyleClass().add("row");
        if (item.decision().canBeTakenBack()) {
            var undo = new Button(texts.get("sync.conflicts.undo"));
            undo.getStyleClass().addAll("small", "undo");
            undo.setMinWidth(Button.USE_PREF_SIZE);
            undo.setAccessibleText(undo.getText() + " " + item.title());
            undo.setOnAction(pressed -> model.takeBack(item.decision()));
            row.getChildren().add(undo);
        }
        return row;
    }

    void focus() {
        if (model.items().isEmpty()) {
            root.requestFocus();
        } else {
            list.requestFocus();
        }
    }

    private void focusFields() {
        if (!disputed.isEmpty()) {
            disputed.getFirst().requestFocus();
        }
    }

    @FXML
    private void open() {
        if (shown != null) {
            model.open(shown);
        }
    }

    @FXML
    private void decide() {
        try {
            model.decide(chosenValues());
        } catch (Problem problem) {
            model.tools().dialogs().problem(problem);
        }
    }

    private Map<String, @Nullable Object> chosenValues() {
        var values = new HashMap<String, @Nullable Object>();
        disputed.stream()
                .filter(DisputedField::hasChoice)
                .forEach(field -> values.put(field.field(), field.value()));
        return values;
    }
}
