package dev.calmdesk.knowledge.exchange;

import dev.calmdesk.knowledge.Article;
import dev.calmdesk.knowledge.ArticleKind;
import dev.calmdesk.knowledge.ArticleState;
import dev.calmdesk.knowledge.Audience;
import dev.calmdesk.support.SomeTexts;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/// Articles for tests: a plain one, and many that hold whatever a text can hold.
final class SomeArticles {

    private SomeArticles() {}

    static Article one(String code, String title) {
        return new Article(
                Article.idOf(code, "zh-CN"), code, "zh-CN", ArticleKind.FAQ, title, "请问怎么办？", "请您稍等，我马上为您查询。",
                "## 怎么办\n- 先看订单", List.of("10442"), List.of("food-safety/off-taste"), Audience.PUBLIC, "2026-01-01", null,
                "8105", "2027-01-15", false, List.of("退货", "退款"), ArticleState.PUBLISHED,
                Instant.parse("2026-11-01T01:00:00Z"));
    }

    static List<Article> any(int count) {
        var random = new Random(36);
        var texts = Stream.concat(
                        Stream.of("=1+1", "'=1", "''@x", "-", "+86", "a;b", "a,b；c、d", "\\", "x\\;", "---", "_x000D_", "\"", "a\"b",
                                "line\n---\nline", "null", "true", "1e5", "😀", "a\tb", "# no heading", "<b>&amp;", "2026-01-01"),
                        SomeTexts.any(count * 20, 60).map(SomeArticles::withoutHalfCharacters))
                .map(Line::tidy)
                .filter(text -> !text.isBlank())
                .iterator();
        var articles = new ArrayList<Article>();
        for (var i = 0; i < count; i++) {
            articles.add(article(i, random, texts));
        }
        return articles;
    }

    private static String withoutHalfCharacters(String text) {
        return text.codePoints()
                .filter(point -> point < 0xd800 || point > 0xdfff)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static Article article(int number, Random random, Iterator<String> texts) {
        var code = number % 3 == 0 ? "code-" + number : texts.next() + number;
        var lang = List.of("zh-CN", "en", "zh-TW", "ja").get(random.nextInt(4));
        var from = LocalDate.of(2026, 1, 1).plusDays(random.nextInt(900));
        return new Article(
                Article.idOf(code, lang), code, lang, any(ArticleKind.values(), random), texts.next(), texts.next(), texts.next(),
                random.nextInt(4) == 0 ? "" : texts.next() + "\n\n" + texts.next(), list(random, texts), list(random, texts),
                any(Audience.values(), random), from.toString(),
                random.nextBoolean() ? null : from.plusDays(random.nextInt(90)).toString(), "81" + random.nextInt(99),
                from.plusDays(300).toString(), random.nextBoolean(), list(random, texts), any(ArticleState.values(), random),
                Instant.ofEpochMilli(1_700_000_000_000L + random.nextInt(1_000_000_000)));
    }

    private static List<String> list(Random random, Iterator<String> texts) {
        return Stream.generate(texts::next).limit(random.nextInt(3)).toList();
    }

    private static <E> E any(E[] values, Random random) {
        return values[random.nextInt(values.length)];
    }
}
