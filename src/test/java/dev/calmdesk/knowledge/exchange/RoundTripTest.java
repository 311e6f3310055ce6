package dev.calmdesk.knowledge.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import dev.calmdesk.base.Ids;
import dev.calmdesk.base.Texts;
import dev.calmdesk.data.ContentFolder;
import dev.calmdesk.data.Database;
import dev.calmdesk.knowledge.Article;
import dev.calmdesk.knowledge.ArticleFile;
import dev.calmdesk.knowledge.Articles;
import dev.calmdesk.knowledge.Pictures;
import dev.calmdesk.people.Actor;
import dev.calmdesk.support.ManualClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// What goes out comes back as it was, in every format and language.
class RoundTripTest {

    private static final List<Article> ARTICLES = SomeArticles.any(150);

    @TempDir
    private Path folder;

    /// A store with services.
    private static final class Store implements AutoCloseable {
        private final ManualClock clock = new ManualClock("2030-11-22T06:21:00Z");
        private final Ids ids = Ids.timeOrdered(clock);
        private final Database database = Database.inMemory(clock, ids);
        private final Articles articles = new Articles(database, clock, ids);
        private final Pictures pictures = new Pictures(database, new ContentFolder(Path.of("target", "no-pictures")), clock);
        private final Imports imports = new Imports(database, articles, pictures, clock);

        Store with(List<Article> given) {
            database.writeDo(tx -> articles.putAll(tx, Actor.DESK.id(), given));
            return this;
        }

        @Override
        public void close() {
            database.close();
        }
    }

    static Stream<Arguments> everyFormatAndLanguage() {
        return Stream.of(Format.values())
                .flatMap(format -> Texts.LANGUAGES.stream().map(language -> Arguments.of(format, language)));
    }

    @ParameterizedTest
    @MethodSource("everyFormatAndLanguage")
    void whatWasExportedIsTheSameWhenImportedAgain(Format format, Locale language) throws IOException {
        var headings = new Headings(new Texts(language));
        var path = folder.resolve("out." + format.ending());
        try (var store = new Store().with(ARTICLES); var empty = new Store()) {
            assertThat(new Exports(store.articles, store.pictures).write(path, format, null, headings)).isEqualTo(ARTICLES.size());

            var again = store.imports.plan(path, headings);
            var elsewhere = empty.imports.plan(path, headings);
            empty.imports.carryOut(Actor.DESK, elsewhere, false);

            assertThat(again.rows()).allSatisfy(row -> {
                assertThat(row.flaws()).isEmpty();
                assertThat(row.fate()).as(row.code()).isEqualTo(Plan.Fate.SAME);
            });
            assertThat(again.unknownColumns()).isEmpty();
            assertThat(empty.articles.all(null)).containsExactlyElementsOf(store.articles.all(null));
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatWasImportedIsExportedByteByByteTheSame(Format format) throws IOException {
        var headings = new Headings(new Texts(Locale.ENGLISH));
        try (var first = new Store().with(ARTICLES); var second = new Store()) {
            var one = folder.resolve("one." + format.ending());
            var two = folder.resolve("two." + format.ending());
            new Exports(first.articles, first.pictures).write(one, format, null, headings);
            second.imports.carryOut(Actor.DESK, second.imports.plan(one, headings), false);
            new Exports(second.articles, second.pictures).write(two, format, null, headings);

            assertThat(second.articles.all(null)).isEqualTo(first.articles.all(null));
            if (format == Format.CSV) {
                assertThat(two).hasSameBinaryContentAs(one);
            }
        }
    }

    @Test
    void aTextThatIsTooLongForOneCellOfAWorkbookGoesOnInTheNextColumn() throws IOException {
        var headings = new Headings(new Texts(Locale.ENGLISH));
        var path = folder.resolve("long.xlsx");
        var plain = SomeArticles.one("long", "长文");
        try (var store = new Store().with(List.of(withDetail(plain, "长😀".repeat(33_333))))) {
            new Exports(store.articles, store.pictures).write(path, Format.XLSX, null, headings);

            assertThat(store.imports.plan(path, headings).count(Plan.Fate.SAME)).isEqualTo(1);
        }
    }

    private static Article withDetail(Article a, String detail) {
        return new Article(
                a.id(), a.code(), a.lang(), a.kind(), a.title(), a.question(), a.answer(), detail, a.products(), a.categories(),
                a.audience(), a.validFrom(), a.validTo(), a.owner(), a.reviewOn(), a.mustRead(), a.keywords(), a.state(),
                a.updatedAt());
    }

    @Test
    void anExportedFolderCanBeTheArticlesOfAPack() throws IOException {
        try (var store = new Store().with(List.of(SomeArticles.one("late", "晚到")))) {
            new Exports(store.articles, store.pictures).write(folder.resolve("md"), Format.MD, null, new Headings(new Texts(Locale.ENGLISH)));

            var file = folder.resolve("md/zh-CN/faq/late.md");
            assertThat(ArticleFile.read("late.md", "zh-CN", Files.readString(file)))
                    .isEqualTo(SomeArticles.one("late", "晚到"));
        }
    }
}
