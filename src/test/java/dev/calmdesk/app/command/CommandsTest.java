package dev.calmdesk.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.calmdesk.app.Workspace;
import dev.calmdesk.base.Ids;
import dev.calmdesk.base.Texts;
import dev.calmdesk.data.Json;
import dev.calmdesk.data.StoreFiles;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Every command, as it is typed.
class CommandsTest {

    private static final Instant NOW = Instant.parse("2026-11-22T06:30:00Z");

    @TempDir
    private static Path home;

    private static Path demo;

    /// What came of a command.
    private record Done(int code, String out, String err) {

        List<JsonNode> json() {
            return out.lines().map(line -> Json.read(line, JsonNode.class)).toList();
        }
    }

    @BeforeAll
    static void makeTheDemonstration() {
        demo = home.resolve("demo");
        var made = run(Locale.SIMPLIFIED_CHINESE, "demo", "--data", demo.toString());

        assertThat(made.err()).isEmpty();
        assertThat(made.code()).isZero();
        assertThat(made.out()).contains("8021  林晓棠").contains("chensui-demo");
    }

    private static Done run(String... arguments) {
        return run(Locale.ENGLISH, arguments);
    }

    private static Done run(Locale language, String... arguments) {
        return run(language, () -> NOW, arguments);
    }

    private static Done run(Locale language, InstantSource clock, String... arguments) {
        return typing("", language, clock, arguments);
    }

    private static Done typing(String in, Locale language, InstantSource clock, String... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        var console = new Console(
                new StringReader(in), new PrintWriter(out), new PrintWriter(err), new Texts(language), clock, home.resolve("standard"),
                folder -> {});
        var code = CommandLines.of(console).execute(arguments);
        return new Done(code, out.toString(), err.toString());
    }

    private static Done onDemo(String... arguments) {
        var all = new java.util.ArrayList<>(List.of(arguments));
        all.add("--data");
        all.add(demo.toString());
        return run(all.toArray(String[]::new));
    }

    @Test
    void casesAreListedAsTextAndAsJson() {
        var text = onDemo("case", "list", "--open");
        var json = onDemo("case", "list", "--open", "--json").json();

        assertThat(text.code()).isZero();
        assertThat(text.out()).contains("C-261122-A01-001").contains(json.size() + " cases");
        assertThat(json).allSatisfy(row -> {
            assertThat(row.get("state").asText()).isEqualTo("OPEN");
            assertThat(row.get("number").asText()).matches("[CQ]-\\d{6}-A01-\\d{3}");
        });
        assertThat(onDemo("case", "list", "--json").json()).hasSizeGreaterThan(json.size());
    }

    @Test
    void articlesGoOutAndComeBackWithoutAChange() {
        var file = home.resolve("articles.csv").toString();

        assertThat(onDemo("kb", "export", file, "--format", "csv").out()).contains("Articles written to " + file + ": 185");
        var dry = onDemo("kb", "import", file, "--dry-run");
        assertThat(dry.code()).isZero();
        assertThat(dry.out()).contains("New 0 · changed 0 · the same 185 · refused 0", "Nothing was written");
        assertThat(onDemo("kb", "import", file).out()).contains("Articles taken in: 0");
    }

