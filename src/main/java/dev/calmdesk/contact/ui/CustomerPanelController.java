package dev.calmdesk.contact.ui;

import dev.calmdesk.base.Texts;
import dev.calmdesk.cases.When;
import dev.calmdesk.contact.History;
import dev.calmdesk.contact.ui.CustomerPanelViewModel.Known;
import dev.calmdesk.customer.MaskedNumber;
import dev.calmdesk.customer.Recognition.Candidate;
import dev.calmdesk.customer.Recognition.Certainty;
import dev.calmdesk.customer.Tier;
import dev.calmdesk.customer.Title;
import dev.calmdesk.fx.control.Enter;
import dev.calmdesk.fx.control.Pill;
import dev.calmdesk.fx.control.SearchBox;
import dev.calmdesk.fx.control.SegmentedChoice;
import dev.calmdesk.fx.control.Signal;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/// Shows the customer, or helps to find out who it is.
public final class CustomerPanelController {

    @FXML private VBox finder;
    @FXML private SearchBox search;
    @FXML private Label verdict;
    @FXML private ListView<Candidate> found;
    @FXML private VBox newcomer;
    @FXML private TextField name;
    @FXML private SegmentedChoice title;
    @FXML private TextField number;
    @FXML private Label problem;
    @FXML private VBox card;
    @FXML private Label addressed;
    @FXML private Pill tier;
    @FXML private Pill stage;
    @FXML private Label numbers;
    @FXML private Label place;
    @FXML private Label note;
    @FXML private Pill again;
    @FXML private VBox reveal;
    @FXML private TextField reason;
    @FXML private VBox more;
    @FXML private Button showNumbers;
    @FXML private ListView<History.Item> history;

    private final CustomerPanelViewModel model;
    private final Texts texts;
    private final When when;
    private final Consumer<UUID> openCase;

    private String takenOver = "";

    /// @param openCase shows a case from the history
    public CustomerPanelController(CustomerPanelViewModel model, Texts texts, When when, Consumer<UUID> openCase) {
        this.model = model;
        this.texts = texts;
        this.when = when;
        this.openCase = openCase;
    }

    @FXML
    private void initialize() {
        search.textProperty().bindBidirectional(model.typed().search());
        name.textProperty().bindBidirectional(model.typed().name());
        number.textProperty().bindBidirectional(model.typed().number());
        search.setOnSubmit(model::chooseFirst);
        search.setOnDown(found::requestFocus);
        found.setItems(model.candidates());
        found.setCellFactory(list -> new CandidateCell(texts));
        found.setOnMouseClicked(click -> chooseSelected());
        found.setOnKeyPressed(key -> {
            if (key.getCode() == javafx.scene.input.KeyCode.ENTER) {
                chooseSelected();
            }
        });
        title.setOptions(java.util.Arrays.stream(Title.values())
                .map(value -> new dev.calmdesk.fx.control.Option(value.name(), texts.name(value)))
                .toList());
        Bindings.bindBidirectional(title.valueProperty(), model.typed().title(), new TitleUnlessNone());
        history.setCellFactory(list -> new HistoryCell(texts, when));
        history.setOnMouseClicked(click -> openSelected());
        history.setOnKeyPressed(key -> {
            if (key.getCode() == javafx.scene.input.KeyCode.ENTER) {
                openSelected();
            }
        });
        Enter.submits(name, this::add);
        Enter.submits(number, this::add);
        Enter.submits(reason, this::reveal);
        List.of(finder, found, newcomer, card, reveal, problem, verdict, again, note, place, showNumbers)
                .forEach(CustomerPanelController::hideWithoutGap);
        reveal.setVisible(false);
        model.certaintyProperty().subscribe(this::showVerdict);
        search.textProperty().subscribe(typed -> {
            if (model.certaintyProperty().get() == Certainty.UNKNOWN) {
                takeOver(typed.strip());
            }
        });
        model.knownProperty().subscribe(this::showKnown);
        model.revealedProperty().subscribe(clear -> showNumbers(model.knownProperty().get()));
        model.problemProperty().subscribe(shown -> {
            problem.setVisible(shown != null);
            problem.setText(shown == null ? "" : texts.get(shown));
        });
    }

