package dev.calmdesk.knowledge;

import java.util.List;

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

    static Marked plain(String text) {
        return new Marked(text, List.of());
    }
}
