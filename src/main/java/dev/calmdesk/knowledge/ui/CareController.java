package dev.calmdesk.knowledge.ui;

import dev.calmdesk.base.Place;
import dev.calmdesk.base.Texts;
import dev.calmdesk.fx.control.EmptyState;
import dev.calmdesk.fx.control.Enter;
import dev.calmdesk.fx.control.Pill;
import dev.calmdesk.fx.control.Signal;
import dev.calmdesk.fx.control.Stat;
import dev.calmdesk.knowledge.KnowledgeFigures.LinkRate;
import dev.calmdesk.knowledge.ReportOutcome;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Lists of what needs somebody on the left, the chosen one beside it, figures above for those who own the knowledge.
public final class CareController {

    @FXML private HBox figures;
    @FXML private Stat month;
    @FXML private Stat quarter;
    @FXML private Stat due;
    @FXML private Stat stale;
    @FXML private ListView<CareShelf> shelves;
    @FXML private Label title;
    @FXML private Label hint;
    @FXML private VBox rows;
    @FXML private EmptyState nothing;

    private final CareViewModel model;
    private final Texts texts;

    public CareController(CareViewModel model) {
        this.model = model;
        this.texts = model.tools().texts();
    }

    @FXML
    private void initialize() {
        List.of(figures, nothing, rows, hint).forEach(node -> node.managedProperty().bind(node.visibleProperty()));
        figures.setVisible(model.owns());
        shelves.getItems().setAll(model.shelves());
        shelves.setCellFactory(list -> new CareShelfCell(model));
        shelves.getSelectionModel().select(model.shelfProperty().get());
        shelves.getSelectionModel().selectedItemProperty().subscribe(chosen -> {
            if (chosen != null) {
                model.shelfProperty().set(chosen);
            }
        });
        model.shelfProperty().subscribe(shelf -> {
            shelves.getSelectionModel().select(shelf);
            show();
        });
        model.stateProperty().subscribe(state -> {
            shelves.refresh();
            show();
        });
    }

    private void show() {
        var shelf = model.shelfProperty().get();
        var found = model.rows(shelf);
        title.setText(texts.get("knowledge.care.shelf." + shelf));
        hint.setText(texts.get("knowledge.care.hint." + shelf));
        rows.getChildren().setAll(found.stream().map(this::row).toList());
        rows.setVisible(!found.isEmpty());
        nothing.setVisible(found.isEmpty() && model.stateProperty().get() != null);
        var state = model.stateProperty().get();
        if (state != null && model.owns()) {
            show(month, state.month());
            show(quarter, state.quarter());
            due.show(Integer.toString(model.rows(CareShelf.REVIEW_DUE).size()), "", Signal.NEUTRAL);
            stale.show(Integer.toString(model.rows(CareShelf.STALE).size()), "", Signal.NEUTRAL);
        }
    }

    private void show(Stat stat, LinkRate rate) {
        stat.show(
                rate.closed() == 0 ? "–" : Math.round(100.0 * rate.linked() / rate.closed()) + "%",
                texts.get("knowledge.care.of_closed", rate.linked(), rate.closed()), Signal.NEUTRAL);
    }

    private Node row(CareRow item) {
        Label name = new Label(item.title());
        name.getStyleClass().add("title");
        var detail = new Label(item.detail());
        detail.getStyleClass().add("detail");
        detail.setWrapText(true);
        var words = new VBox(2, item.place().map(place -> (Node) link(item.title(), place)).orElse(name), detail);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        var line = new HBox();
        line.getStyleClass().add("row");
        if (!item.mark().isEmpty()) {
            var pill = new Pill(item.mark(), item.signal());
            pill.setMinWidth(Label.USE_PREF_SIZE);
            line.getChildren().add(pill);
        }
        line.getChildren().add(words);
        item.caseId().ifPresent(id -> line.getChildren().add(button("knowledge.care.open_case", () -> model.open(id))));
        item.edit().ifPresent(place -> line.getChildren().add(
                button(item.place().isEmpty() && item.task().isPresent() ? "knowledge.care.write" : "knowledge.care.work_on",
                        () -> model.go(place))));
        item.task().ifPresent(report -> line.getChildren().add(answer(line, report, item.place().isPresent())));
        return line;
    }

    private Hyperlink link(String words, Place place) {
        var link = new Hyperlink(words);
        link.getStyleClass().add("title");
        link.setWrapText(true);
        link.setOnAction(press -> model.go(place));
        return link;
    }

    private MenuButton answer(HBox line, UUID report, boolean isAboutArticle) {
        var menu = new MenuButton(texts.get("knowledge.care.answer"));
        menu.getStyleClass().add("small");
        menu.setMinWidth(Button.USE_PREF_SIZE);
        menu.getItems().setAll(Arrays.stream(ReportOutcome.values())
                .filter(outcome -> isAboutArticle ? outcome != ReportOutcome.WRITTEN : isForMissing(outcome))
                .map(outcome -> item(line, report, outcome))
                .toList());
        return menu;
    }

    private static boolean isForMissing(ReportOutcome outcome) {
        return outcome == ReportOutcome.WRITTEN || outcome == ReportOutcome.NOTHING_TO_CHANGE;
    }

    private MenuItem item(HBox line, UUID report, ReportOutcome outcome) {
        var item = new MenuItem(texts.name(outcome));
        item.setOnAction(press -> askWords(line, report, outcome));
        return item;
    }

    /// What the agent is told is said in the row itself.
    private void askWords(HBox line, UUID report, ReportOutcome outcome) {
        var words = new TextField();
        words.setId("answerWords");
        words.setPromptText(texts.get("knowledge.care.answer_words", texts.name(outcome)));
        words.setAccessibleText(words.getPromptText());
        HBox.setHgrow(words, Priority.ALWAYS);
        Enter.submits(words, () -> model.answer(report, outcome, words.getText()));
        var send = button("knowledge.care.send", () -> model.answer(report, outcome, words.getText()));
        send.getStyleClass().add("primary");
        line.getChildren().setAll(words, send, button("knowledge.care.not_yet", this::show));
        words.requestFocus();
    }

    private Button button(String textKey, Runnable act) {
        var button = new Button(texts.get(textKey));
        button.getStyleClass().add("small");
        button.setMinWidth(Button.USE_PREF_SIZE);
        button.setOnAction(press -> act.run());
        return button;
    }

    @FXML
    private void write() {
        model.write();
    }

    @FXML
    private void showUnlinked() {
        model.shelfProperty().set(CareShelf.UNLINKED);
    }

    @FXML
    private void showDue() {
        model.shelfProperty().set(CareShelf.REVIEW_DUE);
    }

    @FXML
    private void showStale() {
        model.shelfProperty().set(CareShelf.STALE);
    }

    public void focus() {
        shelves.requestFocus();
    }
}
