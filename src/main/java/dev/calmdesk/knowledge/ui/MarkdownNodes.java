package dev.calmdesk.knowledge.ui;

import java.util.ArrayList;
import java.util.List;
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
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.parser.Parser;

/// Draws Markdown: headings, paragraphs, lists, tables, stress. What else stands there is shown as its text.
final class MarkdownNodes {

    private static final Parser PARSER =
            Parser.builder().extensions(List.of(TablesExtension.create())).build();

    private MarkdownNodes() {}

    static List<Node> of(String markdown) {
        return children(PARSER.parse(markdown)).stream().map(MarkdownNodes::block).toList();
    }

    private static Node block(org.commonmark.node.Node block) {
        return switch (block) {
            case Heading heading -> styled(inline(heading), heading.getLevel() <= 2 ? "card-title" : "strong");
            case BulletList list -> list(list, 0);
            case OrderedList list -> list(list, list.getMarkerStartNumber() == null ? 1 : list.getMarkerStartNumber());
            case TableBlock table -> table(table);
            case Paragraph paragraph -> inline(paragraph);
            default -> new VBox(4, children(block).stream().map(MarkdownNodes::block).toArray(Node[]::new));
        };
    }

    /// @param from number of the first item; 0 for bullets
    private static Node list(org.commonmark.node.Node list, int from) {
        var box = new VBox(4);
        var number = from;
        for (var item : children(list)) {
            var mark = new Label(from == 0 ? "•" : number++ + ".");
            mark.getStyleClass().add("muted");
            var words = new VBox(4, children(item).stream().map(MarkdownNodes::block).toArray(Node[]::new));
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

    private static TextFlow inline(org.commonmark.node.Node block) {
        var flow = new TextFlow();
        flow.getStyleClass().add("prose");
        addInline(block, false, flow);
        return flow;
    }

    private static void addInline(org.commonmark.node.Node parent, boolean stressed, TextFlow flow) {
        for (var child : children(parent)) {
            switch (child) {
                case org.commonmark.node.Text text -> flow.getChildren().add(text(text.getLiteral(), stressed));
                case Code code -> flow.getChildren().add(text(code.getLiteral(), stressed));
                case SoftLineBreak ignored -> flow.getChildren().add(text(" ", stressed));
                case HardLineBreak ignored -> flow.getChildren().add(text("\n", stressed));
                case StrongEmphasis strong -> addInline(strong, true, flow);
                default -> addInline(child, stressed, flow);
            }
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
