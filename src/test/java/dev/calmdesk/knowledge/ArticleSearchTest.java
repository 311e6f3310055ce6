package dev.calmdesk.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.calmdesk.base.Ids;
import dev.calmdesk.data.Database;
import dev.calmdesk.search.Highlights;
import dev.calmdesk.search.Passages;
import dev.calmdesk.search.Synonyms;
import dev.calmdesk.search.Typed;
import dev.calmdesk.support.ManualClock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Searches the articles of the demonstration pack the way agents type.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ArticleSearchTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    private final ManualClock clock = new ManualClock("2026-11-22T02:00:00Z");
    private final Ids ids = Ids.timeOrdered(clock);
    private Database database;
    private Articles articles;
    private ArticleIndex index;
    private Synonyms synonyms = Synonyms.GENERAL;

    @BeforeAll
    void indexThePack() {
        database = Database.inMemory(clock, ids);
        articles = new Articles(database, clock, ids);
        database.writeDo(tx -> articles.putAll(tx, new UUID(0, 1), PackArticles.all()));
        index = ArticleIndex.inMemory(database, () -> synonyms);
        index.refresh();
    }

    @AfterAll
    void close() {
        index.close();
        database.close();
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            燕麦奶有沉淀,            oat-milk-sediment
            燕麥奶有沉澱,            oat-milk-sediment
            yanmainaichendian,       oat-milk-sediment
            yan mai nai chen dian,   oat-milk-sediment
            燕麦奶chendian,          oat-milk-sediment
            燕卖奶沉淀,              oat-milk-sediment
            燕麦沉淀,                oat-milk-sediment
            ymncdyb,                 oat-milk-sediment
            xishouy,                 handwash-basics
            wlyth,                   policy-no-reason-return
            七天无理由退,            policy-no-reason-return
            退貨運費誰出,            policy-no-reason-return
            12315,                   policy-12315
            小孩误吞洗衣凝珠,        pods-swallowed
            宅配還沒到,              delivery-late
            618,                     promo-618-2026
            """)
    void theExpectedArticleComesFirst(String typed, String code) {
        assertThat(found(Search.Query.of(typed, TODAY).in("zh-CN"))).startsWith(code);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            oat milk sediment,   oat-milk-sediment
            oat milk sedimnet,   oat-milk-sediment
            swallowed laundry po, pods-swallowed
            invoices,            policy-invoice
            """)
    void englishIsFoundByStemByHalfAWordAndWithASlip(String typed, String code) {
        assertThat(found(Search.Query.of(typed, TODAY).in("en"))).startsWith(code);
    }

    @Test
    void whatOnlyTheCompanyCallsItIsFoundOnceItSaysSo() {
        assertThat(found(Search.Query.of("小胖墩", TODAY).in("zh-CN"))).doesNotContain("plum-can-bulge");

        synonyms = Synonyms.of(List.of(new Synonyms.Group(List.of("小胖墩", "涨罐"))));
        assertThat(found(Search.Query.of("小胖墩", TODAY).in("zh-CN"))).first().isEqualTo("plum-can-bulge");
        synonyms = Synonyms.GENERAL;
    }

    @Test
    void passagesAreMarkedInsideTheirText() {
        for (var query : List.of("沉淀", "tuihuo", "保质期 多久", "refund", "12315", "wlyyt")) {
            var highlights = new Highlights(Typed.of(query));
            for (var article : PackArticles.all()) {
                var passage = Passages.best(ShownArticle.of(article).texts(), highlights);
                assertThat(passage.text()).isNotBlank().hasSizeLessThanOrEqualTo(122);
                assertThat(passage.ranges()).allSatisfy(range -> assertThat(range.end())
                        .isBetween(range.start() + 1, passage.text().length()));
            }
        }
    }

    @Test
    void expiredOnesCanBeLeftOutOrLookedForAlone() {
        var asked = Search.Query.of("双十一 618 活动", TODAY).in("zh-CN");
        for (var validity : List.of(Validity.VALID, Validity.EXPIRED)) {
            assertThat(index.search(asked.among(Narrowing.NONE.being(Optional.of(validity)))).hits())
                    .isNotEmpty()
                    .extracting(Search.Hit::validity)
                    .containsOnly(validity);
        }
    }

    @Test
    void whereNothingFitsSomethingElseIsOfferedAndCalledSo() {
        var policy = index.search(Search.Query.of("燕麦奶", TODAY).in("zh-CN").ofKinds(Set.of(ArticleKind.INDUSTRY)));
        assertThat(policy.nature()).isEqualTo(Search.Results.Nature.FOUND);

        var ofOtherKinds = index.search(Search.Query.of("洗衣凝珠误吞", TODAY).in("en").ofKinds(Set.of(ArticleKind.PROMOTION)));
        assertThat(ofOtherKinds.nature()).isEqualTo(Search.Results.Nature.OTHER_LANGUAGES);
        assertThat(ofOtherKinds.hits()).isNotEmpty();

        var instead = index.search(Search.Query.of("жалоба", TODAY).in("zh-CN"));
        assertThat(instead.nature()).isEqualTo(Search.Results.Nature.MOST_USED);
        assertThat(instead.hits()).isNotEmpty();
    }

    @Test
    void anExpiredArticleIsFoundMarkedAndAfterTheValidOnes() {
        var hits = index.search(Search.Query.of("双十一 618 活动", TODAY).in("zh-CN")).hits();

        var expired = hits.stream().filter(Search.Hit::isExpired).findFirst().orElseThrow();
        assertThat(hits.getFirst().isExpired()).isFalse();
        assertThat(articles.get(expired.articleId()).orElseThrow().validTo()).isLessThan(TODAY.toString());
        assertThat(index.search(Search.Query.of("双十一 618 活动", LocalDate.of(2026, 6, 10)).in("zh-CN")).hits())
                .filteredOn(hit -> hit.articleId().equals(expired.articleId()))
                .noneMatch(Search.Hit::isExpired);
    }

    @Test
    void filtersNarrowButDoNotChangeTheCounts() {
        var all = index.search(Search.Query.of("退款", TODAY).in("zh-CN"));
        var policies = index.search(Search.Query.of("退款", TODAY).in("zh-CN").ofKinds(Set.of(ArticleKind.POLICY)));

        assertThat(policies.hits()).isNotEmpty().allMatch(hit -> hit.kind() == ArticleKind.POLICY);
        assertThat(policies.counts()).isEqualTo(all.counts());
        assertThat(all.count(ArticleKind.POLICY)).isGreaterThanOrEqualTo(policies.hits().size());
    }

    @Test
    void aTopCategoryStandsForItsChildrenAndAProductForItsArticles() {
        var logistics = Search.Query.of("怎么办", TODAY).among(Narrowing.NONE.about(Set.of(), Set.of("logistics")));
        var oatMilk = Search.Query.of("怎么办", TODAY).among(Narrowing.NONE.about(Set.of("10442"), Set.of()));

        assertThat(articlesFound(logistics)).isNotEmpty()
                .allMatch(article -> article.categories().stream().anyMatch(category -> category.startsWith("logistics")));
        assertThat(articlesFound(oatMilk)).isNotEmpty().allMatch(article -> article.products().contains("10442"));
    }

    @Test
    void customersSeePublicArticlesOnly() {
        assertThat(articlesFound(Search.Query.of("退款 补偿 权限", TODAY)
                        .among(Narrowing.NONE.forAudience(Optional.of(Audience.PUBLIC))))).isNotEmpty()
                .allMatch(article -> article.audience() == Audience.PUBLIC);
    }

    @Test
    void withoutWordsTheLatestUpdatesAreListed() {
        var listed = articlesFound(Search.Query.of(" ？", TODAY).in("zh-CN").atMost(10));

        assertThat(listed).hasSize(10).isSortedAccordingTo(Comparator.comparing(Article::updatedAt).reversed());
    }

    @Test
    void theOrderIsTheSameEveryTime() {
        var query = Search.Query.of("怎么办", TODAY).atMost(50);

        assertThat(found(query)).isEqualTo(found(query)).hasSizeGreaterThan(10);
    }

    @Test
    void whatLooksLikeQuerySyntaxIsOnlyText() {
        for (var typed : List.of("\"", "(", "AND OR NOT", "title:*", "a~2^5", "[* TO *]", "\\", "燕麦奶 && !")) {
            assertThat(index.search(Search.Query.of(typed, TODAY)).ready()).isTrue();
        }
        assertThat(found(Search.Query.of("燕麦奶 && !沉淀", TODAY).in("zh-CN"))).startsWith("oat-milk-sediment");
    }

    @Test
    void aVeryLongTextIsSearchedByItsBeginning() {
        var typed = "燕麦奶里有沉淀是不是坏了" + "，请帮我看看abc123退货huo".repeat(300);

        assertThat(found(Search.Query.of(typed, TODAY).in("zh-CN"))).isNotEmpty();
    }

    private List<String> found(Search.Query query) {
        return articlesFound(query).stream().map(Article::code).toList();
    }

    private List<Article> articlesFound(Search.Query query) {
        return index.search(query).hits().stream()
                .map(hit -> articles.get(hit.articleId()).orElseThrow())
                .toList();
    }
}
