package dev.calmdesk.search;

import dev.calmdesk.language.Folded;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;

/// Marks in a shown text what the typed one has in common with it: pairs of characters, words, and by [HeardMarks] what
/// only sounds the same. Works on shown text alone, apart from the index.
public final class Highlights {

    private final Typed typed;
    private final Set<String> pairs = new HashSet<>();
    private final List<Run> words;
    private final List<String> codes;
    private final HeardMarks heard;

    public Highlights(Typed typed) {
        this.typed = typed;
        words = typed.runs().stream()
                .filter(run -> !run.han() && !WordLists.STOP_WORDS.contains(run.text()))
                .toList();
        typed.runs().stream().filter(this::standsForItself).forEach(run -> pairs.addAll(run.pairs()));
        pairs.removeAll(WordLists.STOP_WORDS);
        codes = Words.codes(typed.text());
        heard = new HeardMarks(typed, pairs);
    }

    /// A lone character beside typed letters is read together with them only: 退huo.
    private boolean standsForItself(Run run) {
        return run.han()
                && (run.text().length() > 1
                        || typed.chains().stream().noneMatch(chain -> chain.size() > 1 && chain.stream()
                                .anyMatch(sound -> sound.word().equals(run))));
    }

    /// A title with its marks; only here first letters count.
    public Marked title(ShownText text) {
        var marks = marks(text);
        if (!marks.any()) {
            heard.markInitials(text, marks);
        }
        return new Marked(text.shown(), marks.ranges(text.folded()));
    }

    /// The marked pieces of a text.
    public List<Marked.Range> ranges(ShownText text) {
        return marks(text).ranges(text.folded());
    }

    private Marks marks(ShownText text) {
        var marks = new Marks(text.folded().length());
        for (var run : text.runs()) {
            if (run.han()) {
                markPairs(run, marks);
            }
        }
        words.forEach(word -> markWord(word, text.runs(), marks));
        if (!words.isEmpty() || !marks.any()) {
            heard.markSounds(text, marks);
        }
        return marks;
    }

    private void markPairs(Run run, Marks marks) {
        for (var length = 1; length <= 2; length++) {
            for (var from = 0; from + length <= run.text().length(); from++) {
                if (pairs.contains(run.text().substring(from, from + length))) {
                    marks.mark(run.from() + from, run.from() + from + length);
                }
            }
        }
    }

    /// A word that stands nowhere in the text may have been mistyped.
    private void markWord(Run word, List<Run> runs, Marks marks) {
        if (!markWord(word, runs, this::fits, marks)) {
            markWord(word, runs, Highlights::isSlip, marks);
        }
    }

    private static boolean markWord(Run word, List<Run> runs, BiPredicate<Run, Run> fits, Marks marks) {
        var found = false;
        for (var run : runs) {
            if (!run.han() && fits.test(word, run)) {
                marks.mark(run.from(), run.to());
                found = true;
            }
        }
        return found;
    }

    private boolean fits(Run word, Run shown) {
        var begun = typed.isOpen(word) && word.text().length() > 1;
        return shown.text().equals(word.text())
                || (begun && shown.text().startsWith(word.text()))
                || (Words.isStemmed(word) && Words.isStemmed(shown) && Words.stem(word.text()).equals(Words.stem(shown.text())))
                || (word.hasDigit() && codes.contains(shown.text()));
    }

    private static boolean isSlip(Run word, Run shown) {
        return Words.isStemmed(word)
                && Words.isStemmed(shown)
                && shown.text().charAt(0) == word.text().charAt(0)
                && Slips.between(word.text(), shown.text()) <= QueryClauses.edits(word.text());
    }

    /// Which characters of a folded text are marked.
    static final class Marks {
        private final boolean[] marked;

        Marks(int length) {
            marked = new boolean[length];
        }

        void mark(int from, int to) {
            Arrays.fill(marked, from, to, true);
        }

        boolean any() {
            for (var mark : marked) {
                if (mark) {
                    return true;
                }
            }
            return false;
        }

        /// The marked characters as pieces of the shown text; neighbours become one.
        List<Marked.Range> ranges(Folded folded) {
            var ranges = new ArrayList<Marked.Range>();
            for (var i = 0; i < marked.length; i++) {
                if (!marked[i]) {
                    continue;
                }
                var last = ranges.isEmpty() ? null : ranges.getLast();
                if (last != null && folded.start(i) <= last.end()) {
                    ranges.removeLast();
                    ranges.add(new Marked.Range(last.start(), Math.max(last.end(), folded.end(i))));
                } else {
                    ranges.add(new Marked.Range(folded.start(i), folded.end(i)));
                }
            }
            return ranges;
        }
    }
}
