package dev.calmdesk.knowledge.ui;

import dev.calmdesk.base.Texts;
import dev.calmdesk.fx.control.Option;
import dev.calmdesk.fx.control.ShownAs;
import dev.calmdesk.knowledge.ArticleVersion;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// What an article said before: its versions, two of them compared, and an old one taken back into the form.
final class ArticleHistory extends VBox {

    /// Stands for what is in the form now.
    private static final String NOW = "";

    private final ArticleEditorViewModel model;
    private final Texts texts;
    private final ComboBox<Option> from = new ComboBox<>();
    private final ComboBox<Option> to = new ComboBox<>();
    private final Comparison comparison;
    private final VBox rows = new VBox();
    private boolean filling;

    ArticleHistory(ArticleEditorViewModel model, EditorChoices choices) {
        super(14);
        this.model = model;
        this.texts = model.tools().texts();
        this.comparison = new Comparison(texts, choices);
        for (var box : List.of(from, to)) {
            box.setConverter(new ShownAs<>(Option::label));
            box.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(box, Priority.ALWAYS);
            box.valueProperty().subscribe((before, now) -> compare());
        }
        from.setAccessibleText(texts.get("knowledge.compare.from"));
        to.setAccessibleText(texts.get("knowledge.compare.to"));
        var arrow = new Label("→");
        arrow.setMinWidth(USE_PREF_SIZE);
        var pair = new HBox(8, from, arrow, to);
        pair.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        var legend = new Label(texts.get("knowledge.compare.legend"));
        legend.getStyleClass().addAll("small", "muted");
        legend.setWrapText(true);
        getChildren().addAll(pair, legend, comparison, rows);
        model.form().editsProperty().subscribe(edits -> {
            if (getParent() != null) {
                compare();
            }
        });
    }

    private List<ArticleVersion> versions() {
        return model.openedProperty().get().versions();
    }

    /// Shows the versions that there are now.
    void refresh() {
        filling = true;
        var options = versions().stream().map(this::option).toList();
        from.getItems().setAll(options);
        to.getItems().setAll(options);
        to.getItems().addFirst(new Option(NOW, texts.get("knowledge.compare.now")));
        from.setValue(options.size() > 1 ? options.get(1) : null);
        to.setValue(options.isEmpty() || model.mayWrite() ? to.getItems().getFirst() : options.getFirst());
        filling = false;
        rows.getChildren().setAll(versions().stream().map(this::row).toList());
        compare();
    }

    private Option option(ArticleVersion version) {
        return new Option(
                Integer.toString(version.number()),
                texts.get("knowledge.compare.version", version.number(), model.services().at().apply(version.by().at())));
    }

    private Node row(ArticleVersion version) {
        var title = new Label(texts.get(
                "knowledge.compare.row", version.number(), texts.get("journal.article." + version.by().act()),
                model.services().names().apply(version.by().author())));
        title.getStyleClass().add("title");
        title.setWrapText(true);
        var detail = new Label(texts.get(
                "knowledge.compare.row_detail", model.services().at().apply(version.by().at()),
                version.number() == 1
                        ? texts.get("knowledge.compare.first")
                        : version.changed().stream()
                                .map(field -> texts.get("field." + field))
                                .collect(Collectors.joining(" · "))));
        detail.getStyleClass().add("detail");
        detail.setWrapText(true);
        var words = new VBox(title, detail);
        HBox.setHgrow(words, Priority.ALWAYS);
        var acts = new FlowPane(6, 6, button("knowledge.compare.look", () -> look(version)));
        acts.setAlignment(javafx.geometry.Pos.CENTER_RIGHT);
        acts.setMinWidth(Region.USE_PREF_SIZE);
        if (model.mayWrite() && version.number() != versions().getFirst().number()) {
            acts.getChildren().add(button("knowledge.compare.restore", () -> model.restore(version)));
        }
        acts.setPrefWrapLength(220);
        var row = new HBox(words, acts);
        row.getStyleClass().add("row");
        return row;
    }

    @Override
    public void requestFocus() {
        from.requestFocus();
    }

    /// What this version changed.
    private void look(ArticleVersion version) {
        filling = true;
        to.setValue(find(to, version.number()));
        from.setValue(version.number() == 1 ? null : find(from, version.number() - 1));
        filling = false;
        compare();
    }

    private static @Nullable Option find(ComboBox<Option> box, int number) {
        return box.getItems().stream()
                .filter(option -> option.code().equals(Integer.toString(number)))
                .findFirst()
                .orElse(null);
    }

    private Button button(String textKey, Runnable act) {
        var button = new Button(texts.get(textKey));
        button.getStyleClass().addAll("small", "quiet");
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(press -> act.run());
        return button;
    }

    private void compare() {
        if (!filling) {
            var before = form(from.getValue());
            var after = form(to.getValue());
            comparison.show(before, after, ArticleVersion.changed(before, after));
        }
    }

    private Map<String, String> form(@Nullable Option chosen) {
        if (chosen == null) {
            return Map.of();
        }
        return chosen.code().equals(NOW)
                ? model.form().values()
                : versions().stream()
                        .filter(version -> Integer.toString(version.number()).equals(chosen.code()))
                        .findFirst()
                        .map(ArticleVersion::form)
                        .orElse(Map.of());
    }
}
