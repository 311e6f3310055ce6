package dev.calmdesk.knowledge;

import dev.calmdesk.language.Fold;
import dev.calmdesk.language.Folded;
import dev.calmdesk.language.Pinyin;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Marks in a shown text what the typed one has in common with it: pairs of characters, words, and for typed pinyin or
/// first letters the characters that sound so. Works on shown text alone, apart from the index.
final class Highlights {

    private final Typed typed;
    private final Set<String> pairs = new HashSet<>();
    private final Set<String> soundPairs = new HashSet<>();
    private final List<Run> words = new ArrayList<>();
    private final Set<String> stems = new HashSet<>();

    Highlights(Typed typed) {
        this.typed = typed;
        for (var run : typed.runs()) {
            if (run.han()) {
                pairs.addAll(run.pairs());
            } else {
                words.add(run);
                if (Words.isStemmed(run)) {
                    stems.add(Words.stem(run.text()));
                }
            }
        }
        pairs.removeAll(WordLists.STOP_WORDS);
        for (var chain : typed.chains()) {
            for (var i = 1; i < chain.size(); i++) {
                soundPairs.add(chain.get(i - 1).letters() + "_" + chain.get(i).letters());
            }
        }
    }

    Marked mark(String shown) {
        var folded = Fold.of(shown);
        return new Marked(shown, ranges(folded, marks(folded)));
    }

    /// Which characters of a folded text are marked.
    boolean[] marks(Folded folded) {
        var text = folded.text();
        var marks = new boolean[text.length()];
        var runs = Run.of(text);
        for (var run : runs) {
            if (run.han()) {
                markPairs(run, marks);
            } else if (words.stream().anyMatch(word -> fits(word, run))) {
                mark(marks, run.from(), run.to());
            }
        }
        if (soundsMatter()) {
            markSounds(text, runs, marks);
        }
        return marks;
    }

    private void markPairs(Run run, boolean[] marks) {
        for (var length = 1; length <= 2; length++) {
            for (var from = run.from(); from + length <= run.to(); from++) {
                if (pairs.contains(run.text().substring(from - run.from(), from - run.from() + length))) {
                    mark(marks, from, from + length);
                }
            }
        }
    }

    private boolean fits(Run word, Run shown) {
        if (WordLists.STOP_WORDS.contains(shown.text())) {
            return false;
        }
        var typedText = word.text();
        return shown.text().equals(typedText)
                || (typed.isOpen(word) && typedText.length() > 1 && shown.text().startsWith(typedText))
                || (Words.isStemmed(shown) && stems.contains(Words.stem(shown.text())))
                || (word.hasDigit() && shown.hasDigit() && Words.codes(typed.text()).contains(shown.text()))
                || isSlip(typedText, shown);
    }

    private static boolean isSlip(String typedText, Run shown) {
        return shown.isLatin()
                && typedText.length() >= 4
                && shown.text().length() >= 4
                && shown.text().charAt(0) == typedText.charAt(0)
                && Slips.between(typedText, shown.text()) <= QueryClauses.edits(typedText);
    }

    /// Sounds are compared only where letters were typed, or a slip may have put another character of the same sound.
    private boolean soundsMatter() {
        return !soundPairs.isEmpty() || !typed.chains().isEmpty() || !typed.initials().isEmpty();
    }

    private void markSounds(String text, List<Run> runs, boolean[] marks) {
        var nothingElse = noneOf(marks);
        var hanOnly = words.isEmpty();
        if (hanOnly && !nothingElse) {
            return;
        }
        var sounds = Pinyin.of(text);
        for (var run : runs) {
            if (run.han()) {
                markSoundPairs(text, run, sounds, marks);
            }
        }
        if (!hanOnly) {
            typed.chains().stream().filter(chain -> chain.size() == 1).forEach(chain -> markSingle(chain.getFirst(), text, sounds, marks));
            if (noneOf(marks)) {
                runs.stream().filter(Run::han).forEach(run -> markInitials(run, sounds, marks));
            }
        }
    }

    private void markSoundPairs(String text, Run run, List<String> sounds, boolean[] marks) {
        for (var at = run.from(); at + 1 < run.to(); at++) {
            for (var pair : soundPairs) {
                var middle = pair.indexOf('_');
                var open = isOpen(pair);
                if (soundsLike(text, at, sounds, pair.substring(0, middle), false)
                        && soundsLike(text, at + 1, sounds, pair.substring(middle + 1), open)) {
                    mark(marks, at, at + 2);
                }
            }
        }
    }

    private boolean isOpen(String pair) {
        var chain = typed.chains().getLast();
        return chain.size() > 1
                && chain.getLast().open()
                && pair.equals(chain.get(chain.size() - 2).letters() + "_" + chain.getLast().letters());
    }

    private static void markSingle(Typed.Sound sound, String text, List<String> sounds, boolean[] marks) {
        for (var at = 0; at < text.length(); at++) {
            if (sound.isTyped() && soundsLike(text, at, sounds, sound.letters(), sound.open())) {
                mark(marks, at, at + 1);
            }
        }
    }

    private static boolean soundsLike(String text, int at, List<String> sounds, String wanted, boolean open) {
        var sound = sounds.get(at);
        if (sound.isEmpty()) {
            return false;
        }
        return isSound(sound, wanted, open)
                || Pinyin.readings(text.charAt(at)).stream().anyMatch(reading -> isSound(reading, wanted, open));
    }

    private static boolean isSound(String reading, String wanted, boolean open) {
        return open
                ? reading.startsWith(wanted) || reading.replace('v', 'u').startsWith(wanted)
                : reading.equals(wanted) || reading.replace('v', 'u').equals(wanted);
    }

    /// Marks the longest stretches whose first letters were typed.
    private void markInitials(Run run, List<String> sounds, boolean[] marks) {
        var letters = new StringBuilder();
        sounds.subList(run.from(), run.to()).forEach(sound -> letters.append(sound.isEmpty() ? ' ' : sound.charAt(0)));
        for (var typedLetters : typed.initials()) {
            for (var length = typedLetters.length(); length > 1; length--) {
                var found = false;
                for (var piece : ArticleDocument.pieces(typedLetters, length)) {
                    for (var at = letters.indexOf(piece); at >= 0; at = letters.indexOf(piece, at + 1)) {
                        mark(marks, run.from() + at, run.from() + at + length);
                        found = true;
                    }
                }
                if (found) {
                    break;
                }
            }
        }
    }

    private static boolean noneOf(boolean[] marks) {
        for (var mark : marks) {
            if (mark) {
                return false;
            }
        }
        return true;
    }

    private static void mark(boolean[] marks, int from, int to) {
        for (var i = from; i < to; i++) {
            marks[i] = true;
        }
    }

    /// Marked folded characters as pieces of the shown text; neighbours become one.
    static List<Marked.Range> ranges(Folded folded, boolean[] marks) {
        var ranges = new ArrayList<Marked.Range>();
        for (var i = 0; i < marks.length; i++) {
            if (!marks[i]) {
                continue;
            }
            var last = ranges.isEmpty() ? null : ranges.getLast();
            if (last != null && folded.start(i) <= last.end()) {
                ranges.set(ranges.size() - 1, new Marked.Range(last.start(), Math.max(last.end(), folded.end(i))));
            } else {
                ranges.add(new Marked.Range(folded.start(i), folded.end(i)));
            }
        }
        return ranges;
    }
}
