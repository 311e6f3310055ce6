package dev.calmdesk.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.calmdesk.knowledge.Acknowledgements.Reader;
import dev.calmdesk.knowledge.KnowledgeFigures.Line;
import dev.calmdesk.knowledge.KnowledgeFigures.LinkRate;
import dev.calmdesk.people.Actor;
import dev.calmdesk.support.OfficeTest;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// What those who look after knowledge are told: reports, readers, lists and figures.
class KnowledgeCareTest extends OfficeTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final long DAY = 24L * 60;

    private final Articles articles = new Articles(office.database, office.clock, office.ids);
    private final ArticleTasks tasks = new ArticleTasks(office.database, office.clock);
    private final Acknowledgements acknowledgements = new Acknowledgements(office.database, office.clock);
    private final KnowledgeFigures figures = new KnowledgeFigures(office.database);

    private UUID published(String code, Map<String, String> more) {
        var form = new HashMap<>(Map.of(
                "article.code", code, "article.lang", "zh-CN", "article.kind", "FAQ", "article.title", "标题 " + code,
                "article.question", "怎么办？", "article.answer", "这样办。", "article.owner", "8105",
                "article.valid_from", "2026-01-01", "article.review_on", "2027-06-01"));
        form.putAll(more);
        var id = Article.idOf(code, "zh-CN");
        articles.write(office.quality, id, ArticleAct.PUBLISH, form, Map.of());
        return id;
    }

    private UUID draft(String code, Actor by, ArticleAct act) {
        var id = Article.idOf(code, "zh-CN");
        articles.write(by, id, act, Map.of(
                "article.code", code, "article.lang", "zh-CN", "article.kind", "FAQ", "article.title", code,
                "article.question", "怎么办？", "article.answer", "这样办。", "article.owner", "8105",
                "article.valid_from", "2026-01-01", "article.review_on", "2027-06-01"), Map.of());
        return id;
    }

    @Test
    void aReportIsATaskOfTheOwnerWithItsCaseUntilItIsAnswered() {
        var article = published("refund-days", Map.of());
        var subject = office.complaint(office.lin);
        articles.report(office.lin, article, subject.id(), ArticleFlaw.OUTDATED, "现在是五天");

        assertThat(tasks.open(office.lead)).isEmpty();
        assertThat(tasks.count(office.quality)).isEqualTo(1);
        var task = tasks.open(office.quality).getFirst();
        assertThat(task.caseNumber()).contains(subject.number());
        assertThat(task.reporter()).isEqualTo("林晓棠");
        assertThat(task.title()).isEqualTo("标题 refund-days");

        refused("knowledge.problem.act_not_yours", () ->
                tasks.answer(office.lead, task.reportId(), ReportOutcome.NOTHING_TO_CHANGE, ""));
        tasks.answer(office.quality, task.reportId(), ReportOutcome.CHANGED, "已改为五天");
        assertThat(tasks.open(office.quality)).isEmpty();
        assertThat(articles.reports(article).getFirst().answeredBy()).isEqualTo(office.quality.id());
        refused("knowledge.problem.already_answered", () ->
                tasks.answer(office.quality, task.reportId(), ReportOutcome.CHANGED, "再改"));
    }

    @Test
    void whoeverReportedIsToldWhatBecameOfIt() {
        var start = office.clock.instant();
        var article = published("refund-days", Map.of());
        articles.report(office.lin, article, null, ArticleFlaw.OUTDATED, "现在是五天");
        articles.report(office.chen, article, null, ArticleFlaw.UNCLEAR, "");
        assertThat(tasks.reportedBy(office.lin, start)).singleElement().satisfies(task -> {
            assertThat(task.text()).isEqualTo("现在是五天");
            assertThat(task.reply()).isEmpty();
        });

        office.pass(60);
        var task = tasks.reportedBy(office.lin, start).getFirst();
        tasks.answer(office.quality, task.reportId(), ReportOutcome.CHANGED, "已改为五天");

        assertThat(tasks.reportedBy(office.lin, office.clock.instant()))
                .extracting(ArticleTask::reply)
                .containsExactly(Optional.of(new ArticleTask.Reply(
                        ReportOutcome.CHANGED, "已改为五天", office.quality.name(),
                        office.clock.instant())));
        assertThat(tasks.reportedBy(office.lin, office.clock.instant().plusMillis(1))).isEmpty();
    }

    @Test
    void whatHasNoOwnerGoesToAllWhoOwnKnowledge() {
        var orphan = published("orphan", Map.of("article.owner", "9999"));
        articles.report(office.lin, orphan, null, ArticleFlaw.WRONG, "");
        articles.report(office.lin, null, null, ArticleFlaw.MISSING, "顺丰能寄到墨脱吗");

        assertThat(tasks.open(office.quality)).extracting(ArticleTask::text).containsExactly("", "顺丰能寄到墨脱吗");
        assertThat(tasks.open(office.quality).getLast().articleId()).isEmpty();
        assertThat(tasks.open(office.lead)).isEmpty();
        refused("knowledge.problem.say_what_is_missing", () ->
                articles.report(office.lin, null, null, ArticleFlaw.MISSING, " "));
    }

    @Test
    void whatMustBeReadIsConfirmedForItsPresentVersion() {
        var id = published("recall", Map.of("article.must_read", "true"));
        var article = articles.get(id).orElseThrow();
        assertThat(acknowledgements.isOwed(office.lin, article)).isTrue();

        acknowledgements.acknowledge(office.lin, id);
        acknowledgements.acknowledge(office.lin, id);
        assertThat(acknowledgements.isOwed(office.lin, article)).isFalse();
        assertThat(acknowledgements.isOwed(office.chen, article)).isTrue();
        var readers = acknowledgements.readers(article, office.people.all());
        assertThat(readers).filteredOn(reader -> reader.at().isPresent()).extracting(Reader::agentNo).containsExactly("8021");
        assertThat(readers).extracting(Reader::agentNo).contains("8013").doesNotContain("8111");

        office.pass(5);
        articles.write(office.quality, id, ArticleAct.PUBLISH, Map.of("article.answer", "立即停用。"),
                new Writings(office.database, office.clock).form(id));
        assertThat(acknowledgements.isOwed(office.lin, articles.get(id).orElseThrow())).isTrue();
    }

    @Test
    void onlyWhatMustBeReadIsConfirmed() {
        var id = published("plain", Map.of());
        assertThat(acknowledgements.isOwed(office.lin, articles.get(id).orElseThrow())).isFalse();
        refused("knowledge.problem.nothing_to_acknowledge", () -> acknowledgements.acknowledge(office.lin, id));
    }

    @Test
    void draftsWaitWhereTheyBelong() {
        var half = draft("half", office.lin, ArticleAct.DRAFT);
        var offered = draft("offered", office.lin, ArticleAct.OFFER);
        var now = office.clock.instant();
        assertThat(figures.toReview(office.lead, now)).extracting(Line::id).containsExactly(offered);
        assertThat(figures.toReview(office.lin, now)).isEmpty();
        assertThat(figures.drafts(office.lin, now)).extracting(Line::id).containsExactlyInAnyOrder(half, offered);

        articles.mark(office.lead, offered, ArticleAct.REVIEW, "");
        assertThat(figures.toReview(office.quality, now)).isEmpty();
        assertThat(figures.toPublish(now)).extracting(Line::id).containsExactly(offered);
    }

    @Test
    void whatIsDueForReviewComesWithOnesOwnFirst() {
        published("later", Map.of());
        var others = published("others", Map.of("article.review_on", "2026-10-01", "article.owner", "8107"));
        var own = published("own", Map.of("article.review_on", "2026-11-22"));
        var now = office.clock.instant();
        assertThat(figures.reviewDue(office.quality, TODAY, now)).extracting(Line::id).containsExactly(own, others);

        articles.check(office.quality, own, TODAY.plusMonths(6));
        assertThat(figures.reviewDue(office.quality, TODAY, now)).extracting(Line::id).containsExactly(others);
    }

    @Test
    void staleIsWhatLiesUnusedOrDoesNotHelp() {
        var unused = published("unused", Map.of());
        var used = published("used", Map.of());
        office.pass(91 * DAY);
        var fresh = published("fresh", Map.of());
        var useless = published("useless", Map.of());
        articles.used(office.lin, used, null);
        articles.didNotHelp(office.lin, useless, null);
        var expired = published("expired", Map.of("article.valid_to", "2026-12-31"));
        articles.didNotHelp(office.lin, expired, null);
        var now = office.clock.instant();

        var stale = figures.stale(LocalDate.of(2027, 2, 21), now);
        assertThat(stale).extracting(Line::id).containsExactly(useless, unused).doesNotContain(fresh);
        assertThat(figures.mostUsed(now, 5)).extracting(Line::id).containsExactly(used);
        assertThat(figures.mostUsed(now, 5).getFirst().used()).isEqualTo(1);
    }

    @Test
    void theLinkRateIsOfClosedCases() {
        var article = published("refund-days", Map.of());
        var linked = office.closedComplaint();
        var other = office.closedComplaint();
        office.complaint(office.lin);
        articles.used(office.lead, article, linked.id());
        articles.didNotHelp(office.lead, article, other.id());
        var since = office.clock.instant().minusSeconds(DAY * 60 * 30);

        assertThat(figures.linkRate(since)).isEqualTo(new LinkRate(2, 1));
        assertThat(figures.unlinked(since, 10)).extracting(KnowledgeFigures.Unlinked::id).containsExactly(other.id());
        assertThat(figures.linkRate(office.clock.instant().plusSeconds(1))).isEqualTo(new LinkRate(0, 0));
    }
}
