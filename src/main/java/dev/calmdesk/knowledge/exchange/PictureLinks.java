package dev.calmdesk.knowledge.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Image;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/// Where Markdown names pictures. All else of the text stays as it is, letter by letter.
final class PictureLinks {

    private static final Parser PARSER =
            Parser.builder().includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES).build();
    private static final Pattern DESTINATION = Pattern.compile("]\\(\\s*(<[^>\\n]*>|[^\\s)]+)");

    private PictureLinks() {}

    /// @param at where the name begins in the text
    private record Place(int at, int end, String name) {}

    /// The text with other names for its pictures.
    static String renamed(String markdown, UnaryOperator<String> name) {
        var text = new StringBuilder(markdown);
        for (var place : places(markdown).reversed()) {
            var other = name.apply(place.name());
            if (!other.equals(place.name())) {
                text.replace(place.at(), place.end(), other);
            }
        }
        return text.toString();
    }

    private static List<Place> places(String markdown) {
        var places = new ArrayList<Place>();
        PARSER.parse(markdown).accept(new AbstractVisitor() {
            @Override
            public void visit(Image image) {
                var spans = image.getSourceSpans();
                var from = spans.getFirst().getInputIndex();
                var end = spans.getLast().getInputIndex() + spans.getLast().getLength();
                var destination = DESTINATION.matcher(markdown).region(from, end);
                Place found = null;
                while (destination.find()) {
                    found = new Place(destination.start(1), destination.end(1), image.getDestination());
                }
                if (found != null) {
                    places.add(found);
                }
            }
        });
        return places;
    }
}
