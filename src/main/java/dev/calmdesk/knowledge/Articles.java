package dev.calmdesk.knowledge;

import dev.calmdesk.base.Ids;
import dev.calmdesk.base.Problem;
import dev.calmdesk.data.Database;
import dev.calmdesk.data.Rows;
import dev.calmdesk.data.Tx;
import dev.calmdesk.people.Actor;
import dev.calmdesk.people.Role;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What can be done with articles: write, read, tell whether one helped, report what is wrong with it.
public final class Articles {

    /// Fired when a person has read an article.
    public static final String READ = "article_read";

    private static final Role[] OWNING = {Role.QUALITY, Role.MANAGER};

    private final Database database;
    private final InstantSource clock;
    private final Ids ids;

    public Articles(Database database, InstantSource clock, Ids ids) {
        this.database = database;
        this.clock = clock;
        this.ids = ids;
    }

    /// Whether somebody looks after the knowledge.
    public static boolean areOwnedBy(Actor person) {
        return person.isAny(OWNING);
    }

    /// @throws Problem.NotAllowed unless it is somebody who looks after the knowledge, or the program itself
    public static void requireOwner(Actor by) {
        if (!by.equals(Actor.DESK)) {
            by.require(OWNING);
        }
    }

    /// Adds or replaces an article; its state says whether it is published by that. The update counts as of now.
    ///
    /// @throws Problem.Incomplete if something is missing that an agent would need
    /// @throws Problem.NotAllowed unless by someone who owns the knowledge base
    public void put(Actor by, Article article) {
        by.require(OWNING);
        refuseIfIncomplete(article);
        database.writeDo(tx -> write(tx, article.updated(clock.instant()), actOf(article.state()), by.id()));
    }

    /// Takes an article out of use; it stays for the cases that refer to it.
    public void archive(Actor by, UUID article) {
        by.require(OWNING);
        database.writeDo(tx -> tx.write(Article.KIND, tx.get(Article.KIND, article).id())
                .set("state", ArticleState.ARCHIVED)
                .set("updated_at", clock.instant())
                .as("archived", by.id()));
    }

    /// Adds or replaces many articles within a transaction of the caller, as imports do. A new article keeps its own day of
    /// update; one that says the same already is left alone.
    ///
    /// @return how many were added or changed
    public int putAll(Tx tx, UUID author, Collection<Article> articles) {
        var now = clock.instant();
        var written = 0;
        for (var given : articles) {
            refuseIfIncomplete(given);
            var known = tx.find(Article.KIND, given.id());
            if (known.filter(old -> saysTheSame(old, given)).isEmpty()) {
                var isNews = known.isEmpty() || given.updatedAt().isAfter(known.get().updatedAt());
                var article = isNews && !given.updatedAt().isAfter(now) ? given : given.updated(now);
                write(tx, article, author.equals(Actor.DESK.id()) ? "imported" : actOf(article.state()), author);
                written++;
            }
        }
        return written;
    }

    private static boolean saysTheSame(Article a, Article b) {
        return a.updated(Instant.EPOCH).equals(b.updated(Instant.EPOCH));
    }

    private static void refuseIfIncomplete(Article article) {
        var open = article.openPoints();
        if (!open.isEmpty()) {
            throw Problem.incomplete("knowledge.problem.incomplete", open);
        }
    }

    private static String actOf(ArticleState state) {
        return switch (state) {
            case DRAFT -> "drafted";
            case REVIEWED -> "reviewed";
            case PUBLISHED -> "published";
            case ARCHIVED -> "archived";
        };
    }

    private static void write(Tx tx, Article article, String act, UUID author) {
        tx.write(Article.KIND, article.id()).set(assignments(article)).as(act, author);
    }

    private static Map<String, @Nullable Object> assignments(Article article) {
        var values = new LinkedHashMap<String, @Nullable Object>();
        values.put("code", article.code());
        values.put("lang", article.lang());
        values.put("kind", article.kind());
        values.put("title", article.title());
        values.put("question", article.question());
        values.put("answer", article.answer());
        values.put("detail", article.detail());
        values.put("products", article.products());
        values.put("categories", article.categories());
        values.put("audience", article.audience());
        values.put("valid_from", article.validFrom());
        values.put("valid_to", article.validTo());
        values.put("owner", article.owner());
        values.put("review_on", article.reviewOn());
        values.put("must_read", article.mustRead());
        values.put("keywords", article.keywords());
        values.put("state", article.state());
        values.put("updated_at", article.updatedAt());
        return values;
    }

