package dev.calmdesk.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.calmdesk.app.Kinds;
import dev.calmdesk.base.Ids;
import dev.calmdesk.base.Problem;
import dev.calmdesk.cases.Promise;
import dev.calmdesk.cases.PromiseState;
import dev.calmdesk.complaint.Evidence;
import dev.calmdesk.data.ContentFolder;
import dev.calmdesk.data.ContentFolder.Content;
import dev.calmdesk.data.Database;
import dev.calmdesk.data.Entry;
import dev.calmdesk.data.Journal;
import dev.calmdesk.data.Rows;
import dev.calmdesk.data.Soundness;
import dev.calmdesk.support.Postgres;
import dev.calmdesk.sync.Hub;
import dev.calmdesk.sync.Link;
import dev.calmdesk.sync.Replica;
import dev.calmdesk.sync.SyncRound;
import dev.calmdesk.sync.bundle.DeskBundles;
import dev.calmdesk.sync.bundle.DeskBundles.Taken;
import dev.calmdesk.sync.file.DeskFiles;
import dev.calmdesk.sync.wire.Admission;
import dev.calmdesk.sync.wire.Page;
import dev.calmdesk.sync.wire.Push;
import dev.calmdesk.sync.wire.Receipt;
import dev.calmdesk.sync.wire.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Desks that know sticks only, desks that know the network, and one hub.
class BundlesTest {

    private static final String TEAM = "team-T1";
    private static final Clock CLOCK = Clock.systemUTC();

    @TempDir
    private Path stick;

    private final HubDatabase database = HubDatabase.open(Postgres.emptyDatabase());
    private final Feed feed = new Feed(database);
    private final Enrolment enrolment = new Enrolment(database, CLOCK);
    private final Bundles bundles = new Bundles(feed, enrolment);
    private final List<Desk> desks = new ArrayList<>();

    @AfterEach
    void close() {
        desks.forEach(desk -> desk.database().close());
    }

    private record Desk(Database database, Replica replica, DeskFiles files, DeskBundles sticks) {

        UUID id() {
            return database.desk().id();
        }

        UUID promise(String text) {
            var id = UUID.randomUUID();
            database.writeDo(tx -> tx.write(Promise.KIND, id)
                    .set("case_id", new UUID(1, 1))
                    .set("text", text)
                    .set("owner", id())
                    .set("made_at", 0L)
                    .set("due_at", 1L)
                    .set("state", PromiseState.OPEN)
                    .as("made", id()));
            return id;
        }

        void change(UUID promise, String text) {
            database.writeDo(tx -> tx.write(Promise.KIND, promise).set("text", text).asWhenChanged("changed", id()));
        }

        Content evidence(Path folder, int size) throws IOException {
            var bytes = new byte[size];
            new Random(size).nextBytes(bytes);
            var name = files.folder().keep(Files.write(folder.resolve("customer's file"), bytes));
            database.writeDo(tx -> tx.write(Evidence.KIND, UUID.randomUUID())
                    .set("case_id", new UUID(1, 1))
                    .set("sha256", name)
                    .set("name", "录音.mp3")
                    .set("media_type", "audio/mpeg")
                    .set("bytes", (long) size)
                    .set("added_at", (long) size)
                    .as("added", id()));
            return new Content(name, size);
        }

        List<String> texts() {
            return promises().stream().map(row -> String.valueOf(row.get("text"))).toList();
        }

        List<Map<String, Object>> promises() {
            return database.read(
                    handle -> handle.createQuery("select * from promise order by id").mapToMap().list());
        }

        List<Map<String, Object>> conflicts() {
            return database.read(handle -> handle.createQuery(
                            "select * from conflict order by entity, field, entry").mapToMap().list());
        }

        List<Entry> journal() {
            return database.read(handle -> handle.createQuery(
                            "select * from journal order by scope, position, desk, seq").map(Journal::entry).list());
        }
    }

    private Desk desk() {
        var store = Database.inMemory(CLOCK, Ids.timeOrdered(CLOCK));
        var replica = new Replica(store, Kinds.ALL, Set.of());
        var folder = new ContentFolder(stick.resolve("evidence of " + store.desk().id()));
        var files = new DeskFiles(store, folder, () -> store.read(handle -> Rows.all(handle, Evidence.KIND)).stream()
                .map(evidence -> new Content(evidence.sha256(), evidence.bytes()))
                .toList());
        var desk = new Desk(store, replica, files, new DeskBundles(store, replica, files, CLOCK));
        desks.add(desk);
        return desk;
    }

