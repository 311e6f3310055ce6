package dev.calmdesk.knowledge;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.calmdesk.data.Database;
import dev.calmdesk.data.Json;
import dev.calmdesk.data.Rows;
import dev.calmdesk.data.Tx;
import dev.calmdesk.flow.StepForm;
import dev.calmdesk.people.Actor;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/// What people typed into articles and have not put into them: it stays on this desk, survives the end of the program
/// however that comes, and waits until its author comes back.
public final class Writings {

    /// Fired when somebody began to write or ended.
    public static final String CHANGED = "article_writing";

    private static final int REVIEW_AFTER_MONTHS = 6;

    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

    private final Database database;
    private final InstantSource clock;

    public Writings(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    public Optional<Writing> find(Actor by, UUID article) {
        return database.read(handle -> all(handle, by)).stream()
                .filter(writing -> writing.articleId().equals(article))
                .findFirst();
    }

    /// Everything that somebody has not finished, last touched first.
    public List<Writing> all(Actor by) {
        return database.read(handle -> all(handle, by));
    }

    private static List<Writing> all(Handle handle, Actor by) {
        return handle.createQuery("select * from article_writing where person = :person order by saved_at desc")
                .bind("person", by.id())
                .map((row, context) -> new Writing(
                        row.getObject("article_id", UUID.class),
                        Json.read(row.getString("fields"), TEXTS),
                        Json.read(row.getString("base"), TEXTS),
                        Instant.ofEpochMilli(row.getLong("saved_at"))))
                .list();
    }

    /// Keeps what was typed; nothing typed keeps nothing.
    ///
    /// @return when it was saved
    public Instant save(Actor by, UUID article, Map<String, String> fields, Map<String, String> base) {
        var now = clock.instant();
        database.writeDo(tx -> {
            if (fields.isEmpty()) {
                forget(tx, by.id(), article);
            } else {
                var written = tx.handle().execute(
                        """
                        merge into article_writing (person, article_id, fields, base, saved_at)
                        key (person, article_id) values (?, ?, ?, ?, ?)""",
                        by.id(), article, Json.write(fields), Json.write(base), now.toEpochMilli());
                if (written > 0) {
                    tx.touched(CHANGED);
                }
            }
        });
        return now;
    }

    /// Throws away what was typed.
    public void drop(Actor by, UUID article) {
        database.writeDo(tx -> forget(tx, by.id(), article));
    }

    static void forget(Tx tx, UUID person, UUID article) {
        if (tx.handle().execute("delete from article_writing where person = ? and article_id = ?", person, article) > 0) {
            tx.touched(CHANGED);
        }
    }

    /// What a new article begins with: what its author has not to think of, and what is known of it.
    ///
    /// @param original the article from which it is translated
    public static Map<String, String> begun(
            Actor by, ArticleEditorPlace.Start start, Optional<Article> original, LocalDate today) {
        var form = new HashMap<String, String>();
        form.put("article.code", start.code());
        form.put("article.lang", start.lang());
        form.put("article.question", start.question());
        form.put("article.kind", original.map(Article::kind).orElse(ArticleKind.FAQ).name());
        form.put("article.audience", original.map(Article::audience).orElse(Audience.INTERNAL).name());
        form.put("article.valid_from", today.toString());
        form.put("article.review_on", today.plusMonths(REVIEW_AFTER_MONTHS).toString());
        form.put("article.owner", ArticleRights.owns(by) ? by.agentNo() : "");
        original.ifPresent(known -> {
            form.put("article.title", known.title());
            form.put("article.question", known.question());
            form.put("article.answer", known.answer());
            form.put("article.detail", known.detail());
            form.put("article.products", String.join(",", known.products()));
            form.put("article.categories", String.join(",", known.categories()));
            form.put("article.owner", known.owner());
        });
        form.values().removeIf(String::isEmpty);
        return form;
    }

    /// How an article stands now, as a form holds it, with the mark of how much of it there is to see.
    public Map<String, String> form(UUID article) {
        return database.read(handle -> form(handle, article));
    }

    static Map<String, String> form(Handle handle, UUID article) {
        return Rows.find(handle, Article.KIND, article).isPresent()
                ? StepForm.of(handle, List.of(Article.KIND), article)
                : Map.of();
    }
}
