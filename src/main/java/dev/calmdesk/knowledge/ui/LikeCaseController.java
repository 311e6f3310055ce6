package dev.calmdesk.knowledge.ui;

import dev.calmdesk.base.Texts;
import dev.calmdesk.cases.CaseWords;
import dev.calmdesk.fx.control.Pill;
import dev.calmdesk.fx.control.Signal;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Shows how a like matter was closed: what happened, what was answered or agreed, what was learnt.
public final class LikeCaseController {

    @FXML private VBox root;
    @FXML private Label title;
    @FXML private Label number;
    @FXML private Pill library;
    @FXML private VBox happened;
    @FXML private Label event;
    @FXML private VBox settled;
    @FXML private Label outcome;
    @FXML private VBox learnt;
    @FXML private Label lesson;

    private final KnowledgeViewModel model;
    private final Texts texts;
    private final Consumer<UUID> openCase;

    /// @param openCase opens a case on its page
    public LikeCaseController(KnowledgeViewModel model, Texts texts, Consumer<UUID> openCase) {
        this.model = model;
        this.texts = texts;
        this.openCase = openCase;
    }

    @FXML
    private void initialize() {
        for (var part : new javafx.scene.Node[] {root, library, happened, settled, learnt}) {
            part.managedProperty().bind(part.visibleProperty());
        }
        library.show(texts.get("knowledge.dock.library"), Signal.INFO);
        model.openCaseProperty().subscribe(this::show);
    }

    private void show(@Nullable CaseWords words) {
        root.setVisible(words != null);
        if (words != null) {
            title.setText(words.title());
            number.setText(words.number());
            library.setVisible(words.inLibrary());
            show(happened, event, words.event() == null ? words.question() : words.event());
            show(settled, outcome, words.plan() == null ? words.answer() : words.plan());
            show(learnt, lesson, words.lesson());
        }
    }

    private static void show(VBox part, Label label, @Nullable String text) {
        label.setText(Objects.requireNonNullElse(text, ""));
        part.setVisible(text != null && !text.isBlank());
    }

    @FXML
    private void openCase() {
        var words = model.openCaseProperty().get();
        if (words != null) {
            openCase.accept(words.id());
        }
    }

    @FXML
    private void close() {
        model.closeOpened();
    }
}
