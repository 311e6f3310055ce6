package dev.calmdesk.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.calmdesk.app.Kinds;
import dev.calmdesk.base.Ids;
import dev.calmdesk.data.Database;
import dev.calmdesk.data.Soundness;
import dev.calmdesk.support.Postgres;
import dev.calmdesk.sync.Hub;
import dev.calmdesk.sync.Link;
import dev.calmdesk.sync.Replica;
import dev.calmdesk.sync.SyncRound;
import dev.calmdesk.sync.http.HubClient;
import dev.calmdesk.sync.wire.Admission;
import dev.calmdesk.sync.wire.Enrol;
import dev.calmdesk.sync.wire.Push;
import dev.calmdesk.sync.wire.Refusal;
import dev.calmdesk.sync.wire.Refusal.Code;
import dev.calmdesk.cases.Note;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HubServerTest {

    private static final String TEAM = "team-T1";

    private final HubDatabase database = HubDatabase.open(Postgres.emptyDatabase());
    private final Feed feed = new Feed(database);
    private final Enrolment enrolment = new Enrolment(database, Clock.systemUTC());
    private final HubServer server = new HubServer(feed, enrolment, "127.0.0.1", 0);
    private final URI address = URI.create("http://127.0.0.1:" + server.start());
    private final HttpClient raw = HttpClient.newHttpClient();
    private final UUID desk = UUID.randomUUID();
    private final Admission admission = enrolment.redeem(enrolment.offer(TEAM), desk).orElseThrow();

    @AfterEach
    void stop() {
        server.close();
        raw.close();
    }

    private HttpResponse<String> post(String path, String token, String body) throws IOException, InterruptedException {
        return raw.send(
                HttpRequest.newBuilder(address.resolve(path))
                        .header("Authorization", "Bearer " + token)
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    @Test
    void twoDesksEnrolAndExchangeWhatTheyDid() {
        try (var lin = Database.inMemory(Clock.systemUTC(), Ids.timeOrdered(Clock.systemUTC()));
                var chen = Database.inMemory(Clock.systemUTC(), Ids.timeOrdered(Clock.systemUTC()))) {
            lin.writeDo(tx -> tx.write(Note.KIND, UUID.randomUUID())
                    .set("case_id", new UUID(1, 1))
                    .set("author", desk)
                    .set("text", "客户下午在家")
                    .set("at", 0L)
                    .as("added", desk));
            assertThat(sync(lin)).isEqualTo(new SyncRound.Moved(1, 0, 0));
            assertThat(sync(chen).pulled()).isEqualTo(1);

            var texts = chen.read(
                    handle -> handle.createQuery("select text from note").mapTo(String.class).list());
            assertThat(texts).containsExactly("客户下午在家");
            assertThat(chen.read(handle -> Soundness.of(handle, Kinds.ALL)).findings()).isEmpty();
        }
    }

    private SyncRound.Moved sync(Database database) {
        var replica = new Replica(database, Kinds.ALL, Set.of());
        try (var stranger = new HubClient(address, "")) {
            var let = stranger.enrol(replica.request(enrolment.offer(TEAM)));
            replica.enrol(new Link(
                    let.hub(), let.epoch(), address.toString(), let.token(), let.teamScope(), Clock.systemUTC().instant(), 0),
                    let.code());
            try (var hub = new HubClient(address, let.token())) {
                return new SyncRound(replica, hub).run();
            }
        }
    }

    @Test
    void refusalsComeThroughWithTheirCodes() {
        try (var stranger = new HubClient(address, "guessed");
                var known = new HubClient(address, admission.token())) {
            assertThat(code(() -> stranger.pull(TEAM, admission.epoch(), 0))).isEqualTo(Code.UNKNOWN_DESK);
            assertThat(code(() -> stranger.enrol(new Enrol("guessed", desk, 0)))).isEqualTo(Code.UNKNOWN_CODE);
            assertThat(code(() -> known.pull("team-T9", admission.epoch(), 0))).isEqualTo(Code.FOREIGN_SCOPE);
            assertThat(code(() -> known.pull(TEAM, UUID.randomUUID(), 0))).isEqualTo(Code.OTHER_EPOCH);
            var gap = catchThrowableOfType(
                    Refusal.class, () -> known.push(new Push(admission.epoch(), 7, List.of())));
            assertThat(gap.code()).isEqualTo(Code.GAP);
            assertThat(gap.expected()).isEqualTo(1);
            enrolment.revoke(desk);
            assertThat(code(() -> known.pull(TEAM, admission.epoch(), 0))).isEqualTo(Code.REVOKED);
        }
    }

    private static Code code(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        return catchThrowableOfType(Refusal.class, call).code();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "", "nonsense", "null", "[]", "{}", "{\"epoch\":\"x\",\"from\":1,\"entries\":[]}",
        "{\"epoch\":\"00000000-0000-0000-0000-000000000001\",\"from\":1}",
        "{\"epoch\":\"00000000-0000-0000-0000-000000000001\",\"from\":1,\"entries\":[null]}",
        "{\"epoch\":\"00000000-0000-0000-0000-000000000001\",\"from\":1,\"entries\":[{}]}",
        "{\"epoch\":\"00000000-0000-0000-0000-000000000001\",\"from\":1,\"entries\":[{\"id\":\"'; drop table entry; --\"}]}"
    })
    void whatIsNotAPushIsRefusedAndNothingIsStored(String body) throws IOException, InterruptedException {
        var answer = post("/v1/push", admission.token(), body);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("\"malformed\"");
        assertThat(feed.pull(desk, TEAM, admission.epoch(), 0).head()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "", "{}", "{\"epoch\":\"%s\",\"scope\":\"team-T1\",\"kept\":0}",
        "{\"epoch\":\"%s\",\"scope\":\"team-T1\",\"kept\":-1,\"entries\":[]}",
        "{\"epoch\":\"%s\",\"scope\":\"team-T1\",\"kept\":0,\"entries\":[null]}",
        "{\"epoch\":\"%s\",\"scope\":\"team-T1\",\"kept\":0,\"entries\":[{\"position\":1}]}"
    })
    void whatIsNotAnOfferIsRefusedAndNothingIsStored(String body) throws IOException, InterruptedException {
        var epoch = UUID.randomUUID();
        feed.restored(epoch);
        var answer = post("/v1/offer", admission.token(), body.formatted(epoch));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("\"malformed\"");
        assertThat(feed.pull(desk, TEAM, epoch, 0).head()).isZero();
    }

    @Test
    void aBodyLargerThanTheProtocolAllowsIsRefused() throws IOException, InterruptedException {
        var answer = post("/v1/push", admission.token(), "x".repeat((10 << 20) + 1));

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("\"too-large\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?scope=company", "?scope=company&epoch=x&after=0", "?scope=company&epoch=x&after=-1"})
    void aPullThatAsksForNothingIsRefused(String query) throws IOException, InterruptedException {
        var answer = raw.send(
                HttpRequest.newBuilder(address.resolve("/v1/pull" + query))
                        .header("Authorization", "Bearer " + admission.token())
                        .build(),
                BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(400);
    }

    @Test
    void healthIsToldToAnybody() throws IOException, InterruptedException {
        var answer = raw.send(HttpRequest.newBuilder(address.resolve("/health")).build(), BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("ok");
    }

    @Test
    void aHubThatIsNotThereIsUnreachable() {
        server.close();
        try (var hub = new HubClient(address, admission.token())) {
            assertThat(catchThrowableOfType(Hub.Unreachable.class, () -> hub.pull(TEAM, admission.epoch(), 0)))
                    .isNotNull();
        }
    }
}
