package dev.calmdesk.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.calmdesk.base.Ids;
import dev.calmdesk.data.Database;
import dev.calmdesk.meaning.BundledEncoder;
import dev.calmdesk.meaning.Encoder;
import dev.calmdesk.people.Actor;
import dev.calmdesk.people.Role;
import dev.calmdesk.search.Synonyms;
import dev.calmdesk.support.ManualClock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The second answer of the search, and what is kept for it.
class ArticleMeaningsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final Actor FANG = new Actor(new UUID(1, 1), "8105", "方怡", Set.of(Role.QUALITY), "T1");

    private final ManualClock clock = new ManualClock("2026-11-22T02:00:00Z");
    private final List<AutoCloseable> opened = new ArrayList<>();
    private final CountingEncoder encoder = new CountingEncoder("model-1");
    private Database database;
    private Articles articles;

    @BeforeEach
    void open() {
        var ids = Ids.timeOrdered(clock);
        database = Database.inMemory(clock, ids);
        opened.add(database);
        articles = new Articles(database, clock, ids);
        publish("a", "甲方的问题");
        publish("b", "乙方的问题");
        publish("c", "丙方的问题");
    }

    @AfterEach
    void close() throws Exception {
        for (var each : opened.reversed()) {
            each.close();
        }
    }

    @Test
    void whatMeansTheSameInOtherWordsIsFound() {
        publish("refund", "商品有质量问题如何退款");
        publish("points", "会员积分怎么兑换");
        publish("carry", "大件东西怎么搬");
        var index = ready(new BundledEncoder().get().orElseThrow());

        assertThat(codes(index.search(asked("东西坏了想把钱拿回来")))).doesNotContain("refund");
        assertThat(byMeaning(index, "东西坏了想把钱拿回来")).contains("refund").doesNotContain("points");
    }

    @Test
    void meaningDecidesBetweenWhatSharesTheSameWords() {
        var index = ready(encoder);

        assertThat(byMeaning(index, "丙类问题")).startsWith("c");
        assertThat(byMeaning(index, "甲乙问题")).as("the words still count").startsWith("a", "b");
    }

    @Test
    void whatIsToBeTakenLiterallyHasNoSecondAnswer() {
        var index = ready(encoder);

        for (var typed : List.of("", " ", "wenti", "wt", "甲", "refund", "E0123 问题", "问题 20261122")) {
            assertThat(index.searchByMeaning(asked(typed))).as(typed).isEmpty();
        }
        assertThat(index.searchByMeaning(asked("问题"))).isPresent();
    }

    @Test
    void theSecondAnswerIsNarrowedLikeTheFirst() {
        publish(SomeArticle.of("d", "甲方的回访").a(ArticleKind.POLICY).build());
        publish(SomeArticle.of("e", "甲方的将来").from("2027-01-01").build());
        var index = ready(encoder);
        var policies = asked("甲方怎么样").ofKinds(Set.of(ArticleKind.POLICY));

        assertThat(codes(index.searchByMeaning(policies).orElseThrow())).containsExactly("d");
        assertThat(byMeaning(index, "甲方怎么样")).contains("a", "d").doesNotContain("e");
        assertThat(index.searchByMeaning(policies).orElseThrow().count(ArticleKind.FAQ)).isPositive();
    }

    @Test
    void withoutAnEncoderThereIsNoSecondAnswer() {
        var index = index(new ArticleMeanings(database, Optional::empty, true));
        index.meanings().refresh();

        assertThat(index.searchByMeaning(asked("甲方问题"))).isEmpty();
        assertThat(index.meanings().areToBeHad()).isFalse();
    }

    @Test
    void beforeAllIsWorkedOutThereIsNoSecondAnswer() {
        var index = index(new ArticleMeanings(database, () -> Optional.of(encoder), true));
        encoder.before(text -> assertThat(index.searchByMeaning(asked("甲方问题"))).isEmpty());
        index.meanings().refresh();
        encoder.before(text -> {});

        assertThat(index.searchByMeaning(asked("甲方问题"))).isPresent();
    }

    @Test
    void onlyWhatChangedIsWorkedOutAgain() {
        var index = ready(encoder);
        opened.add(index.follow(Runnable::run));
        encoder.asked();

        publish("b", "丁方的问题");

        assertThat(encoder.asked()).contains("丁方的问题").doesNotContain("甲方的问题");
        assertThat(byMeaning(index, "丁类问题")).startsWith("b");
    }

    @Test
    void afterARestartNothingIsWorkedOutAgain() {
        ready(encoder);
        encoder.asked();

        var index = ready(encoder);

        assertThat(encoder.asked()).isEmpty();
        assertThat(byMeaning(index, "丙类问题")).startsWith("c");
    }

    @Test
    void anotherModelWorksOutEverythingAnew() {
        ready(encoder);
        var other = new CountingEncoder("model-2");
        ready(other);

        assertThat(other.asked()).contains("甲方的问题", "乙方的问题", "丙方的问题");
        assertThat(kept()).isEqualTo(3);
    }

    @Test
    void whatIsArchivedLeavesNothing() {
        var index = ready(encoder);
        opened.add(index.follow(Runnable::run));

        articles.archive(FANG, Article.idOf("b", "zh-CN"));

        assertThat(kept()).isEqualTo(2);
        assertThat(byMeaning(index, "乙类问题")).doesNotContain("b");
    }

    @Test
    void whoLeavesDoesNotWaitAndLosesNothing() {
        var leaving = new ArticleMeanings(database, () -> Optional.of(encoder), true);
        encoder.before(text -> leaving.close());
        leaving.refresh();
        encoder.before(text -> {});
        assertThat(kept()).as("the article it was at").isEqualTo(1);
        encoder.asked();

        ready(encoder);

        assertThat(encoder.asked()).filteredOn(text -> text.endsWith("方的问题")).hasSize(2);
        assertThat(kept()).isEqualTo(3);
    }

    @Test
    void whoDoesNotWantItHasNoSecondAnswerAndMayWantItAgain() {
        var index = ready(encoder);
        opened.add(index.follow(Runnable::run));
        encoder.asked();

        index.meanings().use(false);
        assertThat(index.searchByMeaning(asked("丙类问题"))).isEmpty();

        index.meanings().use(true);
        assertThat(encoder.asked()).isEmpty();
        assertThat(byMeaning(index, "丙类问题")).startsWith("c");
    }

    @Test
    void englishIsLeftToTheWords() {
        var english = SomeArticle.of("en", "What 甲 means").build();
        database.writeDo(tx -> articles.putAll(tx, FANG.id(), List.of(english)));
        database.writeDo(tx -> tx.handle().execute("update article set lang = 'en' where code = 'en'"));
        ready(encoder);

        assertThat(encoder.asked()).doesNotContain("What 甲 means");
    }

    @Test
    void anEncoderThatFailsLeavesTheWords() {
        var index = ready(encoder);
        encoder.before(text -> {
            throw new IllegalStateException("no memory");
        });

        assertThat(index.searchByMeaning(asked("丙类问题"))).isEmpty();
        assertThat(codes(index.search(asked("丙方")))).startsWith("c");
    }

    private ArticleIndex index(ArticleMeanings meanings) {
        var index = ArticleIndex.inMemory(database, () -> Synonyms.GENERAL, meanings);
        opened.add(index);
        index.refresh();
        return index;
    }

    private ArticleIndex ready(Encoder with) {
        var index = index(new ArticleMeanings(database, () -> Optional.of(with), true));
        index.meanings().refresh();
        return index;
    }

    private static Search.Query asked(String typed) {
        return Search.Query.of(typed, TODAY);
    }

    private List<String> byMeaning(ArticleIndex index, String typed) {
        return codes(index.searchByMeaning(asked(typed)).orElseThrow());
    }

    private List<String> codes(Search.Results found) {
        return found.hits().stream().map(hit -> articles.get(hit.articleId()).orElseThrow().code()).toList();
    }

    private int kept() {
        return database.read(handle ->
                handle.createQuery("select count(*) from article_vector").mapTo(Integer.class).one());
    }

    private void publish(String code, String title) {
        publish(SomeArticle.of(code, title).build());
    }

    private void publish(Article article) {
        articles.put(FANG, article);
    }
}