    /// No title is what is chosen until somebody chooses, and nothing to keep.
    private static final class TitleUnlessNone extends StringConverter<String> {

        @Override
        public String toString(String typed) {
            return typed.isEmpty() ? Title.NONE.name() : typed;
        }

        @Override
        public String fromString(String chosen) {
            return Title.NONE.name().equals(chosen) ? "" : chosen;
        }
    }

    private static void hideWithoutGap(Node node) {
        node.managedProperty().bind(node.visibleProperty());
    }

    private void showVerdict(@Nullable Certainty certainty) {
        verdict.setVisible(certainty != null);
        verdict.setText(certainty == null ? "" : texts.get("contact.customer.verdict." + certainty.name()));
        found.setVisible(certainty == Certainty.KNOWN || certainty == Certainty.MAYBE);
        newcomer.setVisible(certainty == Certainty.UNKNOWN || certainty == Certainty.MAYBE);
        if (certainty == Certainty.UNKNOWN) {
            takeOver(search.getText().strip());
        }
    }

    /// What is searched for in vain stands in the form of a new customer, unless somebody wrote something else there.
    private void takeOver(String typed) {
        for (var field : List.of(name, number)) {
            if (field.getText().equals(takenOver)) {
                field.clear();
            }
        }
        takenOver = typed;
        var isNumber = typed.chars().anyMatch(Character::isDigit) || typed.contains("@");
        var field = isNumber ? number : name;
        if (field.getText().isEmpty()) {
            field.setText(typed);
        }
    }

    private void showKnown(@Nullable Known known) {
        finder.setVisible(known == null);
        card.setVisible(known != null);
        if (known == null) {
            history.getItems().clear();
            return;
        }
        var customer = known.customer();
        addressed.setText(customer.addressed(texts.language()));
        tier.show(texts.name(customer.tier()), customer.tier() == Tier.GOLD ? Signal.SOON : Signal.NEUTRAL);
        stage.show(texts.name(customer.stage()), Signal.NEUTRAL);
        show(place, customer.city());
        show(note, customer.note());
        again.setVisible(known.recentComplaints() > 1);
        again.show(texts.get("contact.customer.again", known.recentComplaints()), Signal.LATE);
        showNumbers(known);
        history.getItems().setAll(known.history());
    }

    private static void show(Label label, @Nullable String text) {
        label.setVisible(text != null && !text.isBlank());
        label.setText(text);
    }

    private void showNumbers(@Nullable Known known) {
        if (known != null) {
            var clear = model.revealedProperty().get();
            numbers.setText(known.profile().numbers().stream()
                    .map((MaskedNumber number) -> clear.getOrDefault(number.id(), number.text()))
                    .collect(Collectors.joining("\n")));
            showNumbers.setVisible(clear.isEmpty() && !known.profile().numbers().isEmpty());
            reveal.setVisible(reveal.isVisible() && clear.isEmpty());
        }
    }

    private void chooseSelected() {
        var selected = found.getSelectionModel().getSelectedItem();
        if (selected != null) {
            model.choose(selected.customer().id());
        }
    }

    private void openSelected() {
        var selected = history.getSelectionModel().getSelectedItem();
        if (selected != null) {
            selected.subject().ifPresent(subject -> openCase.accept(subject.id()));
        }
    }

    @FXML
    private void add() {
        model.add();
    }

    @FXML
    private void askWhy() {
        reveal.setVisible(true);
        reason.requestFocus();
    }

    @FXML
    private void reveal() {
        model.reveal(reason.getText());
    }

    @FXML
    private void somebodyElse() {
        model.forget();
        search.requestFocus();
    }

    /// Adds what else can be done with a customer.
    public void setMore(Node acts) {
        more.getChildren().setAll(acts);
    }

    public void focusSearch() {
        search.requestFocus();
    }
}
