package dev.calmdesk.knowledge;

import dev.calmdesk.data.Database;
import dev.calmdesk.people.Actor;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.core.statement.Query;

/// How the knowledge base is doing and what in it needs somebody. Every figure is a query over what is there now; what it
/// counts is said at each.
public final class KnowledgeFigures {

    /// How long an article may lie unused before it is stale.
    public static final Duration STALE = Duration.ofDays(90);

    private static final String LINE = """
            select a.id, a.lang, a.kind, a.title, a.state, a.owner, coalesce(p.name, '') as owner_name, a.review_on,
                a.updated_at, a.offered_at, a.remark,
                (select count(*) from article_use u
                 where u.article_id = a.id and u.outcome = 'USED' and u.at >= :since) as used,
                (select count(*) from article_use u
                 where u.article_id = a.id and u.outcome = 'NOT_HELPFUL' and u.at >= :since) as missed
            from article a left join person p on p.agent_no = a.owner
            where\s""";

    private static final String STALE_ONES = """
            state = 'PUBLISHED' and valid_from <= :today and (valid_to is null or valid_to >= :today)
            and (used = 0 and updated_at < :since or missed > used)""";

    private final Database database;

    public KnowledgeFigures(Database database) {
        this.database = database;
    }

    /// An article in a list of those that need somebody.
    ///
    /// @param ownerName empty for somebody who is not known here
    /// @param used how often it answered in the last ninety days
    /// @param missed how often it did not
    public record Line(
            UUID id,
            String lang,
            ArticleKind kind,
            String title,
            ArticleState state,
            String owner,
            String ownerName,
            String reviewOn,
            Instant updatedAt,
            @org.jspecify.annotations.Nullable Instant offeredAt,
            @org.jspecify.annotations.Nullable String remark,
            int used,
            int missed) {}

    /// A closed case from which no article was used.
    public record Unlinked(UUID id, String number, String title, Instant closedAt) {}

    /// @param linked those of the closed cases in which at least one article was used
    public record LinkRate(int closed, int linked) {}

    /// Drafts of others that were handed in, the longest waiting first.
    public List<Line> toReview(Actor by, Instant now) {
        return lines(now, """
                state = 'DRAFT' and offered_at is not null and (written_by is null or written_by <> :person)
                order by offered_at""", query -> query.bind("person", by.id()));
    }

    /// What was reviewed and waits to be published, the longest waiting first.
    public List<Line> toPublish(Instant now) {
        return lines(now, "state = 'REVIEWED' order by updated_at", query -> query);
    }

    /// Published articles whose day of review has come, one's own first, then by that day.
    public List<Line> reviewDue(Actor by, LocalDate today, Instant now) {
        return lines(now, """
                state = 'PUBLISHED' and review_on <= :today
                order by case when owner = :agent then 0 else 1 end, review_on, title""",
                query -> query.bind("today", today.toString()).bind("agent", by.agentNo()));
    }

    /// Published and valid articles that either were not used in the last ninety days and are older than that, or were
    /// told more often not to have helped than to have been used in that time. The least useful first.
    public List<Line> stale(LocalDate today, Instant now) {
        return database.read(handle -> query(handle, now, """
                        select * from (%s) where %s order by used - missed, updated_at""".formatted(
                        LINE.replace("a.review_on,", "a.review_on, a.valid_from, a.valid_to,") + "true", STALE_ONES))
                .bind("today", today.toString())
                .map(ConstructorMapper.of(Line.class))
                .list());
    }

    /// What somebody wrote and is not published yet, last touched first.
    public List<Line> drafts(Actor by, Instant now) {
        return lines(now, """
                written_by = :person and state in ('DRAFT', 'REVIEWED') order by updated_at desc""",
                query -> query.bind("person", by.id()));
    }

    /// What everybody must read, the newest first.
    public List<Line> mustReads(Instant now) {
        return lines(now, "state = 'PUBLISHED' and must_read order by updated_at desc", query -> query);
    }

    /// What everybody must read, is valid, and this person has not confirmed as it is now, in a language.
    public List<Line> owed(Actor by, String lang, LocalDate today, Instant now) {
        return lines(now, """
                state = 'PUBLISHED' and must_read and lang = :lang and valid_from <= :today
                and (valid_to is null or valid_to >= :today) and not exists (
                    select 1 from article_ack k
                    where k.article_id = a.id and k.person = :person and k.version = a.updated_at)
                order by updated_at desc""",
                query -> query.bind("person", by.id()).bind("lang", lang).bind("today", today.toString()));
    }

    public List<Line> archived(Instant now) {
        return lines(now, "state = 'ARCHIVED' order by updated_at desc", query -> query);
    }

    /// What answered most often in the last ninety days, at most this many.
    public List<Line> mostUsed(Instant now, int limit) {
        return database.read(handle -> query(handle, now, """
                        select * from (%s) where used > 0 order by used desc, title limit :limit"""
                        .formatted(LINE + "state = 'PUBLISHED'"))
                .bind("limit", limit)
                .map(ConstructorMapper.of(Line.class))
                .list());
    }

    /// Closed cases since a moment, and those of them in which at least one article was used. Cases taken out of all
    /// figures do not count.
    public LinkRate linkRate(Instant since) {
        return database.read(handle -> handle.createQuery("""
                        select count(*) as closed, count(case when exists (
                            select 1 from article_use u where u.case_id = c.id and u.outcome = 'USED') then 1 end) as linked
                        from case_file c where c.closed_at >= :since and c.state = 'CLOSED'""")
                .bind("since", since.toEpochMilli())
                .map(ConstructorMapper.of(LinkRate.class))
                .one());
    }

    /// The others of those cases, the latest first.
    public List<Unlinked> unlinked(Instant since, int limit) {
        return database.read(handle -> handle.createQuery("""
                        select c.id, c.number, c.title, c.closed_at from case_file c
                        where c.closed_at >= :since and c.state = 'CLOSED' and not exists (
                            select 1 from article_use u where u.case_id = c.id and u.outcome = 'USED')
                        order by c.closed_at desc limit :limit""")
                .bind("since", since.toEpochMilli())
                .bind("limit", limit)
                .map(ConstructorMapper.of(Unlinked.class))
                .list());
    }

    private List<Line> lines(Instant now, String which, java.util.function.UnaryOperator<Query> bound) {
        return database.read(handle -> bound.apply(query(handle, now, LINE + which))
                .map(ConstructorMapper.of(Line.class))
                .list());
    }

    private static Query query(Handle handle, Instant now, String sql) {
        return handle.createQuery(sql).bind("since", now.minus(STALE).toEpochMilli());
    }
}
