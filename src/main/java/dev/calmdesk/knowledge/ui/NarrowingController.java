package dev.calmdesk.knowledge.ui;

import dev.calmdesk.base.Texts;
import dev.calmdesk.fx.control.Option;
import dev.calmdesk.knowledge.Audience;
import dev.calmdesk.knowledge.Narrowing;
import dev.calmdesk.knowledge.Validity;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.util.StringConverter;

/// Narrows a search by category, product, audience and validity.
public final class NarrowingController {

    private static final String ANY = "";

    @FXML private ComboBox<Option> category;
    @FXML private ComboBox<Option> product;
    @FXML private ComboBox<Option> audience;
    @FXML private ComboBox<Option> validity;
    @FXML private Button clear;

    private final KnowledgeViewModel model;
    private final Texts texts;
    private final Choices choices;

    /// What there is to choose from.
    public record Choices(List<Option> categories, List<Option> products) {}

    public NarrowingController(KnowledgeViewModel model, Texts texts, Choices choices) {
        this.model = model;
        this.texts = texts;
        this.choices = choices;
    }

    @FXML
    private void initialize() {
        fill(category, "knowledge.narrow.any_category", choices.categories());
        fill(product, "knowledge.narrow.any_product", choices.products());
        fill(audience, "knowledge.narrow.any_audience", names(Arrays.stream(Audience.values())));
        fill(validity, "knowledge.narrow.any_validity", names(Arrays.stream(Validity.values())
                .filter(each -> each != Validity.NOT_YET || model.isOwner())));
        clear.disableProperty().bind(model.amongProperty().map(Narrowing.NONE::equals));
    }

    private <E extends Enum<E>> List<Option> names(Stream<E> values) {
        return values.map(value -> new Option(value.name(), texts.name(value))).toList();
    }

    private void fill(ComboBox<Option> box, String anyKey, List<Option> options) {
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(Option option) {
                return option == null ? "" : option.label();
            }

            @Override
            public Option fromString(String label) {
                throw new UnsupportedOperationException();
            }
        });
        box.getItems().setAll(Stream.concat(Stream.of(new Option(ANY, texts.get(anyKey))), options.stream()).toList());
        box.getSelectionModel().selectFirst();
        box.valueProperty().subscribe((before, now) -> narrow());
    }

    private void narrow() {
        model.amongProperty().set(new Narrowing(
                Set.of(), chosen(product).map(Set::of).orElse(Set.of()), chosen(category).map(Set::of).orElse(Set.of()),
                chosen(audience).map(Audience::valueOf), chosen(validity).map(Validity::valueOf)));
    }

    private static Optional<String> chosen(ComboBox<Option> box) {
        return Optional.ofNullable(box.getValue()).map(Option::code).filter(code -> !code.equals(ANY));
    }

    @FXML
    private void clear() {
        List.of(category, product, audience, validity).forEach(box -> box.getSelectionModel().selectFirst());
    }
}
