package dev.calmdesk.search;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// A text to show with the pieces that made it a hit.
///
/// @param ranges in order, apart from one another
public record Marked(String text, List<Range> ranges) {

    /// A piece of a text.
    ///
    /// @param end exclusive
    public record Range(int start, int end) {}

    public Marked {
        ranges = List.copyOf(ranges);
    }

    /// The same with some pieces of the text put in other words; the ranges stay on their pieces.
    ///
    /// @param pieces what is replaced
    /// @param words gives the other words for a piece
    public Marked reworded(Pattern pieces, Function<MatchResult, String> words) {
        var result = new StringBuilder();
        var shifted = new ArrayList<>(ranges);
        var from = 0;
        var matcher = pieces.matcher(text);
        while (matcher.find()) {
            result.append(text, from, matcher.start());
            var other = words.apply(matcher.toMatchResult());
            var shift = other.length() - (matcher.end() - matcher.start());
            var end = matcher.end();
            for (var i = 0; i < ranges.size(); i++) {
                if (ranges.get(i).start() >= end) {
                    var moved = shifted.get(i);
                    shifted.set(i, new Range(moved.start() + shift, moved.end() + shift));
                }
            }
            result.append(other);
            from = end;
        }
        return new Marked(result.append(text.substring(from)).toString(), shifted);
    }

    /// The same behind some other words.
    public Marked after(String words) {
        return new Marked(words + text, ranges.stream()
                .map(range -> new Range(range.start() + words.length(), range.end() + words.length()))
                .toList());
    }

    static Marked plain(String text) {
        return new Marked(text, List.of());
    }
}
