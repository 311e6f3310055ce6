package dev.calmdesk.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.calmdesk.base.Problem;
import dev.calmdesk.base.Texts;
import dev.calmdesk.support.ManualClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whatever is wrong with a store's files is said, with a way on; nothing is begun anew over it, nothing is touched.
class OpeningTest {

    private final ManualClock clock = new ManualClock("2025-11-22T02:00:00Z");

    @TempDir
    private Path root;

    private Path folder;
    private StoreFiles files;

    @BeforeEach
    void placeStore() {
        folder = root.resolve("席位 一");
        files = new StoreFiles(folder);
    }

    private void makeStore(String... texts) {
        try (var database = Notes.open(folder, clock)) {
            for (var text : texts) {
                Notes.add(database, text);
            }
        }
    }

    /// @return the problem's key, after a look that not a byte of the database changed
    private String refusal() throws IOException {
        var before = Files.readAllBytes(files.databaseFile());
        var problem = Notes.problemOfOpening(folder, clock);
        assertThat(Files.readAllBytes(files.databaseFile())).isEqualTo(before);
        return problem;
    }

    @Test
    void aSecondInstanceIsRefusedInOneSentence() throws Exception {
        var first = ChildDesk.start(folder, "durable", 1);
        try {
            first.awaitLines(1);

            assertThatThrownBy(() -> Notes.open(folder, clock)).isInstanceOfSatisfying(Problem.Unavailable.class, e -> {
                assertThat(e.textKey()).isEqualTo("store.problem.in_use");
                for (var language : Texts.LANGUAGES) {
                    assertThat(new Texts(language).get(e)).contains(folder.toString()).containsOnlyOnce(stop(language));
                }
            });
            assertThat(first.isAlive()).isTrue();
        } finally {
            first.kill();
        }
        assertThat(Notes.problemOfOpening(folder, clock)).isEmpty();
    }

    private static String stop(Locale language) {
        return language.getLanguage().equals("en") ? "." : "。";
    }

    @Test
    void aSecondOpenerInOneProcessIsRefusedAndTakesNoLockAway() throws Exception {
        try (var first = Notes.open(folder, clock)) {
            assertThat(Notes.problemOfOpening(folder, clock)).isEqualTo("store.problem.in_use");

            assertThat(ChildDesk.start(folder, "durable", 1).exitValue()).isNotZero();
            Notes.add(first, "still mine");
        }
        assertThat(Notes.problemOfOpening(folder, clock)).isEmpty();
    }

    @Test
    void aFolderThatIsAFileIsRefused() throws IOException {
        Files.writeString(folder, "not a folder");

        assertThat(Notes.problemOfOpening(folder, clock)).isEqualTo("store.problem.read_only");
        assertThat(Files.readString(folder)).isEqualTo("not a folder");
    }

    @Test
    void aMissingDatabaseIsNotReplacedByAnEmptyOne() throws IOException {
        makeStore("one");
        var aside = root.resolve("aside.mv.db");
        Files.move(files.databaseFile(), aside);

        assertThat(Notes.problemOfOpening(folder, clock)).isEqualTo("store.problem.missing");
        assertThat(files.databaseFile()).doesNotExist();

        Files.move(aside, files.databaseFile());
        assertThat(Notes.problemOfOpening(folder, clock)).isEmpty();
    }

    @Test
    void aMissingDatabaseIsNoticedByItsBackupsToo() throws IOException {
        try (var database = Notes.open(folder, clock)) {
            database.backup();
        }
        Files.delete(files.databaseFile());
        Files.delete(files.sentinel());

        assertThat(Notes.problemOfOpening(folder, clock)).isEqualTo("store.problem.missing");
    }

    @Test
    void anEmptyDatabaseIsRefusedWhereSomethingWasSaved() throws IOException {
        makeStore("one");
        Files.delete(files.databaseFile());
        Jdbi.open(new Engine("", false, "").writingUrl(files.database()), "sa", "").close();

        assertThat(refusal()).isEqualTo("store.problem.empty");
    }

    @Test
    void aFileOfNoLengthIsRefusedWhereSomethingWasSaved() throws IOException {
        makeStore("one");
        Files.write(files.databaseFile(), new byte[0]);

        assertThat(refusal()).isEqualTo("store.problem.empty");
    }

    @Test
    void theDatabaseOfAnotherDeskIsRefused() throws IOException {
        makeStore("one");
        var other = new StoreFiles(root.resolve("other"));
        Notes.open(other.folder(), clock).close();
        Files.delete(files.databaseFile());
        Files.copy(other.databaseFile(), files.databaseFile());

        assertThat(refusal()).isEqualTo("store.problem.foreign");
    }

    @Test
    void anOlderCopyIsRefusedAndTheNewerOneOpensAgain() throws IOException {
        makeStore("one");
        var older = root.resolve("older.mv.db");
        var newer = root.resolve("newer.mv.db");
        Files.copy(files.databaseFile(), older);
        makeStore("two");
        Files.move(files.databaseFile(), newer);
        Files.copy(older, files.databaseFile());

        assertThat(refusal()).isEqualTo("store.problem.older");

        Files.delete(files.databaseFile());
        Files.move(newer, files.databaseFile());
        try (var database = Notes.open(folder, clock)) {
            assertThat(Notes.texts(database)).containsExactly("one", "two");
        }
    }

