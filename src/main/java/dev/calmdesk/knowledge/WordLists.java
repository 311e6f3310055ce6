package dev.calmdesk.knowledge;

import dev.calmdesk.language.Fold;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// The plain text files under `search/`, folded: words without a matter of their own, and words that mean the same.
final class WordLists {

    /// Function words of Chinese and English.
    static final Set<String> STOP_WORDS = stopWords("stop-zh.txt", "stop-en.txt");

    /// Each word with the others of its groups.
    static final Map<String, Set<String>> SYNONYMS = synonyms("synonyms.txt");

    private WordLists() {}

    private static Set<String> stopWords(String... files) {
        var words = new HashSet<String>();
        for (var file : files) {
            lines(file).forEach(line -> words.addAll(List.of(line.split("\\s+"))));
        }
        return Set.copyOf(words);
    }

    private static Map<String, Set<String>> synonyms(String file) {
        var fellows = new HashMap<String, Set<String>>();
        for (var line : lines(file)) {
            var group = Arrays.stream(line.split(",")).map(String::strip).toList();
            for (var word : group) {
                var others = fellows.computeIfAbsent(word, key -> new HashSet<>());
                others.addAll(group);
                others.remove(word);
            }
        }
        return Map.copyOf(fellows);
    }

    private static List<String> lines(String file) {
        try (var stream = Objects.requireNonNull(WordLists.class.getResourceAsStream("/search/" + file), file);
                var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return reader.lines()
                    .map(line -> Fold.text(line).strip())
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
