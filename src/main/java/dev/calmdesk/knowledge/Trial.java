package dev.calmdesk.knowledge;

import dev.calmdesk.base.Problem;
import dev.calmdesk.search.OpenIndex;
import dev.calmdesk.search.QueryClauses;
import dev.calmdesk.search.Synonyms;
import dev.calmdesk.search.Typed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/// Searches texts that lie in no store, exactly as articles are searched: to measure how well the right one is found.
public final class Trial implements AutoCloseable {

    private static final LocalDate TODAY = LocalDate.of(2026, 1, 1);
    private static final Ranking RANKING = new Ranking(TODAY, Map.of());

    private final OpenIndex index;
    private final List<String> ids = new ArrayList<>();

    /// One text to be found.
    ///
    /// @param id what stands for it in answers
    public record Text(String id, String title, String body) {}

    /// Takes the texts in; some seconds for ten thousand.
    public Trial(Stream<Text> texts) {
        index = OpenIndex.inMemory(texts.map(text -> {
            var id = new UUID(0, ids.size());
            ids.add(text.id());
            return ArticleSource.entry(article(id, text));
        }));
    }

    private static Article article(UUID id, Text text) {
        return new Article(
                id, text.id(), "", ArticleKind.FAQ, text.title(), "", text.body(), "", List.of(), List.of(), Audience.PUBLIC,
                TODAY.toString(), null, "", TODAY.toString(), false, List.of(), ArticleState.PUBLISHED, Instant.EPOCH);
    }

    /// The texts that fit best, the best first; empty if none fits.
    public List<String> search(String typed, int limit) {
        try {
            return index.search(searcher -> RANKING
                    .top(searcher, QueryClauses.of(Typed.of(typed), searcher.getIndexReader(), Synonyms.GENERAL), limit)
                    .stream()
                    .map(found -> ids.get((int) found.id().getLeastSignificantBits()))
                    .toList());
        } catch (IOException e) {
            throw Problem.unavailable("search.problem.index", e);
        }
    }

    @Override
    public void close() {
        try {
            index.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
