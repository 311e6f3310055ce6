package dev.calmdesk.knowledge;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// Chooses the piece of an article that shows best why it was found: the stretch of whole sentences with the most marks,
/// of the answer before the detail; the beginning of the answer if nothing is marked.
final class Passages {

    private static final int LONGEST = 120;
    private static final String CUT = "…";

    private Passages() {}

    static Marked best(Article article, Highlights highlights) {
        var best = Marked.plain("");
        var most = -1;
        for (var candidate : candidates(article)) {
            var marked = highlights.mark(candidate);
            var weight = marked.ranges().stream().mapToInt(range -> range.end() - range.start()).sum();
            if (weight > most) {
                best = marked;
                most = weight;
            }
        }
        return best;
    }

    private static List<String> candidates(Article article) {
        return Stream.of(article.answer(), PlainText.of(article.detail()))
                .flatMap(text -> stretches(text).stream())
                .toList();
    }

    /// From each sentence on, as many whole ones as are not too long together; a sentence that is too long by itself comes
    /// in overlapping pieces.
    static List<String> stretches(String text) {
        var stretches = new ArrayList<String>();
        for (var line : text.split("\\R")) {
            var ends = sentenceEnds(line);
            for (var first = 0; first + 1 < ends.size(); first++) {
                var start = ends.get(first);
                var last = first + 1;
                while (last + 1 < ends.size() && ends.get(last + 1) - start <= LONGEST) {
                    last++;
                }
                addPieces(stretches, line.substring(start, ends.get(last)).strip());
            }
        }
        return stretches;
    }

    /// The beginning of a line and the end of each of its sentences.
    private static List<Integer> sentenceEnds(String line) {
        var sentences = BreakIterator.getSentenceInstance(Locale.ROOT);
        sentences.setText(line);
        var ends = new ArrayList<Integer>();
        for (var end = sentences.first(); end != BreakIterator.DONE; end = sentences.next()) {
            ends.add(end);
        }
        return ends;
    }

    private static void addPieces(List<String> stretches, String stretch) {
        if (stretch.length() <= LONGEST) {
            if (!stretch.isEmpty()) {
                stretches.add(stretch);
            }
            return;
        }
        for (var from = 0; from + LONGEST / 2 < stretch.length(); from += LONGEST / 2) {
            var start = whole(stretch, from);
            var end = whole(stretch, Math.min(from + LONGEST, stretch.length()));
            stretches.add((start > 0 ? CUT : "") + stretch.substring(start, end) + (end < stretch.length() ? CUT : ""));
        }
    }

    /// A place that does not split a character of two units.
    private static int whole(String text, int at) {
        return at > 0 && at < text.length() && Character.isLowSurrogate(text.charAt(at)) ? at - 1 : at;
    }
}