    public Optional<Article> get(UUID id) {
        return database.read(handle -> Rows.find(handle, Article.KIND, id));
    }

    /// @param lang language tag, such as `zh-CN`
    public Optional<Article> get(String code, String lang) {
        return database.read(handle -> handle.attach(ArticleStore.class).byCode(code, lang));
    }

    /// The same within a transaction.
    public Optional<Article> find(Tx tx, String code, String lang) {
        return tx.store(ArticleStore.class).byCode(code, lang);
    }

    /// Every article in whatever state, by language and code.
    ///
    /// @param lang language tag; null for all languages
    public List<Article> all(@Nullable String lang) {
        return database.read(handle -> handle.attach(ArticleStore.class).all(lang));
    }

    /// The published articles of a kind by title.
    ///
    /// @param lang language tag; null for all languages
    public List<Article> list(ArticleKind kind, @Nullable String lang) {
        return database.read(handle -> handle.attach(ArticleStore.class).published(kind, lang));
    }

    /// What is new in the knowledge base for a person, the latest first.
    public List<ArticleNews> newest(UUID person, String lang, int limit) {
        return database.read(handle -> {
            var store = handle.attach(ArticleStore.class);
            var articles = store.newest(lang, limit);
            if (articles.isEmpty()) {
                return List.of();
            }
            var read = new HashSet<>(
                    store.readBy(person, articles.stream().map(Article::id).toList()));
            return articles.stream()
                    .map(article -> new ArticleNews(article, !read.contains(article.id())))
                    .toList();
        });
    }

    /// Notes on this desk only that a person has opened an article.
    public void markRead(UUID person, UUID article) {
        database.writeDo(tx -> {
            tx.store(ArticleStore.class).markRead(person, article, clock.instant());
            tx.touched(READ);
        });
    }

    /// An agent answered from the article.
    ///
    /// @param caseId null as long as there is no case
    public void used(Actor by, UUID article, @Nullable UUID caseId) {
        database.writeDo(tx -> tell(tx, by.id(), article, caseId, null, UseOutcome.USED));
    }

    /// The article was opened for the case but did not answer the question.
    public void didNotHelp(Actor by, UUID article, @Nullable UUID caseId) {
        database.writeDo(tx -> tell(tx, by.id(), article, caseId, null, UseOutcome.NOT_HELPFUL));
    }

    /// The same within a transaction of another service, such as the filing of an inquiry. In one case an article has one
    /// outcome, the latest.
    public void tell(
            Tx tx, UUID author, UUID article, @Nullable UUID caseId, @Nullable UUID contactId, UseOutcome outcome) {
        tx.write(ArticleUse.KIND, caseId == null ? ids.next() : ArticleUse.idOf(article, caseId))
                .set("article_id", tx.get(Article.KIND, article).id())
                .set("case_id", caseId)
                .set("contact_id", contactId)
                .set("outcome", outcome)
                .set("at", clock.instant())
                .as(outcome == UseOutcome.USED ? "used" : "did_not_help", author);
    }

    /// In how many cases the article served.
    public int uses(UUID article) {
        return database.read(handle -> handle.attach(ArticleStore.class).uses(article));
    }

    /// Tells the owner what is wrong with an article.
    ///
    /// @param text may be empty, except when something is missing: then it says what
    public void report(Actor by, UUID article, @Nullable UUID caseId, ArticleFlaw flaw, String text) {
        if (flaw == ArticleFlaw.MISSING && text.isBlank()) {
            throw Problem.refused("knowledge.problem.say_what_is_missing");
        }
        database.writeDo(tx -> tx.write(ArticleReport.KIND, ids.next())
                .set("article_id", tx.get(Article.KIND, article).id())
                .set("case_id", caseId)
                .set("kind", flaw)
                .set("text", text.strip())
                .set("at", clock.instant())
                .as("reported", by.id()));
    }

    /// What agents reported about an article, the latest first.
    public List<ArticleReport> reports(UUID article) {
        return database.read(handle -> handle.attach(ArticleStore.class).reports(article));
    }
}
