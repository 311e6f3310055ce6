package dev.calmdesk.cases.ui;

import dev.calmdesk.base.Texts;
import dev.calmdesk.cases.Happening;
import dev.calmdesk.cases.Strand;
import dev.calmdesk.fx.control.Enter;
import dev.calmdesk.fx.control.Option;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javafx.fxml.FXML;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/// Everything that happened to a case, oldest first, and the place to add a newNote.
public final class CaseHistoryController {

    @FXML private VBox historyRoot;
    @FXML private ComboBox<Option> strand;
    @FXML private ListView<Happening> happenings;
    @FXML private TextArea newNote;

    private final CaseViewModel model;
    private final Texts texts;
    private final Set<UUID> unfolded = new HashSet<>();

    public CaseHistoryController(CaseViewModel model, CaseWords words) {
        this.model = model;
        this.texts = words.texts();
    }

    @FXML
    private void initialize() {
        setUpStrands();
        happenings.setCellFactory(shown -> new HappeningCell(texts, unfolded, this::toggle));
        happenings.addEventHandler(KeyEvent.KEY_PRESSED, this::toggleByKey);
        model.pageProperty().subscribe(page -> show());
        model.strandProperty().subscribe(chosen -> show());
        Enter.submitsWithShortcut(newNote, this::add);
        historyRoot.sceneProperty().subscribe(scene -> {
            if (scene != null) {
                showNewest();
            }
        });
    }

    private void setUpStrands() {
        var options = new ArrayList<Option>();
        options.add(new Option("", texts.get("cases.history.all")));
        Arrays.stream(Strand.values())
                .map(each -> new Option(each.name(), texts.name(each)))
                .forEach(options::add);
        strand.getItems().setAll(options);
        strand.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable Option option) {
                return option == null ? "" : option.label();
            }

            @Override
            public Option fromString(String label) {
                throw new UnsupportedOperationException("Chosen, not typed");
            }
        });
        strand.setValue(options.getFirst());
        strand.valueProperty().subscribe((before, chosen) -> model.strandProperty()
                .set(chosen.code().isEmpty() ? Optional.empty() : Optional.of(Strand.valueOf(chosen.code()))));
    }

    private void show() {
        var chosen = model.strandProperty().get();
        var shown = model.page().map(CasePage::happenings).orElse(List.of()).stream()
                .filter(item -> chosen.isEmpty() || chosen.get() == item.strand())
                .toList();
        if (!happenings.getItems().equals(shown)) {
            happenings.getItems().setAll(shown);
            showNewest();
        }
    }

    /// The first scrolling only guesses how high the lines are; the second one knows.
    private void showNewest() {
        var last = happenings.getItems().size() - 1;
        happenings.scrollTo(last);
        happenings.layout();
        happenings.scrollTo(last);
    }

    private void toggle(Happening item) {
        if (!unfolded.remove(item.id())) {
            unfolded.add(item.id());
        }
        happenings.refresh();
    }

    private void toggleByKey(KeyEvent event) {
        var item = happenings.getSelectionModel().getSelectedItem();
        if (item != null && (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE)) {
            event.consume();
            toggle(item);
        }
    }

    @FXML
    private void add() {
        model.note(newNote.getText(), newNote::clear);
    }

    void focusNote() {
        newNote.requestFocus();
    }
}
