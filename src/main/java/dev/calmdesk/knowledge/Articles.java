package dev.calmdesk.knowledge;

import dev.calmdesk.base.Ids;
import dev.calmdesk.base.Problem;
import dev.calmdesk.data.Database;
import dev.calmdesk.data.Rows;
import dev.calmdesk.data.Tx;
import dev.calmdesk.flow.StepForm;
import dev.calmdesk.people.Actor;
import dev.calmdesk.people.Role;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What can be done with articles: write, read, tell whether one helped, report what is wrong with it.
public final class Articles {

    /// Fired when a person has read an article.
    public static final String READ = "article_read";

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
        return ArticleRights.owns(person);
    }

    /// @throws Problem.NotAllowed unless it is somebody who looks after the knowledge, or the program itself
    public static void requireOwner(Actor by) {
        if (!by.equals(Actor.DESK)) {
            by.require(ArticleRights.OWNING.toArray(Role[]::new));
        }
    }

    /// Adds or replaces an article; its state says what is done by that.
    ///
    /// @throws Problem.Incomplete if something is missing that an agent would need
    /// @throws Problem.NotAllowed if the person's roles do not include that
    public void put(Actor by, Article article) {
        var act = ArticleAct.leadingTo(article.state());
        database.writeDo(tx -> {
            var before = tx.find(Article.KIND, article.id());
            require(by, before, act);
            ArticleChange.refuseIfIncomplete(act, article);
            var values = ArticleChange.values(article);
            values.put("written_by", before.isPresent() ? before.get().writtenBy() : by.id());
            values.put("updated_at", clock.instant());
            tx.write(Article.KIND, article.id()).set(values).as(act.word(), by.id());
        });
    }

    /// Writes what somebody typed and does with the article what they mean to do; then they are no longer writing.
    ///
    /// @param act one that may change what the article says
    /// @param typed by `article.field`, with marks of what its author had seen
    /// @param base how the article stood when its author last looked at it; empty for a new article
    /// @throws Problem.Incomplete if something is missing for that
    /// @throws Problem.NotAllowed if the person's roles do not include it
    /// @throws Problem.Refused if somebody else changed the same meanwhile, or there is such an article already
    public void write(Actor by, UUID article, ArticleAct act, Map<String, String> typed, Map<String, String> base) {
        database.writeDo(tx -> {
            var before = tx.find(Article.KIND, article);
            require(by, before, act);
            refuseIfOvertaken(typed, base, Writings.form(tx.handle(), article));
            var change = ArticleChange.of(before, StepForm.values(Article.KIND, typed), article, act);
            tx.write(Article.KIND, article)
                    .set(change.values(by.id(), clock.instant()))
                    .over(StepForm.seen(Article.KIND, typed))
                    .as(act.word(), by.id());
            Writings.forget(tx, by.id(), article);
        });
    }

    private static void refuseIfOvertaken(Map<String, String> typed, Map<String, String> base, Map<String, String> now) {
        if (base.isEmpty() && !now.isEmpty()) {
            throw Problem.refused("knowledge.problem.code_taken", now.getOrDefault("article.code", ""));
        }
        if (!Writing.overtaken(typed, base, now).isEmpty()) {
            throw Problem.refused("knowledge.problem.changed_meanwhile");
        }
    }

    /// Does with an article what leaves its words as they are.
    ///
    /// @param remark what the writer is told when it is sent back
    public void mark(Actor by, UUID article, ArticleAct act, String remark) {
        if (act.changesContent() || act == ArticleAct.CHECK) {
            throw new IllegalArgumentException(act + " is not done by a mark");
        }
        if (act == ArticleAct.SEND_BACK && remark.isBlank()) {
            throw Problem.refused("knowledge.problem.say_what_to_change");
        }
        database.writeDo(tx -> {
            require(by, tx.find(Article.KIND, article), act);
            tx.write(Article.KIND, article)
                    .set("state", act.result())
                    .set("offered_at", null)
                    .set("remark", remark.isBlank() ? null : remark.strip())
                    .as(act.word(), by.id());
        });
    }

    /// Says that a published article still holds as it is.
    ///
    /// @param reviewOn the day by which it is read again, after today
    public void check(Actor by, UUID article, LocalDate reviewOn) {
        database.writeDo(tx -> {
            require(by, tx.find(Article.KIND, article), ArticleAct.CHECK);
            tx.write(Article.KIND, article).set("review_on", reviewOn.toString()).as(ArticleAct.CHECK.word(), by.id());
        });
    }

    private static void require(Actor by, Optional<Article> before, ArticleAct act) {
        ArticleRights.of(by, before.orElse(null)).whyNot(act).ifPresent(problem -> {
            throw problem;
        });
    }

    /// Takes an article out of use; it stays for the cases that refer to it.
    public void archive(Actor by, UUID article) {
        mark(by, article, ArticleAct.ARCHIVE, "");
    }

    /// Adds or replaces many articles within a transaction of the caller, as imports do. A new article keeps its own day of
    /// update; one that says the same already is left alone.
    ///
    /// @return how many were added or changed
    public int putAll(Tx tx, UUID author, Collection<Article> articles) {
        var now = clock.instant();
        var written = 0;
        for (var given : articles) {
            ArticleChange.refuseIfIncomplete(ArticleAct.PUBLISH, given);
            var known = tx.find(Article.KIND, given.id());
            if (known.filter(old -> saysTheSame(old, given)).isEmpty()) {
                var isNews = known.isEmpty() || given.updatedAt().isAfter(known.get().updatedAt());
                var article = isNews && !given.updatedAt().isAfter(now) ? given : given.updated(now);
                var act = author.equals(Actor.DESK.id()) ? "imported" : ArticleAct.leadingTo(article.state()).word();
                tx.write(Article.KIND, article.id()).set(ArticleChange.values(article)).as(act, author);
                written++;
            }
        }
        return written;
    }

    private static boolean saysTheSame(Article a, Article b) {
        return a.asImported().equals(b.asImported());
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

    /// What was changed since a moment and the person has not opened since: what everybody must read first, then the
    /// latest.
    public List<Article> unread(UUID person, String lang, Instant since, int limit) {
        return database.read(handle -> handle.attach(ArticleStore.class).unread(person, lang, since, limit));
    }

    /// The same piece of knowledge in other languages.
    public List<Article> inOtherLanguages(Article article) {
        return database.read(
                handle -> handle.attach(ArticleStore.class).inOtherLanguages(article.code(), article.id()));
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
    /// @param article null if nothing was found; then the text says what was looked for
    /// @param text may be empty, except when something is missing: then it says what
    public void report(Actor by, @Nullable UUID article, @Nullable UUID caseId, ArticleFlaw flaw, String text) {
        if ((flaw == ArticleFlaw.MISSING || article == null) && text.isBlank()) {
            throw Problem.refused("knowledge.problem.say_what_is_missing");
        }
        database.writeDo(tx -> tx.write(ArticleReport.KIND, ids.next())
                .set("article_id", article == null ? null : tx.get(Article.KIND, article).id())
                .set("case_id", caseId)
                .set("kind", article == null ? ArticleFlaw.MISSING : flaw)
                .set("text", text.strip())
                .set("at", clock.instant())
                .as("reported", by.id()));
    }

    /// What agents reported about an article, the latest first.
    public List<ArticleReport> reports(UUID article) {
        return database.read(handle -> handle.attach(ArticleStore.class).reports(article));
    }
}
