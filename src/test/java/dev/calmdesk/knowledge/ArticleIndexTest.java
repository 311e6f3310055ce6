package dev.calmdesk.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.calmdesk.base.Ids;
import dev.calmdesk.data.Database;
import dev.calmdesk.people.Actor;
import dev.calmdesk.people.Role;
import dev.calmdesk.search.Synonyms;
import dev.calmdesk.support.ManualClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What becomes of the index when it is behind, damaged, or not the one of this database.
class ArticleIndexTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final Actor FANG = new Actor(new UUID(1, 1), "8105", "方怡", Set.of(Role.QUALITY), "T1");

    private final ManualClock clock = new ManualClock("2026-11-22T02:00:00Z");
    private final Ids ids = Ids.timeOrdered(clock);
    private final List<AutoCloseable> opened = new ArrayList<>();
    private Database database;
    private Articles articles;

    @TempDir
    private Path folder;

    @BeforeEach
    void open() {
        database = database();
        articles = new Articles(database, clock, ids);
        publish("oat", "燕麦奶沉淀");
    }

    @AfterEach
    void close() throws Exception {
        for (var each : opened.reversed()) {
            each.close();
        }
    }

    @Test
    void beforeTheFirstRefreshNothingIsReady() {
        var index = index(database);

        assertThat(index.search(Search.Query.of("沉淀", TODAY)).ready()).isFalse();
    }

    @Test
    void aPublishedArticleIsFoundAfterARefreshAndAnArchivedOneNoMore() {
        var index = ready(database);
        publish("plum", "青梅气泡水涨罐");
        assertThat(found(index, "涨罐")).isEmpty();

        index.refresh();
        assertThat(found(index, "涨罐")).containsExactly("plum");

        articles.archive(FANG, Article.idOf("plum", "zh-CN"));
        index.refresh();
        assertThat(found(index, "涨罐")).isEmpty();
    }

    @Test
    void whatWasEditedIsShownAsItIsNow() {
        var index = ready(database);
        for (var answer : List.of("涨罐请勿打开。", "涨罐请放到阴凉处。")) {
            articles.put(FANG, SomeArticle.of("plum", "青梅气泡水涨罐").answering(answer).build());
            index.refresh();

            assertThat(index.search(Search.Query.of("涨罐", TODAY)).hits())
                    .extracting(hit -> hit.passage().text())
                    .containsExactly(answer);
        }
    }

    @Test
    void whatIsNotInForceYetIsFoundOnlyByThoseWhoLookAfterIt() {
        articles.put(FANG, SomeArticle.of("new", "新包装沉淀").from("2026-12-01").build());
        var index = ready(database);

        assertThat(found(index, "沉淀")).containsExactly("oat");
        assertThat(found(index, "")).containsExactly("oat");
        assertThat(index.search(Search.Query.of("沉淀", TODAY).withComing()).hits())
                .extracting(Search.Hit::validity)
                .containsExactly(Validity.VALID, Validity.NOT_YET);
        assertThat(index.search(Search.Query.of("沉淀", LocalDate.of(2026, 12, 1))).hits()).hasSize(2);
    }

    @Test
    void ofArticlesThatShareTheSameWordsTheOneThatServedComesFirst() {
        var index = ready(database);
        opened.add(index.follow(Runnable::run));
        publish("oat-2", "燕麦奶沉淀");
        var second = found(index, "燕麦奶沉淀").getLast();
        articles.used(FANG, Article.idOf(second, "zh-CN"), null);
        assertThat(found(index, "燕麦奶沉淀")).startsWith(second);

        articles.didNotHelp(FANG, Article.idOf(second, "zh-CN"), null);
        assertThat(found(index, "燕麦奶沉淀")).endsWith(second);
    }

    @Test
    void whoFollowsIsBroughtUpByEachCommitAndToldSo() {
        var index = ready(database);
        var told = new ArrayList<String>();
        opened.add(index.follow(Runnable::run));
        opened.add(database.changes().on(Set.of(ArticleIndex.CHANGED), () -> told.add("changed")));

        publish("plum", "青梅气泡水涨罐");

        assertThat(found(index, "涨罐")).containsExactly("plum");
        assertThat(told).containsExactly("changed");
    }

    @Test
    void manyChangesThatWaitAreTakenInByOneRefresh() {
        var index = ready(database);
        var waiting = new ArrayList<Runnable>();
        opened.add(index.follow(waiting::add));

        publish("a", "橙汁胀瓶");
        publish("b", "饼干碎了");

        assertThat(waiting).hasSize(1);
        waiting.getFirst().run();
        assertThat(found(index, "碎了")).containsExactly("b");
    }

    @Test
    void anIndexBehindTheDatabaseTakesInTheRest() {
        ready(database).close();
        var build = builds();
        publish("plum", "青梅气泡水涨罐");

        assertThat(found(ready(database), "涨罐")).containsExactly("plum");
        assertThat(builds()).isEqualTo(build);
    }

    @Test
    void anIndexThatIsUpToDateIsOnlyOpened() {
        ready(database).close();
        var build = builds();

        assertThat(found(ready(database), "沉淀")).containsExactly("oat");
        assertThat(builds()).isEqualTo(build);
    }

    @Test
    void theIndexOfAnotherDeskIsBuiltAnew() {
        var other = database();
        var otherArticles = new Articles(other, clock, ids);
        otherArticles.put(FANG, SomeArticle.of("other", "别处的沉淀").build());
        ready(other).close();

        assertThat(found(ready(database), "沉淀")).containsExactly("oat");
    }

    @Test
    void anIndexAheadOfTheDatabaseIsBuiltAnew() {
        publish("plum", "青梅气泡水涨罐");
        ready(database).close();
        database.writeDo(tx -> {
            tx.handle().execute("delete from article where code = 'plum'");
            tx.handle().execute("delete from search_change where record = ?", Article.idOf("plum", "zh-CN"));
        });

        assertThat(found(ready(database), "涨罐")).isEmpty();
    }

    @Test
    void anIndexThatMissesArticlesWithoutAnyChangeNotedIsBuiltAnew() {
        publish("plum", "青梅气泡水涨罐");
        ready(database).close();
        database.writeDo(tx -> {
            var last = tx.handle().createQuery("select max(seq) from search_change").mapTo(Long.class).one();
            tx.handle().execute("delete from article where code = 'oat'");
            tx.handle().execute("delete from search_change where seq > ?", last);
        });

        assertThat(found(ready(database), "沉淀")).isEmpty();
    }

    @Test
    void aDamagedIndexIsBuiltAnew() throws IOException {
        ready(database).close();
        for (var file : indexFiles()) {
            Files.write(file, new byte[] {1, 2, 3});
        }

        assertThat(found(ready(database), "沉淀")).containsExactly("oat");
    }

    @Test
    void aLostByteInTheMiddleOfAnIndexIsNoticed() throws IOException {
        ready(database).close();
        var largest = indexFiles().stream()
                .max(Comparator.comparing(file -> file.toFile().length()))
                .orElseThrow();
        var bytes = Files.readAllBytes(largest);
        bytes[bytes.length / 2] ^= 0x55;
        Files.write(largest, bytes);

        assertThat(found(ready(database), "沉淀")).containsExactly("oat");
    }

    @Test
    void aPointerToNowhereOrToNonsenseIsNoHindrance() throws IOException {
        for (var pointer : List.of("build-0000", "../../etc", "\u0000\u0001", "")) {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve("current"), pointer);
            var index = ready(database);
            assertThat(found(index, "沉淀")).containsExactly("oat");
            index.close();
        }
    }

    @Test
    void afterAPurgeTheNextStartLeavesNothingOfTheOldFiles() throws IOException {
        publish("plum", "青梅气泡水涨罐");
        var index = ready(database);
        var before = builds();
        database.writeDo(tx -> tx.handle().execute("delete from article where code = 'plum'"));

        index.purge();
        assertThat(found(index, "沉淀")).containsExactly("oat");
        assertThat(found(index, "涨罐")).isEmpty();
        index.close();

        assertThat(found(ready(database), "沉淀")).containsExactly("oat");
        assertThat(builds()).hasSize(1).doesNotContainAnyElementsOf(before);
    }

    @Test
    void anOldBuildIsClearedAwayByTheNext() throws IOException {
        ready(database).close();
        Files.delete(folder.resolve("current"));
        ready(database).close();

        assertThat(builds()).hasSize(1);
    }

    @Test
    void anIndexInMemoryWorksTheSame() {
        var index = ArticleIndex.inMemory(database, () -> Synonyms.GENERAL);
        opened.add(index);
        index.refresh();
        publish("plum", "青梅气泡水涨罐");
        index.refresh();

        assertThat(found(index, "涨罐")).containsExactly("plum");
    }

    private Database database() {
        var made = Database.inMemory(clock, ids);
        opened.add(made);
        return made;
    }

    private ArticleIndex index(Database of) {
        var index = ArticleIndex.in(folder, of, () -> Synonyms.GENERAL);
        opened.add(index);
        return index;
    }

    private ArticleIndex ready(Database of) {
        var index = index(of);
        index.refresh();
        return index;
    }

    private void publish(String code, String title) {
        articles.put(FANG, SomeArticle.of(code, title).build());
    }

    private List<String> found(ArticleIndex index, String typed) {
        var results = index.search(Search.Query.of(typed, TODAY));
        assertThat(results.ready()).isTrue();
        return results.hits().stream()
                .filter(hit -> results.nature() == Search.Results.Nature.FOUND)
                .map(hit -> articles.get(hit.articleId()).orElseThrow().code())
                .toList();
    }

    private List<String> builds() {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith("build-"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Path> indexFiles() throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.getFileName().toString().matches("current|write.lock"))
                    .toList();
        }
    }
}
