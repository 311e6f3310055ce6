package dev.calmdesk.knowledge.site;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.text.TextContentRenderer;

/// Markdown as HTML that can do no harm: HTML in it is shown as text, links lead to the web, mail or a telephone only,
/// pictures are those that lie in the folder.
final class MarkdownHtml {

    private static final List<TablesExtension> TABLES = List.of((TablesExtension) TablesExtension.create());
    private static final Parser PARSER = Parser.builder().extensions(TABLES).build();
    private static final HtmlRenderer HTML = HtmlRenderer.builder()
            .extensions(TABLES)
            .escapeHtml(true)
            .sanitizeUrls(true)
            .softbreak("<br>\n")
            .attributeProviderFactory(context -> MarkdownHtml::attributes)
            .build();
    private static final TextContentRenderer TEXT =
            TextContentRenderer.builder().extensions(TABLES).build();
    private static final Pattern ELSEWHERE = Pattern.compile("(?i)(?:https?://|mailto:|tel:).+");

    private MarkdownHtml() {}

    /// @param pictures where the picture of a reference lies, seen from the page; empty if it is none of ours
    static String of(String markdown, Function<String, Optional<String>> pictures) {
        var document = PARSER.parse(markdown);
        document.accept(new Tidying(pictures));
        document.accept(new HeadingLevels(highest(document)));
        return HTML.render(document).replace("<table>", "<div class=\"scroll\" tabindex=\"0\"><table>").replace("</table>", "</table></div>");
    }

    /// What a reader sees, for the search.
    static String text(String markdown) {
        var document = PARSER.parse(markdown);
        document.accept(new Tidying(reference -> Optional.empty()));
        return TEXT.render(document);
    }

    private static void attributes(Node node, String tag, Map<String, String> attributes) {
        if (node instanceof Link) {
            attributes.put("rel", "nofollow noopener noreferrer");
        } else if (node instanceof Image) {
            attributes.put("loading", "lazy");
        }
    }

    private static int highest(Node document) {
        var levels = new ArrayList<Integer>();
        document.accept(new AbstractVisitor() {
            @Override
            public void visit(Heading heading) {
                levels.add(heading.getLevel());
            }
        });
        return levels.stream().min(Integer::compare).orElse(1);
    }

    /// The title of the page is its only heading of the first level; below it no level is left out.
    private static final class HeadingLevels extends AbstractVisitor {
        private final int highest;

        HeadingLevels(int highest) {
            this.highest = highest;
        }

        @Override
        public void visit(Heading heading) {
            heading.setLevel(Math.min(6, heading.getLevel() - highest + 2));
        }
    }

    /// Takes out what leads nowhere; its words stay.
    private static final class Tidying extends AbstractVisitor {
        private final Function<String, Optional<String>> pictures;

        Tidying(Function<String, Optional<String>> pictures) {
            this.pictures = pictures;
        }

        @Override
        public void visit(Link link) {
            visitChildren(link);
            if (!ELSEWHERE.matcher(link.getDestination()).matches()) {
                unwrap(link);
            }
        }

        @Override
        public void visit(Image image) {
            pictures.apply(image.getDestination()).ifPresentOrElse(image::setDestination, () -> unwrap(image));
        }

        private static void unwrap(Node node) {
            if (node.getFirstChild() == null) {
                node.insertBefore(new Text(""));
            }
            while (node.getFirstChild() != null) {
                node.insertBefore(node.getFirstChild());
            }
            node.unlink();
        }
    }
}
