package dev.calmdesk.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.calmdesk.base.Ids;
import dev.calmdesk.base.Problem;
import dev.calmdesk.data.Database;
import dev.calmdesk.data.Entry;
import dev.calmdesk.data.Journal;
import dev.calmdesk.people.Actor;
import dev.calmdesk.people.Role;
import dev.calmdesk.support.ManualClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ArticlesTest {

    private static final Actor FANG = new Actor(new UUID(1, 1), "8105", "方怡", Set.of(Role.QUALITY), "T1");
    private static final Actor LIN = new Actor(new UUID(1, 2), "8021", "林晓棠", Set.of(Role.AGENT), "T1");

    private final ManualClock clock = new ManualClock("2026-11-22T02:00:00Z");
    private final Ids ids = Ids.timeOrdered(clock);
    private final Article sediment = SomeArticle.of("oat-milk-sediment", "燕麦奶沉淀").build();
    private Database database;
    private Articles articles;

    @BeforeEach
    void open() {
        database = Database.inMemory(clock, ids);
        articles = new Articles(database, clock, ids);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void publishingWritesTheArticleItsHistoryAndTheChangeForTheIndexTogether() {
        articles.put(FANG, sediment);

        var written = articles.get(sediment.id()).orElseThrow();
        assertThat(written.asImported()).isEqualTo(sediment.asImported());
        assertThat(written.updatedAt()).isEqualTo(clock.instant());
        assertThat(written.writtenBy()).isEqualTo(FANG.id());
        assertThat(articles.get("oat-milk-sediment", "zh-CN")).isPresent();
        assertThat(acts(sediment.id())).containsExactly("published");
        assertThat(changes()).containsExactly(sediment.id());
    }

    @Test
    void aChangeThatIsRolledBackLeavesNoChangeForTheIndex() {
        assertThatThrownBy(() -> database.writeDo(tx -> {
                    articles.putAll(tx, FANG.id(), List.of(sediment));
                    throw new IllegalStateException("power cut");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(changes()).isEmpty();
    }

    @Test
    void whoeverWritesAnArticleTheIndexHearsOfIt() {
        articles.put(FANG, sediment);
        var seen = database.read(handle -> handle.createQuery("select max(seq) from search_change")
                .mapTo(Long.class)
                .one());

        database.writeDo(tx -> tx.write(Article.KIND, sediment.id()).set("title", "改过").as("corrected", FANG.id()));

        assertThat(changesAfter(seen)).containsExactly(sediment.id());
    }

    @Test
    void onlyWhoOwnsTheKnowledgeBaseMayPublish() {
        assertThatThrownBy(() -> articles.put(LIN, sediment)).isInstanceOf(Problem.NotAllowed.class);
    }

    @Test
    void whatIsMissingIsToldPointByPoint() {
        var bare = new Article(
                sediment.id(), "x", "zh-CN", ArticleKind.FAQ, "标题", " ", "", "", List.of(), List.of(), Audience.PUBLIC,
                "2026-11-31", "2026-01-01", "8105", "2027-01-15", false, List.of(), ArticleState.PUBLISHED,
                null, null, null, Instant.EPOCH);

        var problem = catchThrowableOfType(Problem.Incomplete.class, () -> articles.put(FANG, bare));

        assertThat(problem.points()).extracting(Problem.Point::field).containsExactly("question", "answer", "valid_from");
    }

    @Test
    void importingTheSameAgainChangesNothing() {
        assertThat(importAll(sediment)).isEqualTo(1);
        assertThat(importAll(sediment)).isZero();
        assertThat(acts(sediment.id())).containsExactly("imported");
    }

    @Test
    void whatAPersonImportsIsTheirActAsAnyOther() {
        database.writeDo(tx -> articles.putAll(tx, FANG.id(), List.of(sediment)));

        assertThat(acts(sediment.id())).containsExactly("published");
    }

    @Test
    void anImportedCorrectionIsNewsAgain() {
        importAll(sediment);
        articles.markRead(LIN.id(), sediment.id());

        clock.advance(Duration.ofDays(1));
        importAll(SomeArticle.of("oat-milk-sediment", "燕麦奶沉淀与变质").build());

        assertThat(articles.newest(LIN.id(), "zh-CN", 5)).extracting(ArticleNews::unread).containsExactly(true);
    }

    @Test
    void newsAreUnreadUntilThePersonOpensThem() {
        articles.put(FANG, sediment);
        clock.advance(Duration.ofMinutes(1));
        var later = SomeArticle.of("plum", "青梅气泡水").build();
        articles.put(FANG, later);

        articles.markRead(LIN.id(), sediment.id());

        assertThat(articles.newest(LIN.id(), "zh-CN", 5))
                .extracting(news -> news.article().code(), ArticleNews::unread)
                .containsExactly(
                        tuple("plum", true),
                        tuple("oat-milk-sediment", false));
        assertThat(articles.newest(FANG.id(), "zh-CN", 5)).allMatch(ArticleNews::unread);
        assertThat(articles.newest(LIN.id(), "en", 5)).isEmpty();
    }

    @Test
    void anArchivedArticleIsKeptButNoLongerListed() {
        articles.put(FANG, sediment);
        articles.archive(FANG, sediment.id());

        assertThat(articles.list(ArticleKind.FAQ, null)).isEmpty();
        assertThat(articles.get(sediment.id())).map(Article::state).contains(ArticleState.ARCHIVED);
    }

    @Test
    void whatServedOrDidNotBelongsToTheHistoryOfTheCase() {
        articles.put(FANG, sediment);
        var caseId = ids.next();

        articles.used(LIN, sediment.id(), caseId);
        articles.didNotHelp(LIN, sediment.id(), caseId);

        assertThat(history(caseId)).containsExactly("used", "did_not_help");
        assertThat(articles.uses(sediment.id())).as("the latest word counts").isZero();
    }

    @Test
    void anArticleMayServeBeforeThereIsACase() {
        articles.put(FANG, sediment);

        articles.used(LIN, sediment.id(), null);

        assertThat(articles.uses(sediment.id())).isEqualTo(1);
    }

    @Test
    void aReportReachesTheHistoryOfTheArticle() {
        articles.put(FANG, sediment);

        articles.report(LIN, sediment.id(), null, ArticleFlaw.OUTDATED, " 规格换了 ");

        assertThat(articles.reports(sediment.id())).singleElement().satisfies(report -> {
            assertThat(report.kind()).isEqualTo(ArticleFlaw.OUTDATED);
            assertThat(report.text()).isEqualTo("规格换了");
        });
        assertThat(history(sediment.id())).containsExactly("published", "reported");
    }

    @Test
    void whoeverSaysThatSomethingIsMissingSaysWhat() {
        articles.put(FANG, sediment);

        assertThatThrownBy(() -> articles.report(LIN, sediment.id(), null, ArticleFlaw.MISSING, " "))
                .isInstanceOf(Problem.Refused.class);
    }

    private int importAll(Article... given) {
        return database.write(tx -> articles.putAll(tx, Actor.DESK.id(), List.of(given)));
    }

    private List<String> acts(UUID entity) {
        return database.read(handle -> Journal.ofEntity(handle, entity)).stream().map(Entry::act).toList();
    }

    private List<String> history(UUID subject) {
        return database.read(handle -> Journal.of(handle, subject)).stream().map(Entry::act).toList();
    }

    private List<UUID> changes() {
        return changesAfter(0);
    }

    private List<UUID> changesAfter(long seq) {
        return database.read(handle -> handle.createQuery(
                        "select record from search_change where source = 'article' and seq > :seq")
                .bind("seq", seq)
                .mapTo(UUID.class)
                .list());
    }
}
