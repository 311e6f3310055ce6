package dev.calmdesk.flow;

import dev.calmdesk.search.Entry;
import dev.calmdesk.search.Lookup;
import dev.calmdesk.workplace.Workplace;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Finds lines to say by their words. There are some hundreds at most: they lie in memory and are read again when one of
/// them changed. Thread-safe; not to be called on the FX thread.
public final class LineIndex {

    private final Workplace workplace;
    private List<Line> known = List.of();
    private final Map<String, Lookup<Line>> byLanguage = new HashMap<>();

    public LineIndex(Workplace workplace) {
        this.workplace = workplace;
    }

    /// The lines in a language that share the most with what was typed.
    public List<Line> find(String typed, Locale language, int limit) {
        return of(language.toLanguageTag()).find(typed, limit);
    }

    private synchronized Lookup<Line> of(String language) {
        var lines = workplace.all(Line.TOPIC);
        if (lines != known) {
            byLanguage.clear();
            known = lines;
        }
        return byLanguage.computeIfAbsent(language, tag -> Lookup.of(
                known.stream().filter(line -> line.lang().equals(tag)).toList(),
                (line, entry) -> entry.title(line.text())));
    }
}
