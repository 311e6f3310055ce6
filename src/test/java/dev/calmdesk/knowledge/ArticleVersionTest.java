package dev.calmdesk.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.calmdesk.base.Ids;
import dev.calmdesk.data.Database;
import dev.calmdesk.data.StoreFiles;
import dev.calmdesk.support.OfficeTest;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What an article said before, from the journal alone; and what is being typed, across the end of the program.
class ArticleVersionTest extends OfficeTest {

    private final Articles articles = new Articles(office.database, office.clock, office.ids);
    private final Writings writings = new Writings(office.database, office.clock);
    private final UUID id = Article.idOf("refund-days", "zh-CN");

    private void begin() {
        articles.write(office.lin, id, ArticleAct.OFFER, Map.of(
                "article.code", "refund-days", "article.lang", "zh-CN", "article.kind", "POLICY", "article.title", "退款时限",
                "article.question", "几天到账？", "article.answer", "三天内到账。", "article.owner", "8105",
                "article.keywords", "退钱,返款", "article.valid_from", "2026-01-01", "article.review_on", "2027-06-01"),
                Map.of());
    }

    private void change(ArticleAct act, String field, String text) {
        articles.write(office.quality, id, act, Map.of(field, text), writings.form(id));
    }

    @Test
    void everyChangeOfContentIsAVersionAndOtherActsAreNot() {
        begin();
        articles.mark(office.lead, id, ArticleAct.REVIEW, "");
        articles.write(office.quality, id, ArticleAct.PUBLISH, Map.of(), writings.form(id));
        change(ArticleAct.PUBLISH, "article.answer", "五天内到账。");
        change(ArticleAct.PUBLISH, "article.keywords", "退钱");

        var versions = ArticleVersion.of(office.database, id);
        assertThat(versions).extracting(ArticleVersion::number).containsExactly(3, 2, 1);
        assertThat(versions.getFirst().changed()).containsExactly("article.keywords");
        assertThat(versions.get(1).changed()).containsExactly("article.answer");
        assertThat(versions.get(1).by().author()).isEqualTo(office.quality.id());
        assertThat(versions.getLast().form())
                .containsEntry("article.answer", "三天内到账。")
                .containsEntry("article.keywords", "退钱,返款");
        assertThat(ArticleVersion.changed(versions.getFirst().form(), writings.form(id))).isEmpty();
    }

    @Test
    void anOldVersionComesBackAsAnOrdinaryWrite() {
        begin();
        change(ArticleAct.PUBLISH, "article.answer", "五天内到账。");
        var first = ArticleVersion.of(office.database, id).getLast();
        var now = writings.form(id);

        var restored = ArticleVersion.changed(now, first.form()).stream()
                .collect(Collectors.toMap(field -> field, field -> first.form().getOrDefault(field, "")));
        articles.write(office.quality, id, ArticleAct.PUBLISH, restored, now);

        assertThat(articles.get(id).orElseThrow().answer()).isEqualTo("三天内到账。");
        var versions = ArticleVersion.of(office.database, id);
        assertThat(versions).hasSize(3);
        assertThat(versions.getFirst().form()).isEqualTo(versions.getLast().form());
    }

    @Test
    void textsAreComparedWordByWord() {
        var pieces = TextChange.between("三天内到账。", "五天内到账。", Locale.SIMPLIFIED_CHINESE);

        assertThat(text(pieces, TextChange.Kind.ADDED)).isEqualTo("三天内到账。");
        assertThat(text(pieces, TextChange.Kind.REMOVED)).isEqualTo("五天内到账。");
        assertThat(pieces).extracting(TextChange::kind).contains(TextChange.Kind.SAME);
        assertThat(TextChange.between("same", "same", Locale.ENGLISH))
                .containsExactly(new TextChange(TextChange.Kind.SAME, "same"));
    }

    /// The text without one kind of piece: without what came it is the old one, without what went the new one.
    private static String text(java.util.List<TextChange> pieces, TextChange.Kind without) {
        return pieces.stream()
                .filter(piece -> piece.kind() != without)
                .map(TextChange::text)
                .collect(Collectors.joining());
    }

    @Test
    void whatIsTypedWaitsForItsAuthorAlone() {
        begin();
        var base = writings.form(id);
        writings.save(office.quality, id, Map.of("article.answer", "七天"), base);

        assertThat(writings.find(office.quality, id).orElseThrow().fields()).containsEntry("article.answer", "七天");
        assertThat(writings.find(office.quality, id).orElseThrow().base()).isEqualTo(base);
        assertThat(writings.find(office.lin, id)).isEmpty();
        articles.write(office.quality, id, ArticleAct.PUBLISH, Map.of("article.answer", "七天"), base);
        assertThat(writings.find(office.quality, id)).isEmpty();

        writings.save(office.quality, id, Map.of("article.answer", "八天"), base);
        writings.save(office.quality, id, Map.of(), base);
        assertThat(writings.all(office.quality)).isEmpty();
    }

    @Test
    void whatIsTypedSurvivesTheEndOfTheProgram(@TempDir Path folder) {
        var files = new StoreFiles(folder);
        try (var database = Database.open(files, office.clock, Ids.timeOrdered(office.clock))) {
            new Writings(database, office.clock).save(office.lin, id, Map.of("article.title", "退款时"), Map.of());
        }
        try (var database = Database.open(files, office.clock, Ids.timeOrdered(office.clock))) {
            assertThat(new Writings(database, office.clock).all(office.lin)).singleElement().satisfies(writing -> {
                assertThat(writing.articleId()).isEqualTo(id);
                assertThat(writing.fields()).containsEntry("article.title", "退款时");
            });
        }
    }
}
