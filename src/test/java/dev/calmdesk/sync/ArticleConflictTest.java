package dev.calmdesk.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.calmdesk.app.Kinds;
import dev.calmdesk.base.Ids;
import dev.calmdesk.base.Problem;
import dev.calmdesk.base.Seen;
import dev.calmdesk.knowledge.Article;
import dev.calmdesk.knowledge.ArticleAct;
import dev.calmdesk.knowledge.ArticleVersion;
import dev.calmdesk.knowledge.Articles;
import dev.calmdesk.knowledge.Writings;
import dev.calmdesk.people.Actor;
import dev.calmdesk.people.Role;
import dev.calmdesk.support.Postgres;
import dev.calmdesk.sync.Fleet.Member;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// One article, written on two desks.
class ArticleConflictTest {

    private static final UUID ID = Article.idOf("refund-days", "zh-CN");

    private final Fleet fleet = new Fleet(2);
    private final Actor fang = new Actor(new UUID(8, 1), "8105", "方怡", Set.of(Role.QUALITY), "T1");
    private final Actor xu = new Actor(new UUID(8, 2), "8107", "徐宁", Set.of(Role.QUALITY), "T1");
    private Member one;
    private Member other;

    @BeforeEach
    void oneArticleOnBothDesks() {
        fleet.begin(new Fleet.RealHubs(Postgres.emptyDatabase()), () -> false);
        one = fleet.members.get(0);
        other = fleet.members.get(1);
        articles(one).write(fang, ID, ArticleAct.PUBLISH, Map.of(
                "article.code", "refund-days", "article.lang", "zh-CN", "article.title", "退款时限", "article.question", "几天？",
                "article.answer", "三天内。", "article.owner", "8105", "article.valid_from", "2026-01-01",
                "article.review_on", "2027-01-01"), Map.of());
        fleet.settle();
    }

    @AfterEach
    void close() {
        fleet.close();
    }

    private static Articles articles(Member member) {
        return new Articles(member.database(), Clock.systemUTC(), Ids.timeOrdered(Clock.systemUTC()));
    }

    private static Map<String, String> form(Member member) {
        return new Writings(member.database(), Clock.systemUTC()).form(ID);
    }

    /// What a form holds after a field was written by somebody who had seen that much.
    private static Map<String, String> typed(String field, String text, Map<String, String> seen) {
        var typed = new HashMap<>(Map.of(field, text));
        typed.put(Seen.mark(field), seen.get(Seen.mark("article")));
        return typed;
    }

    private static void publish(Member member, Actor by, Map<String, String> typed, Map<String, String> base) {
        articles(member).write(by, ID, ArticleAct.PUBLISH, typed, base);
    }

    private static String answer(Member member) {
        return articles(member).get(ID).orElseThrow().answer();
    }

    private void waiting(Member member, int conflicts) {
        var open = new Conflicts(member.database(), Kinds.ALL, Kinds.OF_THE_COMPANY).open(fang);
        assertThat(open).hasSize(conflicts);
    }

    @Test
    void whatTwoWroteApartWaitsForADecision() {
        publish(one, fang, typed("article.answer", "五天内。", form(one)), form(one));
        publish(other, xu, typed("article.answer", "七天内。", form(other)), form(other));
        fleet.settle();

        assertThat(answer(one)).isEqualTo("五天内。").isEqualTo(answer(other));
        waiting(one, 1);
        waiting(other, 1);
    }

    @Test
    void differentFieldsJoinWithoutAQuestion() {
        publish(one, fang, typed("article.answer", "五天内。", form(one)), form(one));
        publish(other, xu, typed("article.question", "要几天？", form(other)), form(other));
        fleet.settle();

        assertThat(articles(one).get(ID)).isEqualTo(articles(other).get(ID));
        assertThat(articles(one).get(ID).orElseThrow().question()).isEqualTo("要几天？");
        waiting(one, 0);
        assertThat(ArticleVersion.of(one.database(), ID)).hasSize(3);
    }

    @Test
    void whoHasSeenTheOtherAndKeepsTheirsDecides() {
        var seenBefore = form(one);
        publish(other, xu, typed("article.answer", "七天内。", form(other)), form(other));
        fleet.settle();
        assertThat(catchThrowableOfType(Problem.Refused.class, () ->
                        publish(one, fang, typed("article.answer", "五天内。", seenBefore), seenBefore)).textKey())
                .isEqualTo("knowledge.problem.changed_meanwhile");

        publish(one, fang, typed("article.answer", "五天内。", form(one)), form(one));
        fleet.settle();
        assertThat(answer(other)).isEqualTo("五天内。");
        waiting(one, 0);
        waiting(other, 0);
    }

    @Test
    void wordsThatWereBegunBeforeWaitThoughTheOtherIsHere() {
        var seenBefore = form(one);
        publish(other, xu, typed("article.answer", "七天内。", form(other)), form(other));
        fleet.settle();

        publish(one, fang, typed("article.answer", "五天内。", seenBefore), form(one));
        fleet.settle();
        assertThat(answer(one)).isEqualTo("七天内。").isEqualTo(answer(other));
        waiting(one, 1);
    }
}
