package dev.calmdesk.cases.ui;

import dev.calmdesk.base.Texts;
import dev.calmdesk.cases.Happening;
import dev.calmdesk.cases.Strand;
import dev.calmdesk.fx.Reveal;
import dev.calmdesk.fx.control.EmptyState;
import dev.calmdesk.fx.control.Enter;
import dev.calmdesk.fx.control.Option;
import dev.calmdesk.fx.control.ShownAs;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.fxml.FXML;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.VBox;

/// Everything that happened to a case, oldest first with the newest in sight, and the place to add a note.
public final class CaseHistoryController {

    @FXML private ComboBox<Option> strand;
    @FXML private ScrollPane historyScroll;
    @FXML private VBox happenings;
    @FXML private EmptyState noHappenings;
    @FXML private TextArea newNote;

    private final CaseViewModel model;
    private final Texts texts;
    private List<Happening> shown = List.of();
    private boolean staysAtEnd = true;

    public CaseHistoryController(CaseViewModel model, CaseWords words) {
        this.model = model;
        this.texts = words.texts();
    }

    @FXML
    private void initialize() {
        setUpStrands();
        noHappenings.managedProperty().bind(noHappenings.visibleProperty());
        happenings.addEventFilter(KeyEvent.KEY_PRESSED, this::moveFocus);
        historyScroll.addEventFilter(ScrollEvent.ANY, scroll -> staysAtEnd = false);
        happenings.heightProperty().subscribe(height -> {
            if (staysAtEnd) {
                historyScroll.setVvalue(historyScroll.getVmax());
            }
        });
        model.pageProperty().subscribe(page -> show());
        model.strandProperty().subscribe(chosen -> show());
        newNote.textProperty().bindBidirectional(model.unsent("note"));
        Enter.submitsWithShortcut(newNote, this::add);
    }

    private void setUpStrands() {
        var options = new ArrayList<Option>();
        options.add(new Option("", texts.get("cases.history.all")));
        Arrays.stream(Strand.values())
                .map(each -> new Option(each.name(), texts.name(each)))
                .forEach(options::add);
        strand.getItems().setAll(options);
        strand.setConverter(new ShownAs<>(Option::label));
        strand.setValue(options.getFirst());
        strand.valueProperty().subscribe((before, chosen) -> model.strandProperty()
                .set(chosen.code().isEmpty() ? Optional.empty() : Optional.of(Strand.valueOf(chosen.code()))));
    }

    private void show() {
        var chosen = model.strandProperty().get();
        var fresh = model.page().map(CasePage::happenings).orElse(List.of()).stream()
                .filter(item -> chosen.isEmpty() || chosen.get() == item.strand())
                .toList();
        noHappenings.setVisible(fresh.isEmpty() && model.page().isPresent());
        if (fresh.equals(shown)) {
            return;
        }
        var unfolded = lines().stream()
                .filter(HappeningLine::isUnfolded)
                .map(line -> line.item().id())
                .collect(Collectors.toSet());
        shown = fresh;
        staysAtEnd |= historyScroll.getVvalue() >= historyScroll.getVmax();
        happenings.getChildren().setAll(IntStream.range(0, fresh.size())
                .mapToObj(at -> new HappeningLine(
                        fresh.get(at), texts, unfolded.contains(fresh.get(at).id()), at == fresh.size() - 1))
                .toList());
    }

    private List<HappeningLine> lines() {
        return happenings.getChildren().stream().map(HappeningLine.class::cast).toList();
    }

    /// Arrows go from line to line; from the first key on the place that a person looks at stays where it is.
    private void moveFocus(KeyEvent event) {
        staysAtEnd = false;
        var by =
                switch (event.getCode()) {
                    case DOWN -> 1;
                    case UP -> -1;
                    default -> 0;
                };
        var lines = lines();
        for (var at = 0; by != 0 && at < lines.size(); at++) {
            if (lines.get(at).isFocused()) {
                event.consume();
                var next = lines.get(Math.clamp(at + by, 0, lines.size() - 1));
                next.requestFocus();
                Reveal.show(next);
                return;
            }
        }
    }

    @FXML
    private void lookCloser() {
        staysAtEnd = false;
    }

    @FXML
    private void add() {
        staysAtEnd = true;
        model.note(newNote.getText(), newNote::clear);
    }

    void focusNote() {
        newNote.requestFocus();
    }
}
