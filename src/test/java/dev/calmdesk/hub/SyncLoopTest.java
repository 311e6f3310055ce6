package dev.calmdesk.hub;

import static org.assertj.core.api.Assertions.assertThat;

import dev.calmdesk.app.Kinds;
import dev.calmdesk.base.Ids;
import dev.calmdesk.cases.Note;
import dev.calmdesk.data.Database;
import dev.calmdesk.support.Postgres;
import dev.calmdesk.sync.Link;
import dev.calmdesk.sync.Replica;
import dev.calmdesk.sync.SyncLoop;
import dev.calmdesk.sync.SyncState;
import dev.calmdesk.sync.SyncState.Contact;
import dev.calmdesk.sync.http.HubClient;
import dev.calmdesk.sync.wire.Refusal.Code;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Desks that stay in step by themselves, with a real hub between them.
class SyncLoopTest {

    private static final String TEAM = "team-T1";
    private static final String HOST = "127.0.0.1";
    private static final long PATIENCE_SECONDS = 120;

    private final HubDatabase database = HubDatabase.open(Postgres.emptyDatabase());
    private final Enrolment enrolment = new Enrolment(database, Clock.systemUTC());
    private final List<AutoCloseable> open = new ArrayList<>();
    private HubServer hub = new HubServer(new Feed(database), enrolment, HOST, 0);
    private final int port = hub.start();

    @AfterEach
    void close() throws Exception {
        for (var each : open.reversed()) {
            each.close();
        }
        hub.close();
    }

    private void hubComesBack() {
        hub = new HubServer(new Feed(database), enrolment, HOST, port);
        hub.start();
    }

    /// A desk with its loop running.
    private record Desk(Database database, Replica replica, SyncLoop loop) {

        void note(String text) {
            database.writeDo(tx -> tx.write(Note.KIND, UUID.randomUUID())
                    .set("case_id", new UUID(1, 1))
                    .set("author", database.desk().id())
                    .set("text", text)
                    .set("at", 0L)
                    .as("added", database.desk().id()));
        }

        List<String> notes() {
            return database.read(
                    handle -> handle.createQuery("select text from note").mapTo(String.class).list());
        }

        void awaitNote(String text) throws Exception {
            var came = new CompletableFuture<Void>();
            Runnable look = () -> {
                if (notes().contains(text)) {
                    came.complete(null);
                }
            };
            try (var _ = database.changes().on(Set.of("note"), look)) {
                look.run();
                came.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            }
        }

        void await(Predicate<SyncState> wanted) throws Exception {
            var came = new CompletableFuture<SyncState>();
            try (var _ = loop.listen(state -> {
                if (wanted.test(state)) {
                    came.complete(state);
                }
            })) {
                if (!wanted.test(loop.state())) {
                    came.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
                }
            }
        }

        void await(Contact contact) throws Exception {
            await(state -> state.contact() == contact);
        }
    }

    private Desk desk() {
        var store = Database.inMemory(Clock.systemUTC(), Ids.timeOrdered(Clock.systemUTC()));
        var replica = new Replica(store, Kinds.ALL, Set.of());
        var loop = new SyncLoop(
                replica, link -> new HubClient(URI.create(link.url()), link.token()), Clock.systemUTC(),
                new SplittableRandom(1));
        open.add(store);
        open.add(loop);
        loop.start();
        return new Desk(store, replica, loop);
    }

    private Desk enrolled() {
        var desk = desk();
        enrol(desk, port);
        return desk;
    }

    private void enrol(Desk desk, int at) {
        var let = enrolment.redeem(enrolment.offer(TEAM), desk.database().desk().id()).orElseThrow();
        desk.replica().enrol(
                new Link(
                        let.hub(), let.epoch(), "http://" + HOST + ":" + at, let.token(), let.teamScope(),
                        Clock.systemUTC().instant(), 0),
                let.code());
    }

    @Test
    void whatIsWrittenOnOneDeskComesToTheOtherByItself() throws Exception {
        var lin = enrolled();
        var chen = enrolled();
        lin.await(Contact.ONLINE);
        chen.await(Contact.ONLINE);
        lin.note("客户下午在家");
        chen.awaitNote("客户下午在家");
        chen.note("已回电");
        lin.awaitNote("已回电");
        lin.await(state -> state.waiting() == 0);
        assertThat(lin.loop().state().lastRound()).isPresent();
    }

    /// The second hub process hears of it from the database.
    @Test
    void desksOfTwoHubProcessesHearOfEachOther() throws Exception {
        try (var other = new HubServer(new Feed(database), enrolment, HOST, 0)) {
            var lin = enrolled();
            var chen = desk();
            enrol(chen, other.start());
            chen.await(Contact.ONLINE);
            lin.note("客户下午在家");
            chen.awaitNote("客户下午在家");
        }
    }

    @Test
    void aHubThatIsAwayIsFoundAgainAndGetsWhatWaited() throws Exception {
        var lin = enrolled();
        var chen = enrolled();
        lin.await(Contact.ONLINE);
        hub.close();
        lin.await(Contact.OFFLINE);
        lin.note("离线时记下");
        lin.await(state -> state.waiting() == 1);
        hubComesBack();
        chen.awaitNote("离线时记下");
        lin.await(state -> state.contact() == Contact.ONLINE && state.waiting() == 0);
    }

    @Test
    void aRevokedDeskIsTold() throws Exception {
        var lin = enrolled();
        lin.await(Contact.ONLINE);
        enrolment.revoke(lin.database().desk().id());
        lin.note("还没有发出");
        lin.await(state -> state.refusal().filter(Code.REVOKED::equals).isPresent());
        assertThat(lin.loop().state().waiting()).isEqualTo(1);
        enrol(lin, port);
        lin.await(state -> state.contact() == Contact.ONLINE && state.waiting() == 0);
    }

    @Test
    void aDeskThatIsNotEnrolledWorksAloneUntilItIs() throws Exception {
        var lin = desk();
        lin.note("第一条");
        assertThat(lin.loop().state().contact()).isEqualTo(Contact.ALONE);
        enrol(lin, port);
        lin.await(state -> state.contact() == Contact.ONLINE && state.waiting() == 0);
    }

    /// Closing does not wait for an answer that never comes.
    @Test
    void aHubThatNeverAnswersDoesNotHoldUpTheEnd() throws IOException {
        try (var silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var lin = desk();
            enrol(lin, silent.getLocalPort());
            lin.loop().close();
            lin.note("仍可记录");
            assertThat(lin.notes()).containsExactly("仍可记录");
        }
    }
}
