package dev.calmdesk.knowledge.site;

import dev.calmdesk.cases.Category;
import dev.calmdesk.data.ContentFolder;
import dev.calmdesk.knowledge.Article;
import dev.calmdesk.knowledge.ArticleFile;
import dev.calmdesk.knowledge.ArticleKind;
import dev.calmdesk.knowledge.ArticleState;
import dev.calmdesk.knowledge.Articles;
import dev.calmdesk.knowledge.Audience;
import dev.calmdesk.knowledge.Pictures;
import dev.calmdesk.pack.PackFolder;
import dev.calmdesk.people.Actor;
import dev.calmdesk.support.Office;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/// A site of the demonstration company.
final class SomeSite implements AutoCloseable {

    final Office office = new Office();
    final Articles articles = new Articles(office.database, office.clock, office.ids);
    final Pictures pictures = new Pictures(office.database, new ContentFolder(folder()), office.clock);
    final Publishing publishing = new Publishing(
            articles, pictures, office.workplace,
            (code, language) -> Category.find(office.workplace, code).map(category -> category.name().in(language)),
            office.clock, Office.ZONE);

    private static Path folder() {
        try {
            return Files.createTempDirectory("pictures");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    SomeSite with(Article... given) {
        office.database.writeDo(tx -> articles.putAll(tx, Actor.DESK.id(), List.of(given)));
        return this;
    }

    SomeSite withThePack() {
        var all = PackFolder.fromBundled("chensui", folder -> folder.articles().stream()
                .map(file -> ArticleFile.read(file.file(), file.lang(), file.text()))
                .toList());
        return with(all.toArray(Article[]::new));
    }

    Publishing.Published publish(Path folder) {
        return publishing.publish(Actor.DESK, folder, null, Locale.SIMPLIFIED_CHINESE);
    }

    static Article article(String code, String lang, String title, String answer, String detail) {
        return new Article(
                Article.idOf(code, lang), code, lang, ArticleKind.FAQ, title, title, answer, detail, List.of(),
                List.of("food-safety/off-taste"), Audience.PUBLIC, "2026-01-01", null, "8105", "2027-01-15", false, List.of(),
                ArticleState.PUBLISHED, Instant.parse("2026-11-01T01:00:00Z"));
    }

    @Override
    public void close() {
        office.close();
    }
}
