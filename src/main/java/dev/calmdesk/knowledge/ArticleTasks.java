package dev.calmdesk.knowledge;

import dev.calmdesk.base.Problem;
import dev.calmdesk.data.Database;
import dev.calmdesk.data.Tx;
import dev.calmdesk.knowledge.ArticleTask.Reply;
import dev.calmdesk.people.Actor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/// What agents reported, until it is answered and its reporter knows. A report goes to the owner of its article; if there is no article,
/// or its owner works here no longer, to everybody who owns knowledge.
public final class ArticleTasks {

    private static final String TASK = """
            select r.*, a.title,
                (select number from case_file c where c.id = r.case_id) as number,
                (select name from person p where p.id = r.answered_by) as answerer,
                (select min(p.name) from journal j join person p on p.id = j.author
                 where j.entity = r.id and j.kind = 'article_report' and j.act = 'reported') as reporter""";

    private static final String OPEN = """
            from article_report r
                 left join article a on a.id = r.article_id
                 left join person o on o.agent_no = a.owner and o.active
            where r.answered_at is null and (o.id = :person or (o.id is null and :owns))""";

    private final Database database;
    private final InstantSource clock;

    public ArticleTasks(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /// What waits for somebody, the longest waiting first.
    public List<ArticleTask> open(Actor by) {
        return database.read(handle -> handle.createQuery("%s %s order by r.at, r.id".formatted(TASK, OPEN))
                .bind("person", by.id())
                .bind("owns", ArticleRights.owns(by))
                .map((row, context) -> task(row))
                .list());
    }

    /// What somebody reported, whether it is answered or not, the newest first.
    ///
    /// @param since reports and answers before this are left out
    public List<ArticleTask> reportedBy(Actor reporter, Instant since) {
        return database.read(handle -> handle.createQuery("""
                        %s from article_report r
                             left join article a on a.id = r.article_id
                        where coalesce(r.answered_at, r.at) >= :since
                            and exists (select 1 from journal j
                                        where j.entity = r.id and j.kind = 'article_report' and j.act = 'reported'
                                            and j.author = :person)
                        order by coalesce(r.answered_at, r.at) desc, r.id""".formatted(TASK))
                .bind("person", reporter.id())
                .bind("since", since.toEpochMilli())
                .map((row, context) -> task(row))
                .list());
    }

    private static ArticleTask task(ResultSet row) throws SQLException {
        return new ArticleTask(
                row.getObject("id", UUID.class),
                Optional.ofNullable(row.getObject("article_id", UUID.class)),
                Optional.ofNullable(row.getString("title")).orElse(""),
                ArticleFlaw.valueOf(row.getString("kind")),
                row.getString("text"),
                Optional.ofNullable(row.getObject("case_id", UUID.class)),
                Optional.ofNullable(row.getString("number")),
                Optional.ofNullable(row.getString("reporter")).orElse(""),
                Instant.ofEpochMilli(row.getLong("at")),
                reply(row));
    }

    private static Optional<Reply> reply(ResultSet row) throws SQLException {
        return row.getString("outcome") == null
                ? Optional.empty()
                : Optional.of(new Reply(
                        ReportOutcome.valueOf(row.getString("outcome")),
                        row.getString("answer"),
                        Optional.ofNullable(row.getString("answerer")).orElse(""),
                        Instant.ofEpochMilli(row.getLong("answered_at"))));
    }

    public int count(Actor by) {
        return database.read(handle -> count(handle, by));
    }

    /// How much waits for somebody.
    public static int count(Handle handle, Actor by) {
        return handle.createQuery("select count(*) " + OPEN)
                .bind("person", by.id())
                .bind("owns", ArticleRights.owns(by))
                .mapTo(Integer.class)
                .one();
    }

    /// Says what was done.
    ///
    /// @param answer what the agent is told; may be empty
    /// @throws Problem.NotAllowed unless by the article's owner or somebody who owns knowledge
    /// @throws Problem.Refused if it was answered already
    public void answer(Actor by, UUID report, ReportOutcome outcome, String answer) {
        database.writeDo(tx -> {
            var open = tx.get(ArticleReport.KIND, report);
            if (!open.isOpen()) {
                throw Problem.refused("knowledge.problem.already_answered");
            }
            if (!ArticleRights.owns(by) && !isOwner(tx, by, open)) {
                throw Problem.notAllowed("knowledge.problem.act_not_yours");
            }
            tx.write(ArticleReport.KIND, report)
                    .set("outcome", outcome)
                    .set("answer", answer.strip())
                    .set("answered_by", by.id())
                    .set("answered_at", clock.instant())
                    .as("answered", by.id());
        });
    }

    private static boolean isOwner(Tx tx, Actor by, ArticleReport report) {
        return Optional.ofNullable(report.articleId())
                .flatMap(article -> tx.find(Article.KIND, article))
                .filter(article -> article.owner().equals(by.agentNo()))
                .isPresent();
    }
}
