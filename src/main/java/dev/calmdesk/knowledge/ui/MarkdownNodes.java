package dev.calmdesk.knowledge.ui;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.parser.Parser;

/// Draws Markdown: headings, paragraphs, lists, tables, stress, pictures. What else stands there is shown as its text.
final class MarkdownNodes {

    private static final Parser PARSER =
            Parser.builder().extensions(List.of(TablesExtension.create())).build();

    private final Function<String, Optional<Path>> pictures;

    /// @param pictures the file that a reference to a picture means; empty if it is not here
    MarkdownNodes(Function<String, Optional<Path>> pictures) {
        this.pictures = pictures;
    }

    List<Node> of(String markdown) {
        return children(PARSER.parse(markdown)).stream().map(this::block).toList();
    }

    private Node block(org.commonmark.node.Node block) {
        return switch (block) {
            case Heading heading -> styled(inline(heading), heading.getLevel() <= 2 ? "card-title" : "strong");
            case BulletList list -> list(list, 0);
            case OrderedList list -> list(list, list.getMarkerStartNumber() == null ? 1 : list.getMarkerStartNumber());
            case TableBlock table -> table(table);
            case Paragraph paragraph when holdsPicture(paragraph) -> withPictures(paragraph);
            case Paragraph paragraph -> inline(paragraph);
            default -> new VBox(4, children(block).stream().map(this::block).toArray(Node[]::new));
        };
    }

    /// @param from number of the first item; 0 for bullets
    private Node list(org.commonmark.node.Node list, int from) {
        var box = new VBox(4);
        var number = from;
        for (var item : children(list)) {
            var mark = new Label(from == 0 ? "•" : number++ + ".");
            mark.getStyleClass().add("muted");
            var words = new VBox(4, children(item).stream().map(this::block).toArray(Node[]::new));
            HBox.setHgrow(words, Priority.ALWAYS);
            mark.setMinWidth(Region.USE_PREF_SIZE);
            box.getChildren().add(new HBox(6, mark, words));
        }
        return box;
    }

    private static Node table(TableBlock table) {
        var grid = new GridPane(12, 6);
        grid.getStyleClass().add("markdown-table");
        var row = 0;
        for (var section : children(table)) {
            for (var line : children(section)) {
                if (line instanceof TableRow) {
                    var column = 0;
                    for (var cell : children(line)) {
                        var words = inline(cell);
                        grid.add(cell instanceof TableCell header && header.isHeader() ? styled(words, "strong") : words, column++, row);
                    }
                    while (grid.getColumnConstraints().size() < column) {
                        var share = new ColumnConstraints();
                        share.setHgrow(Priority.ALWAYS);
                        share.setMinWidth(40);
                        grid.getColumnConstraints().add(share);
                    }
                    row++;
                }
            }
        }
        return grid;
    }

    private static boolean holdsPicture(Paragraph paragraph) {
        return children(paragraph).stream().anyMatch(Image.class::isInstance);
    }

    /// A picture stands on a line of its own, between the words before and behind it.
    private Node withPictures(Paragraph paragraph) {
        var lines = new VBox(6);
        var words = words();
        for (var child : children(paragraph)) {
            if (child instanceof Image image) {
                end(words, lines);
                words = words();
                lines.getChildren().add(new MarkdownPicture(pictures.apply(image.getDestination()), wordsOf(image)));
            } else {
                addInline(child, false, words);
            }
        }
        end(words, lines);
        return lines;
    }

    private static void end(TextFlow words, VBox lines) {
        if (!words.getChildren().isEmpty()) {
            lines.getChildren().add(words);
        }
    }

    private static String wordsOf(Image image) {
        return children(image).stream()
                .map(child -> child instanceof org.commonmark.node.Text text ? text.getLiteral() : " ")
                .collect(Collectors.joining())
                .strip();
    }

    private static TextFlow words() {
        var flow = new TextFlow();
        flow.getStyleClass().add("prose");
        return flow;
    }

    private static TextFlow inline(org.commonmark.node.Node block) {
        var flow = words();
        children(block).forEach(child -> addInline(child, false, flow));
        return flow;
    }

    private static void addInline(org.commonmark.node.Node node, boolean stressed, TextFlow flow) {
        switch (node) {
            case org.commonmark.node.Text text -> flow.getChildren().add(text(text.getLiteral(), stressed));
            case Code code -> flow.getChildren().add(text(code.getLiteral(), stressed));
            case SoftLineBreak ignored -> flow.getChildren().add(text(" ", stressed));
            case HardLineBreak ignored -> flow.getChildren().add(text("\n", stressed));
            default -> children(node).forEach(child -> addInline(child, stressed || node instanceof StrongEmphasis, flow));
        }
    }

    private static Text text(String literal, boolean stressed) {
        var text = new Text(literal);
        if (stressed) {
            text.getStyleClass().add("stress");
        }
        return text;
    }

    private static <N extends Node> N styled(N node, String style) {
        node.getStyleClass().add(style);
        return node;
    }

    private static List<org.commonmark.node.Node> children(org.commonmark.node.Node parent) {
        var children = new ArrayList<org.commonmark.node.Node>();
        for (var child = parent.getFirstChild(); child != null; child = child.getNext()) {
            children.add(child);
        }
        return children;
    }
}
