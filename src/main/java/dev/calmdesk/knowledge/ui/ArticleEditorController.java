package dev.calmdesk.knowledge.ui;

import dev.calmdesk.base.Problem;
import dev.calmdesk.base.Texts;
import dev.calmdesk.fx.FieldBinder;
import dev.calmdesk.fx.control.Enter;
import dev.calmdesk.fx.control.OpenPoints;
import dev.calmdesk.fx.control.Option;
import dev.calmdesk.fx.control.Pill;
import dev.calmdesk.fx.control.Signal;
import dev.calmdesk.fx.control.TreeChoice;
import dev.calmdesk.knowledge.ArticleKind;
import dev.calmdesk.knowledge.ArticleState;
import dev.calmdesk.knowledge.Audience;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javafx.beans.property.SimpleStringProperty;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/// The form of an article on the left, beside it the article as it will be read or what it said before.
public final class ArticleEditorController {

    private static final KeyCombination KEEP = new KeyCodeCombination(KeyCode.S, KeyCombination.SHORTCUT_DOWN);

    @FXML private VBox root;
    @FXML private Label heading;
    @FXML private Pill state;
    @FXML private Label about;
    @FXML private ScrollPane formScroll;
    @FXML private VBox form;
    @FXML private TreeChoice category;
    @FXML private FlowPane categories;
    @FXML private Label remark;
    @FXML private OpenPoints openPoints;
    @FXML private ToggleButton previewChosen;
    @FXML private ToggleButton historyChosen;
    @FXML private ScrollPane beside;

    private final ArticleEditorViewModel model;
    private final EditorChoices choices;
    private final Texts texts;
    private final ArticlePreview preview;
    private final ArticleHistory history;

    public ArticleEditorController(ArticleEditorViewModel model, EditorChoices choices) {
        this.model = model;
        this.choices = choices;
        this.texts = model.tools().texts();
        this.preview = new ArticlePreview(texts, new MarkdownNodes(model.pictures()));
        this.history = new ArticleHistory(model, choices);
    }

    @FXML
    private void initialize() {
        List.of(remark, previewChosen, historyChosen).forEach(node -> node.managedProperty().bind(node.visibleProperty()));
        category.setBranches(choices.categories());
        category.valueProperty().subscribe((before, now) -> addCategory(now));
        model.field("article.categories").subscribe(this::showCategories);
        new FieldBinder(model::field, this::options, new SimpleStringProperty("")).bind(form);
        model.form().editsProperty().subscribe(edits -> preview.show(model::text));
        model.openedProperty().subscribe(this::show);
        model.pointsProperty().subscribe(this::showPoints);
        openPoints.setOnChosen(field -> FieldBinder.focus(form, "article." + field));
        Enter.submitsWithShortcut(root, () -> model.mainAct().ifPresent(act -> model.act(act, "")));
        root.addEventFilter(KeyEvent.KEY_PRESSED, key -> {
            if (KEEP.match(key)) {
                key.consume();
                model.keep();
            }
        });
        root.addEventHandler(KeyEvent.KEY_PRESSED, key -> {
            if (key.getCode() == KeyCode.ESCAPE) {
                key.consume();
                model.leave();
            }
        });
        if (model.mayWrite()) {
            showBeside(false);
        } else {
            readOnly();
        }
    }

    /// Whoever may not write it sees it as it will be read, and what it said before.
    private void readOnly() {
        previewChosen.setVisible(false);
        historyChosen.setVisible(false);
        formScroll.setContent(preview);
        beside.setContent(history);
    }

    private List<Option> options(String field) {
        return switch (field) {
            case "article.kind" -> named(ArticleKind.values());
            case "article.audience" -> named(Audience.values());
            case "article.owner" -> choices.owners();
            case "article.products" -> choices.products();
            default -> List.of();
        };
    }

    private List<Option> named(Enum<?>[] values) {
        return Arrays.stream(values).map(value -> new Option(value.name(), texts.name(value))).toList();
    }

    private void addCategory(String code) {
        if (!code.isEmpty()) {
            var codes = codes();
            codes.add(code);
            model.field("article.categories").set(String.join(",", codes));
            category.setValue("");
        }
    }

    private LinkedHashSet<String> codes() {
        return Arrays.stream(model.text("categories").split(","))
                .filter(code -> !code.isBlank())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private void showCategories(String ignored) {
        categories.getChildren().setAll(codes().stream().map(this::chip).toList());
    }

    private Node chip(String code) {
        var label = choices.leaves().stream()
                .filter(option -> option.code().equals(code))
                .map(Option::label)
                .findFirst()
                .orElse(code);
        var chip = new Button(label + "  ✕");
        chip.setMnemonicParsing(false);
        chip.getStyleClass().addAll("chip", "small");
        chip.setAccessibleText(texts.get("knowledge.editor.remove_category", label));
        chip.setOnAction(press -> {
            var codes = codes();
            codes.remove(code);
            model.field("article.categories").set(String.join(",", codes));
        });
        return chip;
    }

    private void show(Opened opened) {
        var article = opened.article();
        heading.setText(texts.get(article.isEmpty() ? "knowledge.editor.new" : "knowledge.editor.title"));
        state.setVisible(article.isPresent());
        article.ifPresent(known -> state.show(
                known.state() == ArticleState.DRAFT && known.offeredAt() != null
                        ? texts.get("knowledge.editor.offered")
                        : texts.name(known.state()),
                signal(known.state())));
        var lang = Locale.forLanguageTag(model.text("lang")).getDisplayName(texts.language());
        about.setText(article.map(known -> texts.get(
                        "knowledge.editor.about", known.code(), lang, model.services().at().apply(known.updatedAt()),
                        known.writtenBy() == null ? "–" : model.services().names().apply(known.writtenBy())))
                .orElse(lang));
        var asked = article.map(known -> known.remark()).filter(words -> !words.isBlank());
        remark.setVisible(asked.isPresent());
        remark.setText(asked.map(words -> texts.get("knowledge.editor.remark", words)).orElse(""));
        history.refresh();
    }

    private static Signal signal(ArticleState state) {
        return switch (state) {
            case DRAFT -> Signal.SOON;
            case REVIEWED -> Signal.INFO;
            case PUBLISHED -> Signal.OK;
            case ARCHIVED -> Signal.NEUTRAL;
        };
    }

    private void showPoints(List<Problem.Point> points) {
        FieldBinder.mark(form, points.stream().collect(Collectors.toMap(
                point -> "article." + point.field(), point -> texts.get(point.textKey()), (first, second) -> first)));
        openPoints.show(
                points.isEmpty() ? "" : texts.get("knowledge.problem.incomplete", points.size()),
                points.stream()
                        .map(point -> new OpenPoints.Item(point.field(), texts.get("field.article." + point.field())))
                        .toList());
        if (!points.isEmpty()) {
            openPoints.next();
        }
    }

    @FXML
    private void showPreview() {
        showBeside(false);
    }

    @FXML
    private void showHistory() {
        showBeside(true);
    }

    private void showBeside(boolean isHistory) {
        previewChosen.setSelected(!isHistory);
        historyChosen.setSelected(isHistory);
        beside.setContent(isHistory ? history : preview);
    }

    void openHistory() {
        if (model.mayWrite()) {
            showBeside(true);
        }
        history.requestFocus();
    }

    @FXML
    private void leave() {
        model.leave();
    }

    public void focus() {
        if (model.mayWrite()) {
            FieldBinder.focus(form, "article.title");
            formScroll.setVvalue(0);
        } else {
            history.requestFocus();
        }
    }
}
