package dev.calmdesk.knowledge;

import dev.calmdesk.base.Problem;
import dev.calmdesk.meaning.Encoder;
import dev.calmdesk.meaning.Meaning;
import dev.calmdesk.meaning.Nearness;
import dev.calmdesk.search.OpenIndex;
import dev.calmdesk.search.QueryClauses;
import dev.calmdesk.search.Synonyms;
import dev.calmdesk.search.Typed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.lucene.search.MatchAllDocsQuery;

/// Searches texts that lie in no store, exactly as articles are searched: to measure how well the right one is found.
public final class Trial implements AutoCloseable {

    private static final LocalDate TODAY = LocalDate.of(2026, 1, 1);

    private final OpenIndex index;
    private final Optional<Encoder> encoder;
    private final List<String> ids = new ArrayList<>();
    private final Map<UUID, Meaning> meanings = new HashMap<>();

    /// One text to be found.
    ///
    /// @param id what stands for it in answers
    public record Text(String id, String title, String body) {}

    /// Takes the texts in; some seconds for ten thousand, or with an encoder a minute or more.
    ///
    /// @param encoder for their meaning; without it words alone decide
    public Trial(Stream<Text> texts, Optional<Encoder> encoder) {
        this.encoder = encoder;
        index = OpenIndex.inMemory(texts.map(text -> {
            var article = article(new UUID(0, ids.size()), text);
            ids.add(text.id());
            encoder.ifPresent(meaning -> meanings.put(article.id(), ArticleMeaning.of(article, meaning)));
            return ArticleSource.entry(article);
        }));
    }

    private static Article article(UUID id, Text text) {
        return new Article(
                id, text.id(), "", ArticleKind.FAQ, text.title(), "", text.body(), "", List.of(), List.of(), Audience.PUBLIC,
                TODAY.toString(), null, "", TODAY.toString(), false, List.of(), ArticleState.PUBLISHED,
                null, null, null, Instant.EPOCH);
    }

    /// The texts that fit best, the best first; empty if none fits.
    public List<String> search(String typed, int limit) {
        var near = encoder.flatMap(meaning -> ArticleMeaning.of(typed, meaning))
                .map(asked -> Nearness.to(asked, meanings))
                .orElse(Nearness.UNKNOWN);
        try {
            return index.search(searcher -> {
                var words = QueryClauses.of(Typed.of(typed), searcher.getIndexReader(), Synonyms.GENERAL);
                return new Ranking(TODAY, Map.of(), near).top(searcher, words, new MatchAllDocsQuery(), limit);
            })
                    .stream()
                    .map(found -> ids.get((int) found.id().getLeastSignificantBits()))
                    .toList();
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
