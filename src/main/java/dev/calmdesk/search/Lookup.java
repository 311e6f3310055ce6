package dev.calmdesk.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.apache.lucene.search.MatchAllDocsQuery;

/// A few hundred things that lie in memory, found by their words. Thread-safe.
public final class Lookup<T> {

    private final List<T> things;
    private final OpenIndex index;

    private Lookup(List<T> things, OpenIndex index) {
        this.things = things;
        this.index = index;
    }

    /// @param words fills in by which words a thing is found
    public static <T> Lookup<T> of(List<T> things, BiFunction<T, Entry, Entry> words) {
        return new Lookup<>(things, OpenIndex.inMemory(IntStream.range(0, things.size())
                .mapToObj(place -> words.apply(things.get(place), Entry.of(new UUID(0, place))))));
    }

    /// What shares the most with what was typed, the best first.
    public List<T> find(String typed, int limit) {
        var words = Typed.of(typed);
        if (words.isEmpty()) {
            return List.of();
        }
        try {
            return index.search(searcher -> Best.of(
                            searcher, QueryClauses.of(words, searcher.getIndexReader(), Synonyms.GENERAL),
                            new MatchAllDocsQuery(), limit))
                    .stream()
                    .map(match -> things.get((int) match.id().getLeastSignificantBits()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
