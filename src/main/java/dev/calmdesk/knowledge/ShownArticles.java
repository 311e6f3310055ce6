package dev.calmdesk.knowledge;

import dev.calmdesk.data.Database;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// The articles that searches found last: with each keystroke mostly the same ones are found again. Thread-safe.
final class ShownArticles {

    private static final int MOST_KEPT = 200;

    private final Database database;
    private final Map<UUID, ShownArticle> kept = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, ShownArticle> eldest) {
            return size() > MOST_KEPT;
        }
    };

    ShownArticles(Database database) {
        this.database = database;
    }

    /// @return by id; without those that are no longer there
    Map<UUID, ShownArticle> of(List<Ranking.Candidate> candidates) {
        var shown = new HashMap<UUID, ShownArticle>();
        synchronized (kept) {
            for (var candidate : candidates) {
                var known = kept.get(candidate.id());
                if (known != null && known.article().updatedAt().toEpochMilli() == candidate.updated()) {
                    shown.put(candidate.id(), known);
                }
            }
        }
        var others = candidates.stream().map(Ranking.Candidate::id).filter(id -> !shown.containsKey(id)).toList();
        if (!others.isEmpty()) {
            database.read(handle -> handle.attach(ArticleStore.class).byIds(others)).forEach(article ->
                    shown.put(article.id(), ShownArticle.of(article)));
            synchronized (kept) {
                others.stream().filter(shown::containsKey).forEach(id -> kept.put(id, shown.get(id)));
            }
        }
        return shown;
    }

    /// Called when articles changed.
    void forget() {
        synchronized (kept) {
            kept.clear();
        }
    }
}
