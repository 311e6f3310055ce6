package dev.calmdesk.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.calmdesk.base.Ids;
import dev.calmdesk.base.Problem;
import dev.calmdesk.cases.Case;
import dev.calmdesk.cases.CaseState;
import dev.calmdesk.cases.Note;
import dev.calmdesk.complaint.Evidence;
import dev.calmdesk.customer.Customer;
import dev.calmdesk.data.ContentFolder;
import dev.calmdesk.data.Database;
import dev.calmdesk.data.Kind;
import dev.calmdesk.data.Soundness;
import dev.calmdesk.data.StoreFiles;
import dev.calmdesk.hub.Enrolment;
import dev.calmdesk.hub.Feed;
import dev.calmdesk.hub.HubDatabase;
import dev.calmdesk.hub.HubServer;
import dev.calmdesk.people.Actor;
import dev.calmdesk.people.Role;
import dev.calmdesk.support.ManualClock;
import dev.calmdesk.support.Postgres;
import dev.calmdesk.support.RandomRow;
import dev.calmdesk.sync.Link;
import dev.calmdesk.sync.Quarantine;
import dev.calmdesk.sync.Replica;
import dev.calmdesk.sync.SyncRound;
import dev.calmdesk.sync.http.HubClient;
import dev.calmdesk.sync.wire.Enrol;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A customer about whom every text says one word; after the erasure no byte of it is left on two desks and the hub.
class ErasureTest {

    private static final String SECRET = "vergissme"; // ASCII: H2 encodes other signs in its own way
    private static final byte[] SECRET_BYTES = SECRET.getBytes(StandardCharsets.UTF_8);
    private static final String EVIDENCE = "e".repeat(64);
    private static final UUID CUSTOMER = new UUID(1, 1);
    private static final UUID CASE = new UUID(1, 2);
    private static final UUID SOMEBODY = new UUID(8, 8);
    private static final Actor LEAD = new Actor(SOMEBODY, "2001", "梁", Set.of(Role.LEAD), "T1");

    @TempDir
    private Path home;

    private final ManualClock clock = new ManualClock("2026-11-22T02:00:00Z");
    private final DataSource postgres = Postgres.emptyDatabase();
    private final HubDatabase hubDatabase = HubDatabase.open(postgres);
    private final Enrolment enrolment = new Enrolment(hubDatabase, Clock.systemUTC());
    private final HubServer server = new HubServer(new Feed(hubDatabase), enrolment, "127.0.0.1", 0);
    private final URI address = URI.create("http://127.0.0.1:" + server.start());

    @AfterEach
    void stop() {
        server.close();
    }

    private Path folder(String desk) {
        return home.resolve(desk);
    }

    private Workspace open(String desk) {
        return Workspace.open(new StoreFiles(folder(desk)), clock, Ids.timeOrdered(clock));
    }

    private void enrol(Workspace desk) {
        try (var client = new HubClient(address, "")) {
            var admission = client.enrol(new Enrol(enrolment.offer("team-T1"), desk.database().desk().id(), 0));
            desk.replica().enrol(
                    new Link(
                            admission.hub(), admission.epoch(), address.toString(), admission.token(),
                            admission.teamScope(), clock.instant(), 0),
                    admission.code());
        }
    }

    private static SyncRound.Moved sync(Replica replica) {
        var link = replica.link().orElseThrow();
        try (var client = new HubClient(URI.create(link.url()), link.token())) {
            return new SyncRound(replica, client).run();
        }
    }

    /// One record of each kind about the customer, each personal text of it written twice.
    private void writeEverythingAbout(Database database) {
        var random = new RandomRow(7);
        for (var kind : Kinds.ALL) {
            if (!Personal.NOT_OF_CUSTOMERS.contains(kind.name())) {
                write(database, kind, random);
            }
        }
        database.writeDo(tx -> {
            tx.write(Evidence.KIND, new UUID(2, 2))
                    .set("case_id", CASE).set("sha256", EVIDENCE).set("name", SECRET).set("media_type", "text/plain")
                    .set("bytes", 9L).set("added_at", clock.instant())
                    .as("added", SOMEBODY);
            tx.write(Case.KIND, CASE).set("state", CaseState.CLOSED).set("number", "C-261122-A01-001").as("closed", SOMEBODY);
            tx.handle().execute("""
                    insert into draft (id, person, direction, customer_id, fields, received_at, held_millis, saved_at)
                    values (?, ?, 'IN', ?, ?, 0, 0, 0)""", new UUID(3, 3), SOMEBODY, CUSTOMER, SECRET);
            tx.handle().execute(
                    "insert into unsent (person, case_id, fields, saved_at) values (?, ?, ?, 0)", SOMEBODY, CASE, SECRET);
        });
    }

