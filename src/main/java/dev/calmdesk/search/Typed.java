package dev.calmdesk.search;

import dev.calmdesk.language.Fold;
import dev.calmdesk.language.Pinyin;
import dev.calmdesk.language.Syllables;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// What somebody typed, taken apart once for the query and for the highlighting. Nothing in it is syntax.
///
/// @param text folded, no longer than [#LONGEST]
/// @param chains what sounds on without a break: syllables of Chinese characters and of letters that are pinyin
/// @param initials words that may be first letters of syllables
public record Typed(String text, List<Run> runs, List<List<Sound>> chains, List<String> initials) {

    static final int LONGEST = 200;
    private static final int LONGEST_INITIALS = 8;

    /// One syllable.
    ///
    /// @param written the character or the letters that stand for it
    /// @param word the run it belongs to
    /// @param open it is typed last and may still grow
    public record Sound(String letters, String written, Run word, boolean open) {

        boolean isTyped() {
            return !word.han();
        }
    }

    public static Typed of(String shown) {
        var folded = Fold.text(shown);
        var text = folded.substring(0, Math.min(LONGEST, folded.length()));
        var runs = Run.of(text);
        return new Typed(text, runs, chains(text, runs), initials(runs));
    }

    /// Whether there is nothing to search for.
    public boolean isEmpty() {
        return runs.isEmpty();
    }

    /// The run that is being typed: the last one, if nothing follows it.
    boolean isOpen(Run run) {
        return run.to() == text.length();
    }

    private static List<List<Sound>> chains(String text, List<Run> runs) {
        var sounds = runs.stream().anyMatch(Run::han) ? Pinyin.of(text) : List.<String>of();
        var chains = new ArrayList<List<Sound>>();
        var chain = new ArrayList<Sound>();
        var end = 0;
        for (var i = 0; i < runs.size(); i++) {
            var run = runs.get(i);
            var more = run.han() ? han(run, sounds) : isAloneLetter(runs, i) ? List.<Sound>of() : latin(run, text);
            if (more.isEmpty() || !text.substring(end, run.from()).isBlank()) {
                chains.add(chain);
                chain = new ArrayList<>();
            }
            chain.addAll(more);
            end = run.to();
        }
        chains.add(chain);
        return chains.stream().filter(sounding -> !sounding.isEmpty()).map(List::copyOf).toList();
    }

    /// A letter among Chinese characters is a letter; among other letters it may be a syllable.
    private static boolean isAloneLetter(List<Run> runs, int at) {
        return runs.get(at).text().length() == 1
                && (at == 0 || runs.get(at - 1).han())
                && (at == runs.size() - 1 || runs.get(at + 1).han());
    }

    private static List<Sound> han(Run run, List<String> sounds) {
        var own = sounds.subList(run.from(), run.to());
        return own.contains("")
                ? List.of()
                : IntStream.range(0, own.size())
                        .mapToObj(i -> new Sound(own.get(i), run.text().substring(i, i + 1), run, false))
                        .toList();
    }

    private static List<Sound> latin(Run run, String text) {
        return cut(run).map(cut -> {
                    var sounds = new ArrayList<Sound>();
                    cut.syllables().forEach(syllable -> sounds.add(new Sound(syllable, syllable, run, false)));
                    if (run.to() == text.length() || cut.unfinished()) {
                        sounds.set(sounds.size() - 1, new Sound(cut.last(), cut.last(), run, true));
                    }
                    return sounds;
                })
                .<List<Sound>>map(sounds -> sounds)
                .orElse(List.of());
    }

    static Optional<Syllables.Cut> cut(Run run) {
        return run.isLatin() && (run.text().length() > 1 || Syllables.isSyllable(run.text()))
                ? Syllables.cut(run.text())
                : Optional.empty();
    }

    private static List<String> initials(List<Run> runs) {
        return runs.stream()
                .filter(run -> run.isLatin() && run.text().length() > 1 && run.text().length() <= LONGEST_INITIALS)
                .map(Run::text)
                .toList();
    }
}
