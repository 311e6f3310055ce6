package dev.calmdesk.language;

import com.hankcs.hanlp.dictionary.py.Pinyin;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Cuts typed letters into pinyin syllables: `tuihuo` is tui, huo. The last one may be unfinished: `tuih` is tui, h.
public final class Syllables {

    private static final Set<String> ALL = all();
    private static final Set<String> BEGINNINGS = beginnings();
    private static final int LONGEST = 6;

    private static final int SYLLABLE = 10;
    /// An unfinished syllable is read only where the letters cannot be read as whole ones.
    private static final int UNFINISHED = 12;
    /// Inside a word a syllable seldom begins with a vowel: fangan is rather fan, gan than fang, an.
    private static final int INNER_VOWEL = 3;

    private Syllables() {}

    /// Syllables in the order typed.
    ///
    /// @param unfinished the last one is only the beginning of a syllable
    public record Cut(List<String> syllables, boolean unfinished) {

        /// How many whole syllables there are.
        public int whole() {
            return unfinished ? syllables.size() - 1 : syllables.size();
        }

        public String last() {
            return syllables.getLast();
        }
    }

    public static boolean isSyllable(String letters) {
        return ALL.contains(letters);
    }

    /// The likeliest cut into as few syllables as possible.
    ///
    /// @param letters lower case, `v` for `ü`
    /// @return empty if the letters are no pinyin, or no whole syllable comes out
    public static Optional<Cut> cut(String letters) {
        return cut(letters, INNER_VOWEL);
    }

    /// The other cut of ambiguous letters (`fangan` is also fang, an), if there is one as short.
    public static Optional<Cut> alternative(String letters) {
        var first = cut(letters);
        return cut(letters, -INNER_VOWEL)
                .filter(cut -> !first.equals(Optional.of(cut)))
                .filter(cut -> first.stream().allMatch(best -> best.syllables().size() == cut.syllables().size()));
    }

    private static Optional<Cut> cut(String letters, int innerVowelCost) {
        var length = letters.length();
        var cost = new int[length + 1];
        var from = new int[length + 1];
        Arrays.fill(cost, Integer.MAX_VALUE);
        cost[0] = 0;
        for (var end = 1; end <= length; end++) {
            for (var start = Math.max(0, end - LONGEST); start < end; start++) {
                var piece = pieceCost(letters, start, end, innerVowelCost);
                if (cost[start] != Integer.MAX_VALUE && piece > 0 && cost[start] + piece < cost[end]) {
                    cost[end] = cost[start] + piece;
                    from[end] = start;
                }
            }
        }
        return cost[length] == Integer.MAX_VALUE ? Optional.empty() : read(letters, from);
    }

    /// @return 0 for what is no syllable
    private static int pieceCost(String letters, int start, int end, int innerVowelCost) {
        var piece = letters.substring(start, end);
        if (ALL.contains(piece)) {
            return start > 0 && "aoe".indexOf(piece.charAt(0)) >= 0 ? SYLLABLE + innerVowelCost : SYLLABLE;
        }
        return start > 0 && end == letters.length() && BEGINNINGS.contains(piece) ? UNFINISHED : 0;
    }

    private static Optional<Cut> read(String letters, int[] from) {
        var syllables = new ArrayList<String>();
        for (var end = letters.length(); end > 0; end = from[end]) {
            syllables.add(letters.substring(from[end], end));
        }
        Collections.reverse(syllables);
        return syllables.isEmpty()
                ? Optional.empty()
                : Optional.of(new Cut(List.copyOf(syllables), !ALL.contains(syllables.getLast())));
    }

    private static Set<String> all() {
        var syllables = Arrays.stream(Pinyin.values())
                .map(Pinyin::getPinyinWithoutTone)
                .map(syllable -> syllable.replace("ü", "v"))
                .collect(Collectors.toSet());
        syllables.removeAll(Set.of("none", "ja", "yai", "fiao"));
        syllables.addAll(Set.of("lue", "nue"));
        return Set.copyOf(syllables);
    }

    private static Set<String> beginnings() {
        var beginnings = new HashSet<String>();
        ALL.forEach(syllable -> {
            for (var end = 1; end < syllable.length(); end++) {
                beginnings.add(syllable.substring(0, end));
            }
        });
        beginnings.removeAll(ALL);
        return Set.copyOf(beginnings);
    }
}
