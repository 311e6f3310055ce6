package dev.calmdesk.sync.ui;

import com.github.difflib.DiffUtils;
import dev.calmdesk.fx.control.HighlightedText.Range;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What is new in a text. Pure.
final class TextDiff {

    private TextDiff() {}

    /// The ranges of a text that another one does not have, word by word.
    static List<Range> added(String from, String to, Locale language) {
        if (from.isBlank()) {
            return List.of();
        }
        var words = words(to, language);
        return DiffUtils.diff(words(from, language), words).getDeltas().stream()
                .map(delta -> delta.getTarget())
                .filter(target -> target.size() > 0)
                .map(target -> {
                    var start = length(words.subList(0, target.getPosition()));
                    return new Range(start, start + length(target.getLines()));
                })
                .toList();
    }

    private static int length(List<String> words) {
        return words.stream().mapToInt(String::length).sum();
    }

    private static List<String> words(String text, Locale language) {
        var breaks = BreakIterator.getWordInstance(language);
        breaks.setText(text);
        var words = new ArrayList<String>();
        var from = breaks.first();
        for (var to = breaks.next(); to != BreakIterator.DONE; from = to, to = breaks.next()) {
            words.add(text.substring(from, to));
        }
        return words;
    }
}
