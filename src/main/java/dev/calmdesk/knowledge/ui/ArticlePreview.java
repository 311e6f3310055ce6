package dev.calmdesk.knowledge.ui;

import dev.calmdesk.base.Texts;
import dev.calmdesk.fx.control.Pill;
import dev.calmdesk.fx.control.Signal;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// An article as its readers will see it, from what stands in a form.
final class ArticlePreview extends VBox {

    private final Texts texts;
    private final MarkdownNodes markdown;

    ArticlePreview(Texts texts, MarkdownNodes markdown) {
        super(12);
        this.texts = texts;
        this.markdown = markdown;
    }

    /// @param field the text of a field such as `title`
    void show(UnaryOperator<String> field) {
        var title = words(field.apply("title"), "card-title");
        var pills = new HBox(6);
        if (!field.apply("kind").isEmpty()) {
            pills.getChildren().add(new Pill(texts.get("value.ArticleKind." + field.apply("kind")), Signal.NEUTRAL));
        }
        if (field.apply("must_read").equals("true")) {
            pills.getChildren().add(new Pill(texts.get("knowledge.dock.must_read"), Signal.LATE));
        }
        var caption = new Label(texts.get("knowledge.article.say"));
        caption.getStyleClass().add("caption");
        var say = new VBox(caption, words(field.apply("answer")));
        say.getStyleClass().add("line-to-say");
        var detail = new VBox(8, markdown.of(field.apply("detail")).toArray(Node[]::new));
        getChildren().setAll(List.of(title, pills, words(field.apply("question"), "muted"), say, detail));
    }

    private static Label words(String text, String... styles) {
        var label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        label.getStyleClass().addAll(Arrays.asList(styles));
        return label;
    }
}
