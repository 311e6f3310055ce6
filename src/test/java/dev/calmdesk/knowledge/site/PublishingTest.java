package dev.calmdesk.knowledge.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.calmdesk.base.Problem;
import dev.calmdesk.base.Texts;
import dev.calmdesk.knowledge.Article;
import dev.calmdesk.knowledge.ArticleState;
import dev.calmdesk.knowledge.Audience;
import dev.calmdesk.knowledge.PictureType;
import dev.calmdesk.knowledge.Pictures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PublishingTest {

    private static final Pattern LOADED = Pattern.compile("(?:src|<link[^>]* href)=\"([^\"]*)\"");
    private static final Pattern LED_TO = Pattern.compile("<a href=\"([^\"#]*)\"");

    @TempDir
    private Path home;

    private final SomeSite site = new SomeSite();

    @AfterEach
    void close() {
        site.close();
    }

    private static Article but(Article a, Audience audience, ArticleState state, String from, @Nullable String to) {
        return new Article(
                a.id(), a.code(), a.lang(), a.kind(), a.title(), a.question(), a.answer(), a.detail(), a.products(), a.categories(),
                audience, from, to, a.owner(), a.reviewOn(), a.mustRead(), a.keywords(), state, a.updatedAt());
    }

    private static Article plain(String code) {
        return SomeSite.article(code, "zh-CN", "标题" + code, "回答", "");
    }

    private Map<String, String> files(Path folder) throws IOException {
        var files = new TreeMap<String, String>();
        try (var found = Files.walk(folder)) {
            for (var file : found.filter(Files::isRegularFile).toList()) {
                files.put(folder.relativize(file).toString(), Files.readString(file));
            }
        }
        return files;
    }

    @Test
    void onlyWhatCustomersMayReadTodayIsPublished() throws IOException {
        site.with(
                plain("open"),
                but(plain("internal"), Audience.INTERNAL, ArticleState.PUBLISHED, "2026-01-01", null),
                but(plain("draft"), Audience.PUBLIC, ArticleState.DRAFT, "2026-01-01", null),
                but(plain("archived"), Audience.PUBLIC, ArticleState.ARCHIVED, "2026-01-01", null),
                but(plain("coming"), Audience.PUBLIC, ArticleState.PUBLISHED, "2026-11-23", null),
                but(plain("past"), Audience.PUBLIC, ArticleState.PUBLISHED, "2026-01-01", "2026-11-21"),
                but(plain("last-day"), Audience.PUBLIC, ArticleState.PUBLISHED, "2026-11-22", "2026-11-22"));

        var published = site.publish(home.resolve("faq"));

        assertThat(published.articles()).isEqualTo(2);
        assertThat(String.join("", files(home.resolve("faq")).values()))
                .contains("标题open", "标题last-day")
                .doesNotContain("标题internal", "标题draft", "标题archived", "标题coming", "标题past");
    }

    @Test
    void theSameStoreGivesTheSameFiles() throws IOException {
        site.withThePack();
        site.publish(home.resolve("one"));
        site.publish(home.resolve("two"));

        assertThat(files(home.resolve("one"))).isEqualTo(files(home.resolve("two"))).hasSizeGreaterThan(100);
    }

    /// The old site had made room and the new one had not taken it.
    @Test
    void afterAPublishingThatWasKilledHalfWayTheNextOneIsWholeAndLeavesNothingBeside() throws IOException {
        site.with(plain("open"));
        var faq = home.resolve("faq");
        site.publish(faq);
        var whole = files(faq);
        Files.move(faq, home.resolve(".faq.calmdesk-old"));
        Files.createDirectory(home.resolve(".faq.calmdesk-new"));

        site.publish(faq);

        assertThat(files(faq)).isEqualTo(whole);
        assertThat(home).isDirectoryContaining(path -> path.equals(faq)).isDirectoryNotContaining("glob:**calmdesk*");
    }

    @Test
    void everyPageLoadsAndLeadsToWhatIsInTheFolderOnly() throws IOException {
        site.withThePack();
        site.publish(home.resolve("faq"));

        files(home.resolve("faq")).forEach((name, text) -> {
            if (name.endsWith(".html")) {
                var page = home.resolve("faq").resolve(name);
                for (var pattern : List.of(LOADED, LED_TO)) {
                    assertThat(pattern.matcher(text).results().map(found -> found.group(1)))
                            .isNotEmpty()
                            .allSatisfy(target -> assertThat(page.resolveSibling(target).normalize()).exists());
                }
                assertThat(text).contains("Content-Security-Policy\" content=\"default-src &#39;none&#39;");
                assertThat(text).doesNotContainPattern("\\{\\w+}").doesNotContainPattern("<[^>]* on\\w+=|<[^>]* style=");
            } else {
                assertThat(text.replace("http://www.w3.org/2000/svg", "")).doesNotContain("http://", "https://", "fetch(");
            }
        });
    }

    @Test
    void picturesLieInTheFolder() throws IOException {
        var png = new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
        var hash = site.pictures.keep(Files.write(home.resolve("p.png"), png));
        var reference = Pictures.reference(hash, PictureType.PNG);
        site.with(SomeSite.article("a", "en", "A", "A", "![a leaf](" + reference + ") ![gone](" + reference.replace(hash, "0".repeat(64)) + ")"));
        site.publish(home.resolve("faq"));

        assertThat(home.resolve("faq/pictures/" + hash + ".png")).hasBinaryContent(png);
        assertThat(home.resolve("faq/en/a.html")).content()
                .contains("<img src=\"../pictures/" + hash + ".png\" alt=\"a leaf\"", " gone</p>");
    }

    @Test
    void aNewSiteTakesThePlaceOfTheOldOne() throws IOException {
        var folder = home.resolve("faq");
        site.with(plain("a"), plain("b"));
        site.publish(folder);
        site.with(but(plain("a"), Audience.INTERNAL, ArticleState.PUBLISHED, "2026-01-01", null));
        site.publish(folder);

        assertThat(folder.resolve("zh-CN/a.html")).doesNotExist();
        assertThat(folder.resolve("zh-CN/b.html")).exists();
        try (var left = Files.list(home)) {
            assertThat(left).containsExactly(folder);
        }
    }

    @Test
    void aFolderThatHoldsAnythingElseIsLeftAlone() throws IOException {
        var strange = Files.createDirectories(home.resolve("documents"));
        Files.writeString(strange.resolve("letter.txt"), "dear");
        site.with(plain("a"));

        assertThat(refusal(strange).arguments()).contains("letter.txt");
        site.publish(home.resolve("faq"));
        Files.writeString(home.resolve("faq/mine.txt"), "kept");
        assertThat(refusal(home.resolve("faq")).arguments()).contains("mine.txt");
        assertThat(strange.resolve("letter.txt")).hasContent("dear");
        assertThat(home.resolve("faq/mine.txt")).hasContent("kept");
    }

    private Problem refusal(Path folder) {
        var thrown = catchThrowableOfType(Problem.class, () -> site.publish(folder));
        assertThat(thrown.textKey()).isEqualTo("knowledge.site.problem.not_ours");
        return thrown;
    }

    @Test
    void anEmptyFolderIsTakenAndNothingToPublishIsSaid() throws IOException {
        var empty = Files.createDirectories(home.resolve("empty"));

        assertThat(catchThrowableOfType(Problem.class, () -> site.publish(empty)).textKey())
                .isEqualTo("knowledge.site.problem.none");
        site.with(plain("a"));
        assertThat(site.publish(empty).main()).exists();
    }

    @Test
    void whoDoesNotOwnTheKnowledgePublishesNothing() {
        site.with(plain("a"));

        assertThat(catchThrowableOfType(
                        Problem.NotAllowed.class,
                        () -> site.publishing.publish(site.office.lin, home.resolve("faq"), null, Locale.ENGLISH)))
                .isNotNull();
        assertThat(home.resolve("faq")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "[a](javascript:alert(1))", "![a](javascript:alert(1))",
        "![a](https://example.org/x.png)", "![a](data:image/svg+xml;base64,AAAA)", "[a](data:text/html,x)", "<a href='javascript:x'>"
    })
    void markdownCanDoNoHarm(String hostile) {
        var html = MarkdownHtml.of(hostile + "\n\n" + hostile, reference -> Optional.empty());

        assertThat(html).doesNotContainPattern("<(?!/?(p|br)\\b)[a-zA-Z]");
    }

    @Test
    void linksToTheWebStayAndHeadingsBeginBelowTheTitle() {
        var html = MarkdownHtml.of("# A\n### B\n[w](https://example.org)\n\n|a|\n|-|\n|b|", reference -> Optional.empty());

        assertThat(html).contains("<h2>A</h2>", "<h4>B</h4>", "href=\"https://example.org\"", "noopener", "<td>b</td>");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            zh-CN | {customer}，可以转，我在 {promiseTime} 前回电。 | 可以转，我在 约定的时间 前回电。
            zh-CN | {timeOfDay}，{customer}：请稍等。       | 请稍等。
            zh-CN | 谢谢您，{customer}。                   | 谢谢您。
            zh-CN | 我是{company}的{agentName}，{unknown}。 | 我是晨穗的客服，…。
            en    | {customer}, you can return it.        | You can return it.
            en    | I will ask {department} for you.      | I will ask the department in charge for you.
            """)
    void answersAreWordedForAnyone(String lang, String answer, String read) {
        assertThat(new CustomerWords(new Texts(Locale.forLanguageTag(lang)), "晨穗").of(answer)).isEqualTo(read);
    }
}
