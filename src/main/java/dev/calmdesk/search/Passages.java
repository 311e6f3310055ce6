package dev.calmdesk.search;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;

/// Chooses the piece of some texts that shows best why they were found: the stretch of whole sentences with the most
/// marks, of earlier texts before later ones; the beginning of the first text if nothing is marked.
public final class Passages {

    private static final int LONGEST = 120;
    private static final String CUT = "…";

    private Passages() {}

    /// A stretch of a text that can be shown alone.
    ///
    /// @param cutBefore whether it begins within a sentence
    /// @param cutAfter whether it ends within one
    record Stretch(int start, int end, boolean cutBefore, boolean cutAfter) {

        boolean contains(Marked.Range range) {
            return range.start() >= start && range.end() <= end;
        }
    }

    public static Marked best(List<ShownText> texts, Highlights highlights) {
        var best = Marked.plain("");
        var most = -1;
        for (var text : texts) {
            var ranges = highlights.ranges(text);
            for (var stretch : text.stretches()) {
                var weight = weight(text.shown(), stretch, ranges);
                if (weight > most) {
                    best = marked(text.shown(), stretch, ranges);
                    most = weight;
                }
            }
        }
        return best;
    }

    /// How much of what is marked a stretch shows; the same words twice count once.
    private static int weight(String text, Stretch stretch, List<Marked.Range> ranges) {
        var shown = new HashSet<String>();
        ranges.stream()
                .filter(stretch::contains)
                .forEach(range -> shown.add(text.substring(range.start(), range.end())));
        return shown.stream().mapToInt(String::length).sum();
    }

    private static Marked marked(String text, Stretch stretch, List<Marked.Range> ranges) {
        var before = stretch.cutBefore ? CUT : "";
        var after = stretch.cutAfter ? CUT : "";
        var shift = before.length() - stretch.start;
        var inside = ranges.stream()
                .filter(stretch::contains)
                .map(range -> new Marked.Range(range.start() + shift, range.end() + shift))
                .toList();
        return new Marked(before + text.substring(stretch.start, stretch.end) + after, inside);
    }

    /// From each sentence on, as many whole ones of its line as are not too long together; a sentence that is too long by
    /// itself comes in overlapping pieces.
    static List<Stretch> stretches(String text) {
        var stretches = new ArrayList<Stretch>();
        for (var lineStart = 0; lineStart < text.length(); ) {
            var lineEnd = text.indexOf('\n', lineStart);
            lineEnd = lineEnd < 0 ? text.length() : lineEnd;
            var bounds = sentenceBounds(text, lineStart, lineEnd);
            for (var first = 0; first + 1 < bounds.size(); first++) {
                var last = first + 1;
                while (last + 1 < bounds.size() && bounds.get(last + 1) - bounds.get(first) <= LONGEST) {
                    last++;
                }
                addPieces(stretches, text, bounds.get(first), bounds.get(last));
            }
            lineStart = lineEnd + 1;
        }
        return stretches;
    }

    private static List<Integer> sentenceBounds(String text, int start, int end) {
        var sentences = BreakIterator.getSentenceInstance(Locale.ROOT);
        sentences.setText(text.substring(start, end));
        var bounds = new ArrayList<Integer>();
        for (var bound = sentences.first(); bound != BreakIterator.DONE; bound = sentences.next()) {
            bounds.add(start + bound);
        }
        return bounds;
    }

    private static void addPieces(List<Stretch> stretches, String text, int from, int to) {
        var start = from;
        var end = to;
        while (start < end && Character.isWhitespace(text.charAt(start))) {
            start++;
        }
        while (end > start && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        if (end - start <= LONGEST) {
            if (end > start) {
                stretches.add(new Stretch(start, end, false, false));
            }
            return;
        }
        for (var piece = start; piece + LONGEST / 2 < end; piece += LONGEST / 2) {
            var pieceEnd = Math.min(piece + LONGEST, end);
            stretches.add(new Stretch(whole(text, piece), whole(text, pieceEnd), piece > start, pieceEnd < end));
        }
    }

    /// A place that does not split a character of two units.
    private static int whole(String text, int at) {
        return at < text.length() && Character.isLowSurrogate(text.charAt(at)) ? at - 1 : at;
    }
}
