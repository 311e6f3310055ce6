package dev.calmdesk.knowledge;

import dev.calmdesk.search.Marked;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Finds articles from an agent's words, typed in either script, in pinyin, in first letters, half or with a slip.
public interface Search {

    /// Searches; blank text lists what was updated last. May block on the disk, so it is not called on the JavaFX thread.
    Results search(Query query);

    /// The same question answered by what it means, too, some milliseconds slower; empty where that is not known, or would
    /// tell nothing.
    default Optional<Results> searchByMeaning(Query query) {
        return Optional.empty();
    }

    /// What is asked for.
    ///
    /// @param text as typed; never read as query syntax
    /// @param lang language tag, such as `zh-CN`; empty for any
    /// @param among which articles are looked at
    /// @param includeComing whether what is not in force yet is found, too: for those who look after the knowledge
    /// @param today decides what has expired
    record Query(
            String text, Optional<String> lang, Narrowing among, int limit, boolean includeComing, LocalDate today) {

        private static final int USUAL_LIMIT = 20;

        /// Everything an agent may see today, in any language.
        public static Query of(String text, LocalDate today) {
            return new Query(text, Optional.empty(), Narrowing.NONE, USUAL_LIMIT, false, today);
        }

        public Query in(String newLang) {
            return new Query(text, Optional.of(newLang), among, limit, includeComing, today);
        }

        public Query inAnyLanguage() {
            return new Query(text, Optional.empty(), among, limit, includeComing, today);
        }

        public Query among(Narrowing newAmong) {
            return new Query(text, lang, newAmong, limit, includeComing, today);
        }

        public Query ofKinds(Set<ArticleKind> kinds) {
            return among(among.to(kinds));
        }

        public Query atMost(int newLimit) {
            return new Query(text, lang, among, newLimit, includeComing, today);
        }

        public Query withComing() {
            return new Query(text, lang, among, limit, true, today);
        }
    }

    /// What was found.
    ///
    /// @param ready false while the index is being built: then nothing is found yet
    /// @param nature what the hits are
    /// @param hits the best first
    /// @param counts how many hits each kind has, whatever kinds were asked for
    record Results(boolean ready, Nature nature, List<Hit> hits, Map<ArticleKind, Integer> counts) {

        static final Results NOT_READY = new Results(false, Nature.FOUND, List.of(), Map.of());

        /// What is offered: what was asked for, or something instead, so that no answer is empty while there is any article.
        public enum Nature {
            FOUND,
            /// Nothing of the kinds asked for fits: these are of others.
            OTHER_KINDS,
            /// Nothing in the language fits: these are in others.
            OTHER_LANGUAGES,
            /// Nothing fits: these served oftenest.
            MOST_USED
        }

        public Results {
            hits = List.copyOf(hits);
            counts = Map.copyOf(counts);
        }

        public int count(ArticleKind kind) {
            return counts.getOrDefault(kind, 0);
        }
    }

    /// One article found.
    ///
    /// @param score comparable within one answer only
    /// @param passage the piece of its answer or detail that fits best
    /// @param validTo the last day on which it holds, as an ISO date; null for open-ended
    /// @param uses how it did in cases
    record Hit(
            UUID articleId,
            double score,
            Marked title,
            Marked passage,
            ArticleKind kind,
            Validity validity,
            boolean mustRead,
            @Nullable String validTo,
            Uses uses) {

        public boolean isExpired() {
            return validity == Validity.EXPIRED;
        }
    }
}