    private static void write(Database database, Kind<?> kind, RandomRow random) {
        var ownsCase = kind.subjectField().equals("id");
        var id = kind.equals(Customer.KIND) ? CUSTOMER : ownsCase ? CASE : UUID.randomUUID();
        for (var word : List.of(SECRET, SECRET + "2")) {
            var values = database.read(handle -> random.values(handle, kind));
            for (var field : Personal.FIELDS.get(kind.name())) {
                values.put(field, kind.field(field).type() == List.class ? List.of(word) : word);
            }
            for (var reference : Map.of("customer_id", CUSTOMER, "case_id", CASE, "subject_id", CASE).entrySet()) {
                values.replace(reference.getKey(), reference.getValue());
            }
            database.writeDo(tx -> tx.write(kind, id).set(values).as("written", SOMEBODY));
        }
    }

    private void putEvidence(String desk) throws IOException {
        Files.createDirectories(folder(desk).resolve("evidence"));
        for (var name : List.of(EVIDENCE, EVIDENCE + ".part", EVIDENCE + ".damaged")) {
            Files.writeString(folder(desk).resolve("evidence").resolve(name), SECRET);
        }
    }

    private List<Path> filesWithTheSecret(String desk) throws IOException {
        try (var files = Files.walk(folder(desk))) {
            return files.filter(Files::isRegularFile).filter(ErasureTest::holdsTheSecret).toList();
        }
    }