    @Test
    void aDatabaseOfANewerVersionIsRefused() throws IOException {
        makeStore("one");
        try (var handle = Jdbi.open(Engine.DURABLE.writingUrl(files.database()), "sa", "")) {
            handle.execute("""
                    insert into "flyway_schema_history"
                    select 900, '900', "description", "type", "script", "checksum", "installed_by", "installed_on",
                        "execution_time", "success"
                    from "flyway_schema_history" where "version" = '001'""");
        }

        assertThat(refusal()).isEqualTo("store.problem.newer");
    }

    /// Unless only free room was cut off: then everything is there.
    @Test
    void aFileThatIsCutShortIsRefused() throws IOException {
        makeStore("one", "two");
        var whole = Files.readAllBytes(files.databaseFile());
        var refused = 0;
        for (var part = 1; part < 60; part++) {
            var cut = Arrays.copyOf(whole, whole.length / 60 * part);
            Files.write(files.databaseFile(), cut);
            try (var database = Notes.open(folder, clock)) {
                assertThat(Notes.texts(database)).containsExactly("one", "two");
                break;
            } catch (Problem e) {
                assertThat(e.textKey()).isIn("store.problem.damaged", "store.problem.older", "store.problem.empty");
                assertThat(Files.readAllBytes(files.databaseFile())).isEqualTo(cut);
                refused++;
            }
        }
        assertThat(refused).isPositive();
    }

    @Test
    void aFileWhoseBeginningIsGarbageIsRefused() throws IOException {
        makeStore("one", "two");
        overwrite(0, 8192, new SplittableRandom(1));

        assertThat(refusal()).isEqualTo("store.problem.damaged");
    }

    /// H2 does not read every page when it opens, so some damage is found when a page is read; none is taken for data.
    @Test
    void garbageInTheMiddleIsNeverTakenForData() throws IOException {
        var texts = new String[200];
        Arrays.setAll(texts, number -> Typed.text("garbage", number));
        makeStore(texts);
        var whole = Files.readAllBytes(files.databaseFile());
        var expected = Arrays.stream(texts).sorted().toList();
        var harmless = 0;
        for (var seed = 0; seed < 16; seed++) {
            var random = new SplittableRandom(seed);
            Files.write(files.databaseFile(), whole);
            overwrite(8192 + random.nextInt(whole.length - 8192 - 4096), 4096, random);
            try (var database = Notes.open(folder, clock)) {
                if (Notes.soundness(database).isSound()) {
                    assertThat(Notes.texts(database)).as("seed " + seed).isEqualTo(expected);
                    harmless++;
                }
            } catch (Problem e) {
                assertThat(e.textKey())
                        .as("seed " + seed)
                        .isIn(
                                "store.problem.damaged",
                                "store.problem.older",
                                "store.problem.empty",
                                "store.problem.disk_refused");
            }
        }
        assertThat(harmless).isLessThan(16);
    }

    private void overwrite(int from, int length, SplittableRandom random) throws IOException {
        var bytes = Files.readAllBytes(files.databaseFile());
        for (var i = from; i < from + length; i++) {
            bytes[i] = (byte) random.nextInt();
        }
        Files.write(files.databaseFile(), bytes);
    }

    @Test
    void aSentinelThatIsLostOrTornKeepsNobodyOut() throws IOException {
        makeStore("one");
        Files.write(files.sentinel(), new byte[] {1, 2, 3});
        makeStore("two");
        Files.delete(files.sentinel());

        try (var database = Notes.open(folder, clock)) {
            assertThat(Notes.texts(database)).containsExactly("one", "two");
        }
        assertThat(Sentinel.read(files.sentinel())).hasValueSatisfying(mark -> assertThat(mark.seq()).isEqualTo(2));
    }

    @Test
    void aMigrationThatWasCutOffIsBegunAnew() throws IOException {
        makeStore("one");
        Files.write(files.nextDatabaseFile(), new byte[10_000]);

        try (var database = Notes.open(folder, clock)) {
            assertThat(Notes.texts(database)).containsExactly("one");
        }
        assertThat(files.nextDatabaseFile()).doesNotExist();
    }

    @Test
    void anOlderSchemaIsBackedUpAndMigrated() throws IOException {
        Files.createDirectories(folder);
        var url = new Engine("", false, "").writingUrl(files.database());
        try (var handle = Jdbi.open(url, "sa", "")) {
            Flyway.configure().dataSource(url, "sa", "").locations("classpath:db/desk").target("002").load().migrate();
            handle.execute("insert into desk (id, code, created_at) values (?, 'B07', 0)", UUID.randomUUID());
        }

        try (var database = Notes.open(folder, clock)) {
            assertThat(database.desk().code()).isEqualTo("B07");
            Notes.add(database, "in a table that was not there");
        }
        assertThat(Backups.list(files)).hasSize(1);
    }

    @Test
    void whatWentWrongIsSaidInEveryLanguageWithTheFolder() {
        for (var problem : Set.of("in_use", "read_only", "damaged", "older", "empty", "missing", "foreign", "newer",
                "disk_full", "disk_refused", "cannot_open", "backup_unusable")) {
            for (var language : Texts.LANGUAGES) {
                var said = new Texts(language).get(Problem.unavailable("store.problem." + problem, null, folder));
                assertThat(said).contains(folder.toString());
            }
        }
    }
}
