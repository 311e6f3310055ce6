package dev.calmdesk.knowledge;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An article for tests, told apart by what matters to the test.
record SomeArticle(
        String code, String title, String answer, ArticleKind kind, String validFrom, @Nullable String validTo) {

    static SomeArticle of(String code, String title) {
        return new SomeArticle(code, title, "请您稍等，我马上为您查询。", ArticleKind.FAQ, "2026-01-01", null);
    }

    SomeArticle answering(String newAnswer) {
        return new SomeArticle(code, title, newAnswer, kind, validFrom, validTo);
    }

    SomeArticle a(ArticleKind newKind) {
        return new SomeArticle(code, title, answer, newKind, validFrom, validTo);
    }

    SomeArticle until(String day) {
        return new SomeArticle(code, title, answer, kind, validFrom, day);
    }

    SomeArticle from(String day) {
        return new SomeArticle(code, title, answer, kind, day, validTo);
    }

    Article build() {
        return new Article(
                Article.idOf(code, "zh-CN"), code, "zh-CN", kind, title, "请问怎么办？", answer, "", List.of("10442"),
                List.of("food-safety/off-taste"), Audience.PUBLIC, validFrom, validTo, "8105", "2027-01-15", false,
                List.of(), ArticleState.PUBLISHED, null, null, null, Instant.parse("2026-11-01T01:00:00Z"));
    }
}
