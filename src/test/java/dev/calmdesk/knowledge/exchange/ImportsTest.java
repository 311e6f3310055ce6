package dev.calmdesk.knowledge.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.calmdesk.base.Problem;
import dev.calmdesk.base.Texts;
import dev.calmdesk.data.ContentFolder;
import dev.calmdesk.knowledge.Article;
import dev.calmdesk.knowledge.ArticleState;
import dev.calmdesk.knowledge.Articles;
import dev.calmdesk.knowledge.Audience;
import dev.calmdesk.knowledge.Pictures;
import dev.calmdesk.people.Actor;
import dev.calmdesk.support.OfficeTest;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImportsTest extends OfficeTest {

    private static final String HEADER =
            "code,lang,kind,title,question,answer,detail,audience,valid_from,owner,review_on,state\n";
    private static final Charset GB18030 = Charset.forName("GB18030");

    @TempDir
    private Path folder;

    private final Texts texts = new Texts(Locale.ENGLISH);
    private final Headings headings = new Headings(texts);
    private final Articles articles = new Articles(office.database, office.clock, office.ids);
    private final Actor owner = new Actor(
            office.ids.next(), "8105", "王知", java.util.Set.of(dev.calmdesk.people.Role.QUALITY), "T1");

    private Imports imports;
    private Pictures pictures;

    @BeforeEach
    void open() {
        pictures = new Pictures(office.database, new ContentFolder(folder.resolve("kept")), office.clock);
        imports = new Imports(office.database, articles, pictures, office.clock);
    }

    private static String good(String code) {
        return code + ",zh-CN,faq,退货" + code + ",怎么退货？,七天内可以退。,,public,2026-01-01,8105,2027-01-01,published\n";
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private Plan plan(String csv) throws IOException {
        return imports.plan(file("articles.csv", csv), headings);
    }

    private void put(Article article) {
        office.database.writeDo(tx -> articles.putAll(tx, Actor.DESK.id(), List.of(article)));
    }

    private List<String> reasons(Plan plan) {
        return plan.rows().stream().flatMap(row -> row.flaws().stream().map(flaw -> row.line() + " " + flaw.words(texts))).toList();
    }

    @Test
    void aPlanTellsNewFromChangedFromSameAndWritesNothing() throws IOException {
        put(SomeArticles.one("same", "退货"));
        put(SomeArticles.one("changed", "退货"));
        var before = entries();

        var plan = plan("code,lang,title\nsame,zh-CN,退货\nchanged,zh-CN,怎么退货\n" + "x,zh-CN,新\n");

        assertThat(plan.rows()).extracting(Plan.Row::fate)
                .containsExactly(Plan.Fate.SAME, Plan.Fate.CHANGED, Plan.Fate.REFUSED);
        assertThat(plan.rows().get(1).changed()).containsExactly(Column.TITLE);
        assertThat(entries()).isEqualTo(before);
    }

    @Test
    void whatAFileDoesNotNameStaysAsItIs() throws IOException {
        put(SomeArticles.one("return", "退货"));
        office.pass(60);

        imports.carryOut(owner, plan("编号,语言,标题\nreturn,zh-CN,怎么退货\n"), false);

        var now = articles.get("return", "zh-CN").orElseThrow();
        assertThat(now.title()).isEqualTo("怎么退货");
        assertThat(now.keywords()).containsExactly("退货", "退款");
        assertThat(now.updatedAt()).isEqualTo(office.clock.instant());
    }

    @Test
    void aNewArticleIsADraftForColleaguesUnlessTheFileSaysMore() throws IOException {
        imports.carryOut(owner, plan("""
                id,lang,kind,title,question,answer,validFrom,owner,reviewOn
                tea,en,FAQ,Tea,Which tea?,Green.,2026/1/5,8105,2027年1月5日
                """), false);

        var tea = articles.get("tea", "en").orElseThrow();
        assertThat(tea.state()).isEqualTo(ArticleState.DRAFT);
        assertThat(tea.audience()).isEqualTo(Audience.INTERNAL);
        assertThat(tea.validFrom()).isEqualTo("2026-01-05");
        assertThat(tea.reviewOn()).isEqualTo("2027-01-05");
        assertThat(tea.id()).isEqualTo(Article.idOf("tea", "en"));
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t"})
    void everySeparatorAndEncodingOfSpreadsheetsIsRead(String separator) throws IOException {
        var text = (HEADER + good("a") + good("b")).replace(",", separator);
        var mark = "\uFEFF";

        for (var bytes : List.of(
                text.getBytes(StandardCharsets.UTF_8), (mark + text).getBytes(StandardCharsets.UTF_8), text.getBytes(GB18030),
                (mark + text).getBytes(StandardCharsets.UTF_16LE), ("sep=" + separator + "\r\n" + text).getBytes(StandardCharsets.UTF_8))) {
            var plan = imports.plan(Files.write(folder.resolve("a.csv"), bytes), headings);

            assertThat(plan.rows()).extracting(Plan.Row::title).containsExactly("退货a", "退货b");
            assertThat(plan.count(Plan.Fate.NEW)).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @CsvSource({"zh-CN,编号,语言,标题", "zh-TW,編號,語言,標題", "en,Code,Language,Title", "en,id,LANG,title"})
    void columnsAreUnderstoodInEveryLanguage(String language, String code, String lang, String title) throws IOException {
        put(SomeArticles.one("return", "退货"));

        var plan = imports.plan(
                file("a.csv", code + "," + lang + "," + title + "\nreturn,zh_cn,怎么退货\n"),
                new Headings(new Texts(Locale.forLanguageTag(language))));

        assertThat(plan.rows().getFirst().changed()).containsExactly(Column.TITLE);
    }

    @Test
    void aColumnThatMeansNothingIsNamed() throws IOException {
        assertThat(plan("code,lang,Colour,,Weight\nx,en,red,,1\n").unknownColumns()).containsExactly("Colour", "Weight");
    }

    @Test
    void everythingThatIsWrongIsSaidWithItsLineAndField() throws IOException {
        var plan = plan(HEADER + good("a")
                + "b,zh-CN,faqs,,q,a,,public,2026-13-01,8105,2027-01-01,published\n"
                + "\n"
                + ",zh-CN,faq,t,q,a,,public,2026-01-01,8105,2027-01-01,published\n"
                + "\"c\",Chinese,faq,t,q,\"two\nlines\",,everybody,2026-01-01,8105,soon,published\n"
                + "d,zh-CN,faq,t,q,a,,public,2026-01-01,81058105810581058105,2027-01-01,published\n");

        assertThat(reasons(plan)).containsExactly(
                "3 Kind: “faqs” is not one of Product · FAQ · Policy · Promotion · Company · Industry",
                "3 Valid from: Enter a day such as 2026-11-22",
                "5 Code: Please fill this in",
                "6 Language: “Chinese” is no language tag such as zh-CN or en",
                "6 Audience: “everybody” is not one of Open to customers · Internal only",
                "6 Next review: Enter a day such as 2026-11-22",
                "8 Owner: 20 characters; there is room for 16");
        assertThat(plan.count(Plan.Fate.NEW)).isEqualTo(1);
    }

    @Test
    void twoArticlesOfOneCodeAndLanguageAreBothRefused() throws IOException {
        var plan = plan(HEADER + good("a") + good("b") + good("a"));

        assertThat(reasons(plan)).containsExactly(
                "2 Code: the same code and language stand in line 4 too",
                "4 Code: the same code and language stand in line 2 too");
    }

    @Test
    void nothingIsWrittenWhenSomeAreRefusedUnlessThePersonSaysSo() throws IOException {
        var plan = plan(HEADER + good("a") + good("") + good("b"));

        refused("knowledge.import.problem.some_refused", () -> imports.carryOut(owner, plan, false));
        assertThat(imports.carryOut(owner, plan, true)).isEqualTo(2);
        assertThat(articles.all(null)).extracting(Article::code).containsExactly("a", "b");
    }

    @Test
    void whoDoesNotOwnTheKnowledgeImportsNothing() throws IOException {
        var plan = plan(HEADER + good("a"));

        refused("people.problem.not_allowed", () -> imports.carryOut(office.lin, plan, false));
    }

    @Test
    void whatSomebodyChangedSinceIsNotOverwritten() throws IOException {
        put(SomeArticles.one("a", "旧"));
        var plan = plan(HEADER + good("a") + good("b"));
        put(SomeArticles.one("a", "同事改过"));

        refused("knowledge.import.problem.changed_meanwhile", () -> imports.carryOut(owner, plan, false));
    }

    @Test
    void aFolderOfMarkdownSaysTheLanguageByItsPath() throws IOException {
        Files.createDirectories(folder.resolve("kb/zh-TW/faq"));
        var text = """
                ---
                id: return
                kind: faq
                title: 退貨
                question: 怎麼退貨？
                answer: 七天內可以退。
                validFrom: 2026-01-01
                owner: 8105
                reviewOn: 2027-01-01
                colour: red
                ---
                正文
                """;
        Files.writeString(folder.resolve("kb/zh-TW/faq/return.md"), text);
        Files.writeString(folder.resolve("kb/README.md"), "# About\n");

        var plan = imports.plan(folder.resolve("kb"), headings);

        assertThat(plan.rows()).extracting(Plan.Row::file).containsExactly("README.md", "zh-TW/faq/return.md");
        assertThat(plan.rows().get(1).fate()).isEqualTo(Plan.Fate.NEW);
        assertThat(plan.rows().get(1).lang()).isEqualTo("zh-TW");
        assertThat(plan.unknownColumns()).containsExactly("colour");
        assertThat(reasons(plan)).containsExactly("0 README.md: it must begin with its fields between two lines of ---.");
    }

    @Test
    void aWorkbookThatPeopleTypedIsRead() throws IOException {
        var path = folder.resolve("typed.xlsx");
        try (var out = Files.newOutputStream(path); var book = new Workbook(out, "x", "1.0")) {
            var sheet = book.newWorksheet("S");
            var row = Map.of("code", "a", "lang", "zh-CN", "kind", "常见问题", "title", "t", "question", "q", "answer", "a");
            var column = 0;
            for (var cell : row.entrySet()) {
                sheet.value(1, column, cell.getKey());
                sheet.value(3, column++, cell.getValue());
            }
            sheet.value(1, column, "owner");
            sheet.value(3, column++, 8105);
            sheet.value(1, column, "products");
            sheet.value(3, column++, 10442.0);
            sheet.value(1, column, "mustRead");
            sheet.value(3, column++, true);
            for (var day : List.of("validFrom", "reviewOn")) {
                sheet.value(1, column, day);
                sheet.value(3, column, LocalDate.of(2026, 3, 1));
                sheet.style(3, column++).format("yyyy/m/d").set();
            }
        }

        var plan = imports.plan(path, headings);

        assertThat(reasons(plan)).isEmpty();
        var after = plan.rows().getFirst().after();
        assertThat(after.owner()).isEqualTo("8105");
        assertThat(after.products()).containsExactly("10442");
        assertThat(after.mustRead()).isTrue();
        assertThat(after.validFrom()).isEqualTo("2026-03-01");
        assertThat(plan.rows().getFirst().line()).isEqualTo(4);
    }

    @Test
    void whatCannotBeReadAsAWholeIsRefusedWithAReason() throws IOException {
        var bytes = new byte[2000];
        IntStream.range(0, bytes.length).forEach(i -> bytes[i] = (byte) (i * 31 + i / 7));

        problem("encoding", Files.write(folder.resolve("a.csv"), bytes));
        problem("encoding", Files.write(folder.resolve("b.csv"), "code,lang\nx,\0\n".getBytes(StandardCharsets.UTF_8)));
        problem("damaged", Files.write(folder.resolve("a.xlsx"), bytes));
        problem("damaged", file("b.xlsx", HEADER));
        problem("damaged_at", file("c.csv", HEADER + "\"a,zh-CN,faq\n"));
        problem("no_columns", file("d.csv", "a,b,c\n1,2,3\n"));
        problem("column_twice", file("e.csv", "code,lang,id\na,zh-CN,b\n"));
        problem("nothing_in_it", file("f.csv", HEADER));
        problem("nothing_in_it", file("g.csv", ""));
        problem("no_format", file("h.xls", ""));
        problem("not_there", folder.resolve("absent.csv"));
        problem("no_files", Files.createDirectory(folder.resolve("empty")));
    }

    @Test
    void aHundredThousandRowsAreTooMany() throws IOException {
        problem("too_many", file("many.csv", HEADER + IntStream.range(0, 100_000)
                .mapToObj(i -> good("c" + i)).collect(Collectors.joining())));
    }

    @Test
    void aBombIsNotOpened() throws IOException {
        var path = folder.resolve("bomb.xlsx");
        try (var zip = new ZipOutputStream(Files.newOutputStream(path))) {
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            var nothing = new byte[1 << 20];
            for (var i = 0; i < 301; i++) {
                zip.write(nothing);
            }
        }

        assertThat(Files.size(path)).isLessThan(1 << 20);
        problem("blown_up", path);
    }

    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 1, 2, 3};

    private Path markdown(String detail) throws IOException {
        Files.createDirectories(folder.resolve("kb/en/faq"));
        Files.createDirectories(folder.resolve("kb/img"));
        Files.writeString(folder.resolve("kb/en/faq/tea.md"), """
                ---
                id: tea
                kind: faq
                title: Tea
                question: Which?
                answer: Green.
                validFrom: 2026-01-01
                owner: "8105"
                reviewOn: 2027-01-01
                ---
                %s
                """.formatted(detail));
        return folder.resolve("kb");
    }

    @Test
    void picturesOfAFolderAreKeptAndComeOutAgain() throws IOException {
        var kb = markdown("Look: ![a leaf](../../img/my%20leaf.png \"Leaf\") and `![no](x.png)`, ![](<../../img/my leaf.png>)");
        Files.write(kb.resolve("img/my leaf.png"), PNG);

        imports.carryOut(owner, imports.plan(kb, headings), false);

        var detail = articles.get("tea", "en").orElseThrow().detail();
        assertThat(detail).matches(
                "Look: !\\[a leaf]\\(picture:[0-9a-f]{64}\\.png \"Leaf\"\\) and `!\\[no]\\(x\\.png\\)`, !\\[]\\(picture:[0-9a-f]{64}\\.png\\)");
        assertThat(pictures.named()).hasSize(1).first().satisfies(content -> assertThat(content.bytes()).isEqualTo(PNG.length));
        new Exports(articles, pictures).write(folder.resolve("out"), Format.MD, null, headings);
        assertThat(folder.resolve("out/en/faq/tea.md")).content().contains("](../../pictures/");
        assertThat(imports.plan(folder.resolve("out"), headings).count(Plan.Fate.SAME)).isEqualTo(1);
        assertThat(imports.plan(kb, headings).count(Plan.Fate.SAME)).isEqualTo(1);
    }

    @Test
    void whatIsNoPictureOfTheFolderIsRefused() throws IOException {
        var kb = markdown("![](../../img/absent.png) ![](../../../secret.png) ![](../../img/text.png) ![](../../img/big.png) "
                + "![](data:image/png;base64,AAAA) ![](../../img/active.svg) ![](../../img/drawing.svg) ![](https://example.org/a.png)");
        Files.write(folder.resolve("secret.png"), PNG);
        Files.writeString(kb.resolve("img/text.png"), "text");
        Files.write(kb.resolve("img/big.png"), java.util.Arrays.copyOf(PNG, (1 << 20) + 1));
        Files.writeString(kb.resolve("img/active.svg"), "<svg xmlns='http://www.w3.org/2000/svg' onload='x()'></svg>");
        Files.writeString(kb.resolve("img/drawing.svg"), "<svg xmlns='http://www.w3.org/2000/svg'><path d='M0 0h9'/></svg>");

        assertThat(imports.plan(kb, headings).rows().getFirst().flaws()).extracting(flaw -> flaw.words(texts))
                .containsExactlyInAnyOrder(
                        "Details: the picture “../../img/absent.png” is not in the folder",
                        "Details: the picture “../../../secret.png” is not in the folder",
                        "Details: “../../img/text.png” is no PNG, JPEG, GIF, WebP or SVG without scripts",
                        "Details: the picture “../../img/big.png” is larger than 1,024 KB",
                        "Details: a picture is written into the text (data:); put it into a file beside it",
                        "Details: “../../img/active.svg” is no PNG, JPEG, GIF, WebP or SVG without scripts");
    }

    @Test
    void entitiesOfAWorkbookAreNotOpened() throws IOException {
        var good = folder.resolve("good.xlsx");
        put(SomeArticles.one("a", "退货"));
        new Exports(articles, pictures).write(good, Format.XLSX, null, headings);
        var secret = Files.writeString(folder.resolve("secret.txt"), "secret-of-this-desk");
        var path = folder.resolve("entities.xlsx");
        try (var zip = new ZipFile(good.toFile()); var out = new ZipOutputStream(Files.newOutputStream(path))) {
            for (var entry : zip.stream().toList()) {
                var text = new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
                out.putNextEntry(new ZipEntry(entry.getName()));
                out.write((entry.getName().endsWith("sheet1.xml")
                                ? text.replaceFirst("<worksheet", "<!DOCTYPE x [<!ENTITY s SYSTEM \"" + secret.toUri() + "\">]><worksheet")
                                        .replace("退货", "&s;")
                                : text)
                        .getBytes(StandardCharsets.UTF_8));
            }
        }

        try {
            assertThat(imports.plan(path, headings).toString()).doesNotContain("secret-of-this-desk");
        } catch (Problem refused) {
            assertThat(refused.textKey()).isEqualTo("knowledge.import.problem.damaged");
        }
    }

    private void problem(String name, Path path) {
        var thrown = catchThrowableOfType(Problem.class, () -> imports.plan(path, headings));

        assertThat(thrown).as(path.toString()).isNotNull();
        assertThat(thrown.textKey()).isEqualTo("knowledge.import.problem." + name);
        assertThat(texts.get(thrown)).contains(path.getFileName().toString());
    }
}
