package dev.calmdesk.search;

import dev.calmdesk.language.Fold;
import dev.calmdesk.language.Folded;
import dev.calmdesk.language.Pinyin;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A text as people see it, taken apart once, to be marked for one question after the other. Thread-safe.
public final class ShownText {

    private final Folded folded;
    private final List<Run> runs;
    private volatile @Nullable List<String> sounds;
    private volatile @Nullable List<Set<String>> heard;
    private volatile @Nullable List<Passages.Stretch> stretches;

    private ShownText(Folded folded) {
        this.folded = folded;
        runs = Run.of(folded.text());
    }

    public static ShownText of(String shown) {
        return new ShownText(Fold.of(shown));
    }

    String shown() {
        return folded.shown();
    }

    Folded folded() {
        return folded;
    }

    /// Its runs in folded text.
    List<Run> runs() {
        return runs;
    }

    /// The syllable of each folded character, empty for what is no Chinese one. Worked out when first asked for, since most
    /// questions are answered without.
    List<String> sounds() {
        var known = sounds;
        if (known == null) {
            known = Pinyin.of(folded.text());
            sounds = known;
        }
        return known;
    }

    /// All syllables that each folded character can be heard as, `ü` also as `u`.
    List<Set<String>> heard() {
        var known = heard;
        if (known == null) {
            var text = folded.text();
            var own = sounds();
            known = IntStream.range(0, text.length())
                    .mapToObj(at -> own.get(at).isEmpty() ? Set.<String>of() : heard(text.charAt(at), own.get(at)))
                    .toList();
            heard = known;
        }
        return known;
    }

    private static Set<String> heard(char character, String sound) {
        return Stream.concat(Stream.of(sound), Pinyin.readings(character).stream())
                .flatMap(reading -> Stream.of(reading, reading.replace('v', 'u')))
                .collect(Collectors.toUnmodifiableSet());
    }

    /// The pieces of it that can be shown alone.
    List<Passages.Stretch> stretches() {
        var known = stretches;
        if (known == null) {
            known = Passages.stretches(shown());
            stretches = known;
        }
        return known;
    }
}
