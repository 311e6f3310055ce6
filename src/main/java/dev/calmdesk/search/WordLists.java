package dev.calmdesk.search;

import dev.calmdesk.language.Fold;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/// The plain text files under `search/`, folded.
final class WordLists {

    /// Function words of Chinese and English.
    static final Set<String> STOP_WORDS = stopWords("stop-zh.txt", "stop-en.txt");

    /// Groups of words that mean the same at any service desk.
    static final List<List<String>> SYNONYMS = synonyms("synonyms.txt");

    private WordLists() {}

    private static Set<String> stopWords(String... files) {
        var words = new HashSet<String>();
        for (var file : files) {
            lines(file).forEach(line -> words.addAll(List.of(line.split("\\s+"))));
        }
        return Set.copyOf(words);
    }

    private static List<List<String>> synonyms(String file) {
        return lines(file).stream()
                .map(line -> Arrays.stream(line.split(",")).map(String::strip).toList())
                .toList();
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
