package dev.calmdesk.complaint;

import dev.calmdesk.cases.Severity;
import dev.calmdesk.language.Fold;
import dev.calmdesk.language.Folded;
import dev.calmdesk.workplace.Localised;
import dev.calmdesk.workplace.Workplace;
import dev.calmdesk.workplace.Workplace.Topic;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Words in a record after which a complaint is at least so serious, whatever else is known. Content. They only point
/// something out: what they say is never taken by itself and never makes anything milder.
///
/// @param denials how people say that something did not happen
public record SeverityHints(List<Hint> hints, Denials denials) {

    public static final Topic<SeverityHints> TOPIC = new Topic<>("severity-hints", SeverityHints.class);

    /// @param severity at least
    /// @param words groups by language; of each group one word has to be said
    public record Hint(String code, Severity severity, Localised why, List<Map<String, List<String>>> words) {}

    /// A hint and the words of the text for it, as they stand there.
    public record Found(Hint hint, List<String> words) {}

    static Optional<SeverityHints> of(Workplace workplace) {
        return workplace.first(TOPIC, any -> true);
    }

    /// What a text gives hints of, the most serious first.
    public List<Found> in(String text) {
        var folded = Fold.of(text);
        return hints.stream()
                .map(hint -> new Found(hint, words(hint, folded)))
                .filter(found -> !found.words().isEmpty())
                .sorted(Comparator.comparing(found -> found.hint().severity()))
                .toList();
    }

    /// Empty unless every group is met.
    private List<String> words(Hint hint, Folded folded) {
        var words = new ArrayList<String>();
        for (var group : hint.words()) {
            var said = group.values().stream()
                    .flatMap(Collection::stream)
                    .flatMap(word -> said(Fold.text(word), folded).stream())
                    .toList();
            if (said.isEmpty()) {
                return List.of();
            }
            words.addAll(said);
        }
        words.removeIf(word -> words.stream().anyMatch(other -> !other.equals(word) && other.contains(word)));
        return words.stream().distinct().toList();
    }

    /// The first place where a word is said and not denied.
    private Optional<String> said(String word, Folded folded) {
        var text = folded.text();
        for (var at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
            var end = at + word.length();
            if (isWhole(text, at, end) && !denials.deny(text, at, end)) {
                return Optional.of(folded.shownOf(at, end));
            }
        }
        return Optional.empty();
    }

    /// A word of letters is not a part of another.
    static boolean isWhole(String text, int from, int to) {
        return !(from > 0 && isLatin(text.charAt(from)) && isLatin(text.charAt(from - 1)))
                && !(to < text.length() && isLatin(text.charAt(to - 1)) && isLatin(text.charAt(to)));
    }

    private static boolean isLatin(char character) {
        return character < 0x2e80 && Character.isLetter(character);
    }
}
