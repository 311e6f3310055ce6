package dev.calmdesk.knowledge.ui;

import dev.calmdesk.base.Texts;
import dev.calmdesk.fx.control.Option;
import dev.calmdesk.knowledge.TextChange;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// Two forms of an article, field by field, only where they differ.
final class Comparison extends VBox {

    private final Texts texts;
    private final EditorChoices choices;

    Comparison(Texts texts, EditorChoices choices) {
        super(12);
        this.texts = texts;
        this.choices = choices;
    }

    void show(Map<String, String> from, Map<String, String> to, List<String> fields) {
        if (fields.isEmpty()) {
            var nothing = new Label(texts.get("knowledge.compare.nothing"));
            nothing.getStyleClass().add("muted");
            getChildren().setAll(nothing);
        } else {
            getChildren().setAll(fields.stream().map(field -> row(field, from, to)).toList());
        }
    }

    private Node row(String field, Map<String, String> from, Map<String, String> to) {
        var name = new Label(texts.get("field." + field));
        name.getStyleClass().add("field-label");
        var pieces = TextChange.between(
                said(field, from.getOrDefault(field, "")), said(field, to.getOrDefault(field, "")), texts.language());
        return new VBox(4, name, new ChangedText(pieces, texts));
    }

    /// A value as people say it.
    private String said(String field, String value) {
        return switch (field) {
            case "article.kind" -> value.isEmpty() ? "" : texts.get("value.ArticleKind." + value);
            case "article.audience" -> value.isEmpty() ? "" : texts.get("value.Audience." + value);
            case "article.state" -> value.isEmpty() ? "" : texts.get("value.ArticleState." + value);
            case "article.must_read" -> texts.get(value.isEmpty() ? "sync.words.no" : "cases.words.yes");
            case "article.owner" -> label(choices.owners(), value);
            case "article.products" -> labels(choices.products(), value);
            case "article.categories" -> labels(choices.leaves(), value);
            default -> value;
        };
    }

    private static String labels(List<Option> options, String codes) {
        return codes.isEmpty()
                ? ""
                : Arrays.stream(codes.split(",")).map(code -> label(options, code)).collect(Collectors.joining(" · "));
    }

    private static String label(List<Option> options, String code) {
        return options.stream()
                .filter(option -> option.code().equals(code))
                .map(Option::label)
                .findFirst()
                .orElse(code);
    }
}