    private Desk onSticks() {
        var desk = desk();
        var file = stick.resolve("admission");
        desk.sticks().join(file, bundles.admit(file, TEAM, false));
        return desk;
    }

    private Desk onNetwork() {
        var desk = desk();
        Admission let = enrolment.redeem(enrolment.offer(TEAM), desk.id()).orElseThrow();
        desk.replica().enrol(
                new Link(let.hub(), let.epoch(), "http://127.0.0.1", let.token(), let.teamScope(), CLOCK.instant(), 0),
                let.code());
        return desk;
    }

    private SyncRound.Moved round(Desk desk) {
        return new SyncRound(desk.replica(), new Hub() {
            @Override
            public List<Receipt> push(Push push) {
                return feed.push(desk.id(), push);
            }

            @Override
            public Page pull(String scope, UUID epoch, long after) {
                return feed.pull(desk.id(), scope, epoch, after);
            }

            @Override
            public Admission goOn(UUID heir) {
                throw new AssertionError("nothing was restored");
            }

            @Override
            public List<Receipt> known(List<UUID> entries) {
                throw new AssertionError("nothing was restored");
            }
        }).run();
    }

    private Path written(Desk desk, String name) {
        var file = stick.resolve(name);
        desk.sticks().write(file);
        return file;
    }

    private Path answered(Path bundle) {
        var answer = bundle.resolveSibling(bundle.getFileName() + ".answer");
        bundles.answer(bundle, answer);
        return answer;
    }

    private Taken trip(Desk desk) {
        return desk.sticks().read(answered(written(desk, "stick")));
    }

