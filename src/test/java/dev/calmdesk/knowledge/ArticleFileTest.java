package dev.calmdesk.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.calmdesk.base.Problem;
import java.util.HashSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArticleFileTest {

    private static final String GOOD = """
            ---
            id: oat-milk-sediment
            kind: product
            title: 晨穗燕麦奶：沉淀与变质怎么区分
            question: 燕麦奶里有沉淀是不是坏了？
            answer: 请您先摇匀看看。
            products: ["10442", 10443]
            categories: [food-safety/off-taste]
            audience: public
            validFrom: 2026-01-01
            validTo: 2027-06-30
            owner: "8105"
            reviewOn: 2027-01-15
            mustRead: true
            keywords: [沉淀, 分层]
            ---
            ## 怎么看
            - 摇一摇
            """;

    @Test
    void aFileBecomesAPublishedArticle() {
        var article = ArticleFile.read("oat.md", "zh-CN", GOOD);

        assertThat(article.id()).isEqualTo(Article.idOf("oat-milk-sediment", "zh-CN"));
        assertThat(article.kind()).isEqualTo(ArticleKind.PRODUCT);
        assertThat(article.products()).containsExactly("10442", "10443");
        assertThat(article.validTo()).isEqualTo("2027-06-30");
        assertThat(article.mustRead()).isTrue();
        assertThat(article.detail()).isEqualTo("## 怎么看\n- 摇一摇");
        assertThat(article.state()).isEqualTo(ArticleState.PUBLISHED);
        assertThat(article.openPoints()).isEmpty();
    }

    @Test
    void whatIsOptionalMayBeLeftOut() {
        var article = ArticleFile.read(
                "oat.md", "zh-CN", GOOD.replaceAll("(?m)^(validTo|mustRead|keywords|products):.*\\n", ""));

        assertThat(article.validTo()).isNull();
        assertThat(article.mustRead()).isFalse();
        assertThat(article.keywords()).isEmpty();
        assertThat(article.products()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            title: 晨穗燕麦奶：沉淀与变质怎么区分 |                        | missing | title
            owner: "8105"                 | owner: ""              | missing | owner
            kind: product                 | kind: products         | bad     | kind
            validFrom: 2026-01-01         | validFrom: 2026-13-01  | bad     | validFrom
            validTo: 2027-06-30           | validTo: 2025-06-30    | bad     | validTo
            mustRead: true                | mustRead: perhaps      | bad     | mustRead
            categories: [food-safety/off-taste] | categories: food-safety | bad | categories
            mustRead: true                | mustread: true         | unknown | mustread
            """)
    void whatIsWrongIsSaidWithFileAndField(String line, String replacement, String problem, String field) {
        var text = GOOD.replace(line, replacement == null ? "" : replacement);

        var thrown = catchThrowableOfType(Problem.Refused.class, () -> ArticleFile.read("oat.md", "zh-CN", text));

        assertThat(thrown.textKey()).isEqualTo("knowledge.problem.file_field_" + problem);
        assertThat(thrown.arguments()).containsExactly("oat.md", field);
    }

    @Test
    void aFileWithoutFieldsOrWithBrokenYamlIsRefused() {
        assertThat(problemOf("# 只有正文")).isEqualTo("knowledge.problem.file_without_fields");
        assertThat(problemOf("---\nid: [a\n---\n正文")).isEqualTo("knowledge.problem.file_not_yaml");
    }

    private static String problemOf(String text) {
        return catchThrowableOfType(Problem.Refused.class, () -> ArticleFile.read("oat.md", "zh-CN", text)).textKey();
    }

    @Test
    void everyArticleOfTheDemonstrationPackCanBeRead() {
        var seen = new HashSet<String>();
        for (var file : PackArticles.files()) {
            var article = PackArticles.read(file);
            assertThat(article.openPoints()).as("%s", file).isEmpty();
            assertThat(seen.add(article.lang() + "/" + article.code())).as("%s is unique", file).isTrue();
        }
        assertThat(seen).isNotEmpty();
    }
}
