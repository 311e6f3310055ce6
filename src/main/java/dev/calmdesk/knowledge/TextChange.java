package dev.calmdesk.knowledge;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.DeltaType;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A piece of a text that was changed: what stayed, what came, what went. Pure.
public record TextChange(Kind kind, String text) {

    public enum Kind {
        SAME,
        ADDED,
        REMOVED
    }

    /// How one text became another, word by word.
    public static List<TextChange> between(String from, String to, Locale language) {
        var before = words(from, language);
        var pieces = new ArrayList<TextChange>();
        var at = 0;
        for (var delta : DiffUtils.diff(before, words(to, language)).getDeltas()) {
            var source = delta.getSource();
            add(pieces, Kind.SAME, before.subList(at, source.getPosition()));
            if (delta.getType() != DeltaType.INSERT) {
                add(pieces, Kind.REMOVED, source.getLines());
            }
            if (delta.getType() != DeltaType.DELETE) {
                add(pieces, Kind.ADDED, delta.getTarget().getLines());
            }
            at = source.getPosition() + source.size();
        }
        add(pieces, Kind.SAME, before.subList(at, before.size()));
        return pieces;
    }

    private static void add(List<TextChange> pieces, Kind kind, List<String> words) {
        var text = String.join("", words);
        if (!text.isEmpty()) {
            pieces.add(new TextChange(kind, text));
        }
    }

    private static List<String> words(String text, Locale language) {
        var breaks = BreakIterator.getWordInstance(language);
        breaks.setText(text);
        var words = new ArrayList<String>();
        var from = breaks.first();
        for (var to = breaks.next(); to != BreakIterator.DONE; from = to, to = breaks.next()) {
            addWord(words, text.substring(from, to));
        }
        return words;
    }

    /// Chinese is not parted by blanks: there every character is compared by itself.
    private static void addWord(List<String> words, String word) {
        if (word.codePoints().anyMatch(Character::isIdeographic)) {
            word.codePoints().mapToObj(Character::toString).forEach(words::add);
        } else {
            words.add(word);
        }
    }
}