    private static String refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        return catchThrowableOfType(Problem.class, call).textKey();
    }

    @Test
    void desksThatKnowOnlySticksBecomeEqualToOneOnTheNetwork() throws IOException {
        var lin = onSticks();
        var chen = onSticks();
        var network = onNetwork();
        for (var i = 0; i < 700; i++) {
            lin.promise("林 " + i);
        }
        var file = lin.evidence(stick, 1_200_000);
        var promise = network.promise("回电");
        round(network);
        assertThat(trip(lin)).isEqualTo(new Taken(701, 0, 1, 0, true));
        assertThat(trip(chen)).isEqualTo(new Taken(0, 0, 702, 1, true));
        chen.change(promise, "15:00 前回电");
        lin.change(promise, "16:00 前回电");
        for (var again = 0; again < 2; again++) {
            trip(chen);
            trip(lin);
            round(network);
        }
        assertAllEqual();
        assertThat(lin.conflicts()).hasSize(1);
        assertThat(chen.files().lacking()).isEmpty();
        assertThat(Files.readAllBytes(chen.files().folder().path(file.sha256())))
                .isEqualTo(Files.readAllBytes(lin.files().folder().path(file.sha256())));
        assertThat(lin.files().unsent(feed.identity().epoch())).isEmpty();
        assertThat(lin.database().desk().code()).isNotEqualTo(chen.database().desk().code());
    }

    private void assertAllEqual() {
        var first = desks.getFirst();
        for (var desk : desks) {
            assertThat(desk.promises()).isEqualTo(first.promises());
            assertThat(desk.conflicts()).isEqualTo(first.conflicts());
            assertThat(desk.journal()).isEqualTo(first.journal());
            assertThat(desk.database().read(handle -> Soundness.of(handle, Kinds.ALL)).findings()).isEmpty();
        }
        assertThat(first.journal()).extracting(Entry::id).doesNotHaveDuplicates();
        assertThat(first.journal()).allMatch(entry -> entry.position().isPresent());
    }

    @Test
    void aStickThatIsReadTwiceChangesNothingMore() {
        var lin = onSticks();
        lin.promise("回电");
        var bundle = written(lin, "stick");
        var answer = answered(bundle);
        answered(bundle);
        assertThat(lin.sticks().read(answer).answered()).isEqualTo(1);
        var journal = lin.journal();

        assertThat(lin.sticks().read(answer)).isEqualTo(new Taken(0, 0, 0, 0, true));
        assertThat(lin.journal()).isEqualTo(journal);
        assertThat(feed.pull(lin.id(), TEAM, feed.identity().epoch(), 0).entries()).hasSize(1);
    }

    @Test
    void anOldStickAfterANewerOneTakesNothingBack() {
        var lin = onSticks();
        var network = onNetwork();
        lin.promise("一");
        network.promise("二");
        round(network);
        var old = written(lin, "old");
        var oldAnswer = answered(old);
        lin.promise("三");
        network.promise("四");
        round(network);
        trip(lin);
        assertThat(lin.texts()).containsExactlyInAnyOrder("一", "二", "三", "四");
        var journal = lin.journal();

        assertThat(lin.sticks().read(oldAnswer)).isEqualTo(new Taken(0, 0, 0, 0, true));
        lin.sticks().read(answered(old));
        assertThat(lin.journal()).isEqualTo(journal);
        round(network);
        assertAllEqual();
    }

    @Test
    void anAnswerThatIsLostIsGivenAgain() {
        var lin = onSticks();
        lin.promise("一");
        answered(written(lin, "lost"));
        lin.promise("二");

        assertThat(trip(lin).answered()).isEqualTo(2);
        assertThat(feed.pull(lin.id(), TEAM, feed.identity().epoch(), 0).entries()).hasSize(2);
    }

    @Test
    void anyChangedByteIsRefusedOnBothSidesAndNothingIsStored() throws IOException {
        var lin = onSticks();
        var network = onNetwork();
        network.promise("回电");
        round(network);
        trip(lin);
        lin.promise("承诺");
        var bundle = written(lin, "stick");
        network.promise("再回电");
        round(network);
        var head = feed.pull(network.id(), TEAM, feed.identity().epoch(), 0).head();
        var whole = Files.readAllBytes(bundle);
        for (var at = 0; at < whole.length; at += 3) {
            var changed = whole.clone();
            changed[at] ^= (byte) (1 << at % 8);
            Files.write(bundle, changed);
            assertThat(refused(() -> bundles.answer(bundle, stick.resolve("never")))).startsWith("sync.bundle.");
        }
        Files.write(bundle, whole);
        assertThat(feed.pull(network.id(), TEAM, feed.identity().epoch(), 0).head()).isEqualTo(head);
        assertThat(stick.resolve("never")).doesNotExist();

        var answer = answered(bundle);
        var journal = lin.journal();
        var good = Files.readAllBytes(answer);
        for (var at = 1; at < good.length; at += 3) {
            var changed = good.clone();
            changed[at] ^= (byte) (1 << at % 8);
            Files.write(answer, changed);
            assertThat(refused(() -> lin.sticks().read(answer))).startsWith("sync.bundle.");
        }
        assertThat(lin.journal()).isEqualTo(journal);
    }

    @Test
    void aFileThatWasCutOrGrewIsRefused() throws IOException {
        var lin = onSticks();
        lin.evidence(stick, 300_000); // several chunks
        var bundle = written(lin, "stick");
        var whole = Files.readAllBytes(bundle);
        var lengths = new ArrayList<>(List.of(0, 1, 50, whole.length - 1, whole.length - 16, whole.length - 17));
        var header = new String(whole, java.nio.charset.StandardCharsets.ISO_8859_1).indexOf('\n') + 1;
        lengths.addAll(List.of(header, header + 65_552, header + 2 * 65_552)); // ends of header and chunks
        for (var length : lengths) {
            Files.write(bundle, java.util.Arrays.copyOf(whole, length));
            assertThat(refused(() -> bundles.answer(bundle, stick.resolve("never")))).startsWith("sync.bundle.");
        }
        Files.write(bundle, java.util.Arrays.copyOf(whole, whole.length + 1));
        assertThat(refused(() -> bundles.answer(bundle, stick.resolve("never")))).startsWith("sync.bundle.");
        assertThat(feed.pull(onNetwork().id(), TEAM, feed.identity().epoch(), 0).head()).isZero();
    }

    @Test
    void filesForOthersOrFromElsewhereOrOfAnotherTimeAreRefusedByName() throws IOException {
        var lin = onSticks();
        var chen = onSticks();
        var bundle = written(lin, "stick");
        var answer = answered(bundle);

        assertThat(refused(() -> chen.sticks().read(answer))).isEqualTo("sync.bundle.foreign");
        assertThat(refused(() -> lin.sticks().read(bundle))).isEqualTo("sync.bundle.wrong_way");
        assertThat(refused(() -> bundles.answer(answer, bundle))).isEqualTo("sync.bundle.wrong_way");
        assertThat(refused(() -> lin.sticks().read(stick.resolve("none")))).isEqualTo("sync.bundle.cannot_read");
        Files.writeString(stick.resolve("letter"), "亲爱的中枢：\n你好");
        assertThat(refused(() -> lin.sticks().read(stick.resolve("letter")))).isEqualTo("sync.bundle.not_one");
        var newer = Files.readString(answer, java.nio.charset.StandardCharsets.ISO_8859_1)
                .replace("\"version\":1", "\"version\":2");
        Files.writeString(answer, newer, java.nio.charset.StandardCharsets.ISO_8859_1);
        assertThat(refused(() -> lin.sticks().read(answer))).isEqualTo("sync.bundle.newer");
        assertThat(refused(() -> desk().sticks().write(bundle))).isEqualTo("sync.problem.not_enrolled");

        var other = HubDatabase.open(Postgres.emptyDatabase());
        var elsewhere = new Bundles(new Feed(other), new Enrolment(other, CLOCK));
        assertThat(refused(() -> elsewhere.answer(bundle, answer))).isEqualTo("sync.bundle.foreign");
        database.write(handle -> handle.execute("update hub set epoch = ?", UUID.randomUUID()));
        assertThat(refused(() -> bundles.answer(bundle, answer))).isEqualTo("sync.bundle.other_epoch");
    }

    @Test
    void anAdmissionLetsOneDeskInAndOnlyWithItsCode() {
        var file = stick.resolve("admission");
        var code = bundles.admit(file, TEAM, false);
        var lin = desk();
        assertThat(refused(() -> lin.sticks().join(file, "guessed"))).isEqualTo("sync.bundle.wrong_code");
        assertThat(lin.replica().link()).isEmpty();
        lin.sticks().join(file, code);
        trip(lin);

        var second = desk();
        second.sticks().join(file, code);
        assertThat(refused(() -> trip(second))).isEqualTo("sync.bundle.damaged_or_unknown");
    }

    @Test
    void aDeskThatWasKnownMayBeLetInAgainByAFile() {
        var lin = onNetwork();
        lin.promise("回电");
        round(lin);
        var file = stick.resolve("admission");
        lin.sticks().join(file, bundles.admit(file, TEAM, false));
        lin.promise("再回电");

        assertThat(trip(lin)).isEqualTo(new Taken(1, 0, 0, 0, true)); // what was answered stays answered
        assertThat(feed.pull(lin.id(), TEAM, feed.identity().epoch(), 0).entries()).hasSize(2);
        assertThat(feed.admitted(lin.id()).code()).isEqualTo(lin.database().desk().code());
        onNetwork(); // gets a code of its own
    }

    @Test
    void aRevokedDeskIsToldSo() {
        var lin = onSticks();
        trip(lin);
        lin.promise("回电");
        enrolment.revoke(lin.id());

        var refusal = catchThrowableOfType(Refusal.class, () -> trip(lin));
        assertThat(refusal.code()).isEqualTo(Refusal.Code.REVOKED);
    }

    /// Two desks on sticks, of which one has a network now and then, and one on the network; sticks are lost, repeated
    /// and read in any order.
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void anyInterleavingOfSticksAndNetworkEndsEqual(long seed) throws IOException {
        var random = new SplittableRandom(seed);
        var lin = onSticks();
        var chen = onSticks();
        trip(lin);
        trip(chen);
        onNetwork();
        var bundlesOnTheWay = new ArrayList<Path>();
        var answersOnTheWay = new ArrayList<Map.Entry<Desk, Path>>();
        var owners = new java.util.HashMap<Path, Desk>();
        for (var step = 0; step < 120; step++) {
            var desk = desks.get(random.nextInt(desks.size()));
            switch (random.nextInt(8)) {
                case 0, 1 -> desk.promise("承诺 " + step);
                case 2 -> {
                    var known = desk.promises();
                    if (!known.isEmpty()) {
                        desk.change((UUID) known.get(random.nextInt(known.size())).get("id"), "改 " + random.nextInt(4));
                    }
                }
                case 3 -> round(desks.get(random.nextInt(2) * 2)); // the first has a network now and then
                case 4 -> {
                    var written = written(desk, "stick " + step);
                    owners.put(written, desk);
                    bundlesOnTheWay.add(written);
                }
                case 5, 6 -> {
                    if (!bundlesOnTheWay.isEmpty()) { // any of them, once or again
                        var bundle = bundlesOnTheWay.get(random.nextInt(bundlesOnTheWay.size()));
                        var answer = stick.resolve("answer " + step);
                        bundles.answer(bundle, answer);
                        answersOnTheWay.add(Map.entry(owners.get(bundle), answer));
                    }
                }
                default -> {
                    if (!answersOnTheWay.isEmpty()) {
                        var answer = answersOnTheWay.get(random.nextInt(answersOnTheWay.size()));
                        answer.getKey().sticks().read(answer.getValue());
                    }
                }
            }
        }
        for (var again = 0; again < 2; again++) {
            desks.forEach(this::trip);
        }
        assertAllEqual();
    }
}