    private static boolean holdsTheSecret(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1)
                    .contains(new String(SECRET_BYTES, StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private boolean hubHoldsTheSecret() {
        var handle = Jdbi.open(postgres);
        try (handle) {
            handle.execute("vacuum full entry");
            handle.execute("checkpoint");
            var data = handle.createQuery("show data_directory").mapTo(String.class).one();
            var file = handle.createQuery("select pg_relation_filepath('entry')").mapTo(String.class).one();
            return holdsTheSecret(Path.of(data, file));
        }
    }

    private static void assertSound(Workspace desk) {
        assertThat(desk.database().read(handle -> Soundness.of(handle, Kinds.ALL)).findings()).isEmpty();
    }

    @Test
    void noByteIsLeftOnTwoDesksAndTheHub() throws IOException {
        putEvidence("lin");
        putEvidence("chen");
        try (var lin = open("lin"); var chen = open("chen")) {
            enrol(lin);
            enrol(chen);
            writeEverythingAbout(lin.database());
            sync(lin.replica());
            sync(chen.replica());
        }
        assertThat(filesWithTheSecret("lin")).hasSize(4); // the test would notice
        assertThat(filesWithTheSecret("chen")).hasSize(4);
        assertThat(hubHoldsTheSecret()).isTrue();

        try (var chen = open("chen")) { // offline for weeks
            writeLate(chen.database());
        }
        try (var lin = open("lin")) {
            var preview = lin.erasures().preview(CUSTOMER);
            assertThat(preview.cases()).isEqualTo(1);
            assertThat(preview.drafts()).isEqualTo(1);
            assertThat(preview.openCases()).isZero();
            var opened = new ContentFolder(folder("lin").resolve("evidence")).copyAs(EVIDENCE, "letter.txt");
            lin.erasures().erase(LEAD, CUSTOMER, "asked for it by letter");
            assertThat(opened).doesNotExist();
            lin.indexes().refresh();
            assertThat(lin.customers().get(CUSTOMER).name()).isEqualTo("—");
            assertThat(lin.erasures().all()).hasSize(1);
            sync(lin.replica());
            assertSound(lin);
        }
        assertThat(filesWithTheSecret("lin")).isEmpty();
        assertThat(hubHoldsTheSecret()).isFalse();

        clock.advance(Duration.ofDays(30));
        try (var chen = open("chen")) {
            var moved = sync(chen.replica());
            assertThat(moved.rejected()).isEqualTo(3);
            assertThat(chen.replica().quarantine()).extracting(Quarantine.Rejected::reason).containsOnly("erased");
            chen.indexes().refresh();
            assertSound(chen);
        }
        assertThat(filesWithTheSecret("chen")).isEmpty();
        assertThat(hubHoldsTheSecret()).isFalse();

        try (var lin = open("lin"); var chen = open("chen")) {
            sync(lin.replica());
            sync(chen.replica());
            sync(lin.replica());
            var erasure = lin.erasures().all().getFirst();
            assertThat(lin.erasures().doneOn(erasure.id())).hasSize(2);
            assertThat(chen.erasures().doneOn(erasure.id())).hasSize(2);
            for (var table : List.of("customer", "purchase", "account", "note", "evidence", "remedy")) {
                assertThat(rows(lin, table)).as(table).isEqualTo(rows(chen, table));
            }
            assertThat(rows(lin, "remedy").getFirst().get("amount_minor")).as("figures stay").isNotEqualTo(0L);
            chen.database().writeDo(tx -> note(tx, SECRET)); // somebody still has the case open
            assertThat(sync(chen.replica()).rejected()).isEqualTo(1);
        }
        assertThat(filesWithTheSecret("chen")).isEmpty();
    }

    private static List<Map<String, Object>> rows(Workspace desk, String table) {
        return desk.database().read(handle -> handle
                .createQuery("select * from " + table + " where id in (select entity from journal where position is not null) order by id")
                .mapToMap()
                .list());
    }

    /// A note on the known case, and a new case of the customer with a note.
    private static void writeLate(Database database) {
        var fresh = new UUID(5, 5);
        database.writeDo(tx -> {
            note(tx, "late " + SECRET);
            tx.write(Case.KIND, fresh)
                    .set(database.read(handle -> new RandomRow(9).values(handle, Case.KIND)))
                    .set("customer_id", CUSTOMER)
                    .set("title", SECRET)
                    .as("opened", SOMEBODY);
            tx.write(Note.KIND, UUID.randomUUID())
                    .set("case_id", fresh).set("author", SOMEBODY).set("text", SECRET).set("at", 0L)
                    .as("added", SOMEBODY);
        });
    }

    private static void note(dev.calmdesk.data.Tx tx, String text) {
        tx.write(Note.KIND, UUID.randomUUID())
                .set("case_id", CASE).set("author", SOMEBODY).set("text", text).set("at", 0L)
                .as("added", SOMEBODY);
    }

    @Test
    void aKilledDeskFinishesTheErasureAtItsNextStart() throws IOException {
        putEvidence("lin");
        try (var lin = open("lin")) {
            writeEverythingAbout(lin.database());
            lin.erasures().erase(LEAD, CUSTOMER, "asked for it by letter");
            Files.createDirectories(folder("killed"));
            copy("lin", "killed"); // as the disk was, without an orderly end
        }
        assertThat(filesWithTheSecret("killed")).isNotEmpty();

        open("killed").close();

        assertThat(filesWithTheSecret("killed")).isEmpty();
        try (var again = open("killed")) {
            assertThat(again.erasures().doneOn(again.erasures().all().getFirst().id())).hasSize(1);
            assertSound(again);
        }
    }

    private void copy(String from, String to) throws IOException {
        try (var files = Files.list(folder(from))) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, folder(to).resolve(file.getFileName()));
            }
        }
    }

    @Test
    void onlyThoseWhoLeadEraseWithAReasonAndNothingOpen() {
        try (var lin = open("lin")) {
            writeEverythingAbout(lin.database());
            var agent = new Actor(SOMEBODY, "1001", "林", Set.of(Role.AGENT), "T1");
            assertThatThrownBy(() -> lin.erasures().erase(agent, CUSTOMER, "x")).isInstanceOf(Problem.NotAllowed.class);
            assertThatThrownBy(() -> lin.erasures().erase(LEAD, CUSTOMER, " ")).isInstanceOf(Problem.Refused.class);
            lin.database().writeDo(tx -> tx.write(Case.KIND, CASE).set("state", CaseState.OPEN).as("reopened", SOMEBODY));
            assertThatThrownBy(() -> lin.erasures().erase(LEAD, CUSTOMER, "asked"))
                    .isInstanceOfSatisfying(
                            Problem.Refused.class, e -> assertThat(e.textKey()).isEqualTo("privacy.problem.open_cases"));
            assertThat(lin.customers().get(CUSTOMER).name()).startsWith(SECRET);
        }
    }
}
