package dev.calmdesk.search;

import dev.calmdesk.search.Highlights.Marks;
import dev.calmdesk.language.Pinyin;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Marks the Chinese characters of a text that sound like what was typed: pinyin whole or begun, other characters of the
/// same sound, first letters.
final class HeardMarks {

    private final Typed typed;
    private final Set<Pair> pairs = new HashSet<>();
    private final List<Typed.Sound> alone;

    /// Two neighbouring syllables.
    ///
    /// @param open the later one is only begun
    private record Pair(String former, String later, boolean open) {}

    /// @param hanPairs the typed pairs of characters that count; what sounds like another pair does not
    HeardMarks(Typed typed, Set<String> hanPairs) {
        this.typed = typed;
        for (var chain : typed.chains()) {
            for (var i = 1; i < chain.size(); i++) {
                var former = chain.get(i - 1);
                var later = chain.get(i);
                if (former.isTyped() || later.isTyped() || hanPairs.contains(charactersAt(chain, i))) {
                    pairs.add(new Pair(former.letters(), later.letters(), later.open()));
                }
            }
        }
        alone = typed.chains().stream()
                .filter(chain -> chain.size() == 1 && chain.getFirst().isTyped())
                .map(List::getFirst)
                .toList();
    }

    /// The two characters that are the sounds before and at a place, if both are of one run.
    private static String charactersAt(List<Typed.Sound> chain, int at) {
        var run = chain.get(at).word();
        var first = at;
        while (first > 0 && chain.get(first - 1).word().equals(run)) {
            first--;
        }
        var inRun = at - first;
        return inRun == 0 ? "" : run.text().substring(inRun - 1, inRun + 1);
    }

    void markSounds(String text, List<Run> runs, Marks marks) {
        if (pairs.isEmpty() && alone.isEmpty()) {
            return;
        }
        var sounds = Pinyin.of(text);
        for (var run : runs) {
            if (run.han()) {
                for (var at = run.from(); at < run.to(); at++) {
                    markAt(text, at, at + 1 < run.to(), sounds, marks);
                }
            }
        }
    }

    private void markAt(String text, int at, boolean hasNext, List<String> sounds, Marks marks) {
        if (alone.stream().anyMatch(sound -> isHeard(text, at, sounds, sound.letters(), sound.open()))) {
            marks.mark(at, at + 1);
        }
        if (hasNext && pairs.stream().anyMatch(pair -> isHeard(text, at, sounds, pair.former, false)
                && isHeard(text, at + 1, sounds, pair.later, pair.open))) {
            marks.mark(at, at + 2);
        }
    }

    private static boolean isHeard(String text, int at, List<String> sounds, String wanted, boolean open) {
        var sound = sounds.get(at);
        return !sound.isEmpty()
                && (sounds(sound, wanted, open)
                        || Pinyin.readings(text.charAt(at)).stream().anyMatch(reading -> sounds(reading, wanted, open)));
    }

    private static boolean sounds(String reading, String wanted, boolean open) {
        var plain = reading.replace('v', 'u');
        return open
                ? reading.startsWith(wanted) || plain.startsWith(wanted)
                : reading.equals(wanted) || plain.equals(wanted);
    }

    /// Marks the longest stretches whose first letters were typed.
    void markInitials(String text, Marks marks) {
        var words = typed.runs().stream().filter(this::mayBeInitials).toList();
        if (words.isEmpty()) {
            return;
        }
        var letters = new StringBuilder();
        Pinyin.of(text).forEach(sound -> letters.append(sound.isEmpty() ? ' ' : sound.charAt(0)));
        words.forEach(word -> markInitials(word.text(), letters, marks));
    }

    private boolean mayBeInitials(Run word) {
        return typed.initials().contains(word.text())
                && Typed.cut(word).filter(cut -> cut.whole() > 1 && !cut.unfinished()).isEmpty();
    }

    private static void markInitials(String word, StringBuilder letters, Marks marks) {
        for (var length = word.length(); length > 1; length--) {
            var found = false;
            for (var piece : Entry.stretches(word, length)) {
                for (var at = letters.indexOf(piece); at >= 0; at = letters.indexOf(piece, at + 1)) {
                    marks.mark(at, at + length);
                    found = true;
                }
            }
            if (found) {
                return;
            }
        }
    }
}