    @Test
    void aFileWithFlawsIsTakenInOnlyAsFarAsItIsGoodAndOnlyWhenAsked() throws IOException {
        var folder = copyOfTheDemo("flaws").toString();
        var file = Files.writeString(home.resolve("flaws.csv"), """
                code,lang,kind,title,question,answer,valid_from,owner,review_on,Colour
                new-one,en,FAQ,New,Q?,A.,2026-01-01,8105,2027-01-01,red
                new-two,en,FAQ,New,Q?,A.,someday,8105,2027-01-01,red
                """).toString();

        var refused = run("kb", "import", file, "--data", folder);
        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.out()).contains("flaws.csv:3", "Valid from: Enter a day", "Not understood and left out: Colour");
        assertThat(refused.err()).contains("Refused articles: 1");
        assertThat(run("kb", "import", file, "--only-good", "--data", folder).out()).contains("Articles taken in: 1");
    }

    @Test
    void theFaqIsPublishedIntoAFolder() {
        var done = onDemo("kb", "publish", home.resolve("faq").toString());

        assertThat(done.err()).isEmpty();
        assertThat(done.out()).contains("2 languages");
        assertThat(home.resolve("faq/index.html")).content().contains("Chensui Help");
    }

    @Test
    void theSearchIsMeasuredOnTextsInAFile() throws IOException {
        var docs = Files.writeString(home.resolve("docs.jsonl"), """
                {"id":"r","title":"怎么退货","body":"七天内可以退货。"}
                {"id":"s","title":"怎么保存","body":"开封后冷藏。","more":1}
                {"id":"t"}
                """);

        var done = typing(
                "q1\ttuihuo\nq2\t冷藏\nq3\t☃\nq4", Locale.ENGLISH, () -> NOW, "kb", "eval", "--docs", docs.toString());

        assertThat(done.err()).isEmpty();
        assertThat(done.out().lines()).containsExactly("ready", "q1\tr", "q2\ts", "q3\t", "q4\t");
    }

    @Test
    void aFileThatHoldsNoTextsIsRefused() throws IOException {
        var docs = Files.writeString(home.resolve("no-docs.jsonl"), "{\"id\":\"r\"}\n\nsomething\n");

        assertThat(run("kb", "eval", "--docs", docs.toString()).err()).contains("no-docs.jsonl, line 3");
        assertThat(run("kb", "eval", "--docs", home.resolve("absent").toString()).code()).isEqualTo(1);
    }

    @Test
    void aViewIsThatOfAPerson() {
        var mine = onDemo("case", "list", "--view", "mine", "--agent", "8021", "--json").json();
        var team = onDemo("case", "list", "--view", "TEAM", "--agent", "8021", "--json").json();

        assertThat(mine).isNotEmpty().allSatisfy(row -> assertThat(row.get("owner").asText()).isEqualTo("林晓棠"));
        assertThat(team).hasSizeGreaterThan(mine.size()).allSatisfy(row ->
                assertThat(row.get("team").asText()).isEqualTo("T1"));
        assertThat(onDemo("case", "list", "--view", "mine").code()).isEqualTo(2);
        assertThat(onDemo("case", "list", "--view", "mine", "--agent", "1").code()).isEqualTo(1);
        assertThat(onDemo("case", "list", "--view", "yours").code()).isEqualTo(2);
    }

    @Test
    void aCaseIsShownWithItsTimeline() {
        var text = onDemo("case", "show", "c-261118-a01-002");
        var json = onDemo("case", "show", "C-261118-A01-002", "--json").json();

        assertThat(text.code()).isZero();
        assertThat(text.out()).contains("陈屿 8013").contains("周岚 8101").contains("¥714.00");
        assertThat(json.getFirst().get("type").asText()).isEqualTo("case");
        assertThat(json.stream().skip(1)).hasSizeGreaterThan(20).allSatisfy(entry -> {
            assertThat(entry.get("type").asText()).isEqualTo("entry");
            assertThat(Instant.parse(entry.get("at").asText())).isBefore(NOW);
            assertThat(entry.get("changes").isObject()).isTrue();
        });
    }

    @Test
    void aCaseThatDoesNotExistIsRefused() {
        var done = onDemo("case", "show", "C-0");

        assertThat(done.code()).isEqualTo(1);
        assertThat(done.err()).contains("There is no case C-0");
    }

    @Test
    void knowledgeIsFoundByPinyin() {
        var hits = onDemo("kb", "search", "ranmainai", "chendian", "--in", "zh-CN", "--limit", "3", "--json").json();
        var text = onDemo("kb", "search", "沉淀");

        assertThat(hits).isNotEmpty().hasSizeLessThanOrEqualTo(3);
        assertThat(hits.getFirst().get("code").asText()).isEqualTo("oat-milk-sediment");
        assertThat(text.out()).contains("沉淀").contains("found");
    }

    @Test
    void aSoundStoreIsSound() {
        var text = onDemo("check");
        var json = onDemo("check", "--json").json();

        assertThat(text.code()).isZero();
        assertThat(text.out()).contains("everything is sound");
        assertThat(json.getLast().get("sound").asBoolean()).isTrue();
        assertThat(json).anySatisfy(line -> {
            assertThat(line.path("kind").asText()).isEqualTo("person");
            assertThat(line.path("rows").asInt()).isEqualTo(15);
        });
    }

    @Test
    void aStoreWhosePastIsStillComingInIsSoundAndSaysSo() throws IOException {
        var folder = copyOfTheDemo("late");
        var clock = Clock.systemUTC();
        try (var late = Workspace.open(new StoreFiles(folder), clock, Ids.timeOrdered(clock))) {
            late.database().writeDo(tx -> {
                tx.handle().execute("insert into backfill (scope, done, until) values ('team-T1', 5000, 20000)");
                tx.handle().execute("delete from contact where id in (select id from contact limit 2)");
            });
        }

        var text = run("check", "--data", folder.toString());
        var json = run("check", "--json", "--data", folder.toString()).json();

        assertThat(text.code()).isZero();
        assertThat(text.out()).contains("5,000 of 20,000 entries are here (25%)", "the beginning of 2 records");
        assertThat(json).anySatisfy(line -> {
            assertThat(line.path("type").asText()).isEqualTo("filling-in");
            assertThat(line.path("awaited").asInt()).isEqualTo(2);
        });
    }

    @Test
    void aBackupIsRestoredAndWhatWasThereIsSetAside() throws IOException {
        var folder = copyOfTheDemo("restored");
        var before = run("case", "list", "--json", "--data", folder.toString()).out();
        assertThat(run("backup", "--data", folder.toString()).code()).isZero();
        Files.writeString(new StoreFiles(folder).databaseFile(), "damaged");
        assertThat(run("check", "--data", folder.toString()).code()).isEqualTo(1);

        var restored = run("restore", "--data", folder.toString());

        assertThat(restored.code()).isZero();
        assertThat(restored.out()).contains("set-aside");
        assertThat(run("case", "list", "--json", "--data", folder.toString()).out()).isEqualTo(before);
    }

    private static Path copyOfTheDemo(String name) throws IOException {
        var folder = Files.createDirectories(home.resolve(name));
        try (var files = Files.list(demo)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, folder.resolve(file.getFileName()));
            }
        }
        return folder;
    }

    @Test
    void restoringWithoutABackupIsRefused() {
        assertThat(run("restore", "--data", home.resolve("nothing").toString()).code()).isEqualTo(1);
        assertThat(run("restore", "--from", home.resolve("no.zip").toString()).code()).isEqualTo(1);
    }

    @Test
    void aPackIsImportedIntoANewStore() {
        var folder = home.resolve("fresh");
        var done = run("pack", "import", "src/main/resources/content/chensui", "--data", folder.toString());

        assertThat(done.err()).isEmpty();
        assertThat(done.code()).isZero();
        assertThat(done.out()).contains("24 products");
        assertThat(run("pack", "import", home.resolve("nowhere").toString()).code()).isEqualTo(1);
        assertThat(run("pack", "import").code()).isEqualTo(2);
    }

    @Test
    void theDemonstrationNeverGoesIntoAUsedStore() {
        var done = onDemo("demo");

        assertThat(done.code()).isEqualTo(1);
        assertThat(done.err()).contains("There is data here already");
    }

    @Test
    void nothingIsMadeWhereSomethingIsOnlyLookedAt() {
        var nowhere = home.resolve("nowhere");

        for (var command : List.of("case list", "case show C-1", "kb search x", "check", "backup")) {
            var done = run((command + " --data " + nowhere).split(" "));
            assertThat(done.code()).as(command).isEqualTo(1);
            assertThat(done.err()).as(command).contains("There is no store in");
        }
        assertThat(nowhere).doesNotExist();
    }

    @Test
    void whatIsNotUnderstoodEndsWithTwo() {
        assertThat(run("nonsense").code()).isEqualTo(2);
        assertThat(run("case").code()).isEqualTo(2);
        assertThat(run("case", "list", "--nonsense").code()).isEqualTo(2);
        assertThat(run("case", "show").code()).isEqualTo(2);
        assertThat(run(Locale.SIMPLIFIED_CHINESE, "case").err()).contains("想看用法，请输入 calmdesk case --help");
    }

    @Test
    void theUnexpectedIsOneLineWithACode() {
        InstantSource broken = () -> {
            throw new IllegalStateException("broken on purpose");
        };

        var done = run(Locale.ENGLISH, broken, "restore", "--from", demo + "/calmdesk.mv.db", "--data", demo.toString());

        assertThat(done.code()).isEqualTo(1);
        assertThat(done.err().lines()).singleElement().asString().containsPattern("code [0-9A-F]{4}-[0-9A-F]{4};");
    }

    @Test
    void helpIsThereInThreeLanguages() {
        for (var language : Texts.LANGUAGES) {
            for (var command : List.of(
                    "", "desk", "demo", "case", "case list", "case show", "kb", "kb search", "check", "backup", "restore",
                    "pack", "pack import")) {
                var done = run(language, (command + " --help").strip().split(" "));
                assertThat(done.code()).as(command).isZero();
                assertThat(done.out()).as(command).contains("calmdesk").contains("--help");
            }
        }
        assertThat(run(Locale.SIMPLIFIED_CHINESE, "--help").out()).contains("检查整份数据").contains("退出码");
        assertThat(run(Locale.TRADITIONAL_CHINESE, "--help").out()).contains("檢查整份資料");
    }

    @Test
    void theVersionIsSaid() {
        assertThat(run("--version").out()).startsWith("Calmdesk ");
    }
}
