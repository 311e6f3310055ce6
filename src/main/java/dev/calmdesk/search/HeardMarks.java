package dev.calmdesk.search;

import dev.calmdesk.search.Highlights.Marks;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Marks the Chinese characters of a text that sound like what was typed: pinyin whole or begun, other characters of the
/// same sound, first letters.
final class HeardMarks {

    private final Typed typed;
    /// By the former syllable.
    private final Map<String, List<Pair>> pairs = new HashMap<>();
    private final List<Typed.Sound> alone;

    /// What follows a syllable.
    ///
    /// @param open it is only begun
    private record Pair(String later, boolean open) {}

    /// @param hanPairs the typed pairs of characters that count; what sounds like another pair does not
    HeardMarks(Typed typed, Set<String> hanPairs) {
        this.typed = typed;
        for (var chain : typed.chains()) {
            for (var i = 1; i < chain.size(); i++) {
                var former = chain.get(i - 1);
                var later = chain.get(i);
                if (former.isTyped() || later.isTyped() || hanPairs.contains(charactersAt(chain, i))) {
                    pairs.computeIfAbsent(former.letters(), letters -> new ArrayList<>())
                            .add(new Pair(later.letters(), later.open()));
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

    void markSounds(ShownText text, Marks marks) {
        if (pairs.isEmpty() && alone.isEmpty()) {
            return;
        }
        var heard = text.heard();
        for (var run : text.runs()) {
            if (run.han()) {
                for (var at = run.from(); at < run.to(); at++) {
                    markAt(at, heard.get(at), at + 1 < run.to() ? heard.get(at + 1) : Set.of(), marks);
                }
            }
        }
    }

    private void markAt(int at, Set<String> heard, Set<String> heardNext, Marks marks) {
        for (var sound : alone) {
            if (isHeard(heard, sound.letters(), sound.open())) {
                marks.mark(at, at + 1);
            }
        }
        for (var former : heard) {
            for (var pair : pairs.getOrDefault(former, List.of())) {
                if (isHeard(heardNext, pair.later, pair.open)) {
                    marks.mark(at, at + 2);
                }
            }
        }
    }

    private static boolean isHeard(Set<String> heard, String wanted, boolean open) {
        return open ? heard.stream().anyMatch(reading -> reading.startsWith(wanted)) : heard.contains(wanted);
    }

    /// Marks the longest stretches whose first letters were typed.
    void markInitials(ShownText text, Marks marks) {
        var words = typed.runs().stream().filter(this::mayBeInitials).toList();
        if (words.isEmpty()) {
            return;
        }
        var letters = new StringBuilder();
        text.sounds().forEach(sound -> letters.append(sound.isEmpty() ? ' ' : sound.charAt(0)));
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
