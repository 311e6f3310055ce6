package dev.calmdesk.hub;

import static org.assertj.core.api.Assertions.assertThat;

import dev.calmdesk.app.Kinds;
import dev.calmdesk.data.Json;
import dev.calmdesk.support.Postgres;
import dev.calmdesk.sync.Scopes;
import dev.calmdesk.sync.wire.Admission;
import dev.calmdesk.sync.wire.Push;
import dev.calmdesk.sync.wire.WireEntry;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// What somebody sends who means harm, or whose desk is broken: each is refused with a stable code, and nothing of it is
/// stored.
class HubAttackTest {

    private static final String TEAM = "team-T1";
    private static final UUID LIN = new UUID(1, 1);

    private final HubDatabase database = HubDatabase.open(Postgres.emptyDatabase());
    private final Enrolment enrolment = new Enrolment(database, Clock.systemUTC());
    private final HubMetrics metrics = new HubMetrics();
    private final HubServer server = new HubServer(
            new Feed(database, new EntryRules(Kinds.ALL, Kinds.OF_THE_COMPANY)), enrolment,
            new HubServer.Place("127.0.0.1", 0, null), metrics);
    private final URI address = URI.create("http://127.0.0.1:" + server.start());
    private final HttpClient http = HttpClient.newHttpClient();
    private final UUID desk = UUID.randomUUID();
    private final Admission admission = enrolment.redeem(enrolment.offer(TEAM), desk).orElseThrow();

    @BeforeEach
    void linWorksHere() throws IOException, InterruptedException {
        var lin = new WireEntry(
                UUID.randomUUID(), Scopes.COMPANY, "person", 1, LIN, null, "added", LIN, desk, 1, 0, null,
                Map.of("roles", Arrays.asList(null, "[\"AGENT\"]"), "active", Arrays.asList(null, true)));
        assertThat(push(Json.write(new Push(admission.epoch(), 1, List.of(lin)))).statusCode()).isEqualTo(200);
    }

    @AfterEach
    void stop() {
        server.close();
        http.close();
    }

    private HttpResponse<String> send(String path, String token, BodyPublisher body, String... headers)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(address.resolve(path)).header("Authorization", "Bearer " + token).POST(body);
        for (var i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> push(String body) throws IOException, InterruptedException {
        return send("/v1/push", admission.token(), BodyPublishers.ofString(body));
    }

    private HttpResponse<String> get(String path, String token) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(address.resolve(path)).header("Authorization", "Bearer " + token).build(),
                BodyHandlers.ofString());
    }

    private String stored() {
        return database.read(handle -> handle.createQuery("""
                        select (select count(*) from entry) || ' ' || (select count(*) from rejection) || ' '
                            || (select sum(n) from scope_head) || ' ' || (select sum(last_seq) from desk)""")
                .mapTo(String.class)
                .one());
    }

    private String entry(String more) {
        return """
                {"id": "%s", "scope": "team-T1", "kind": "note", "v": 1, "entity": "%s", "act": "added", "author": "%s",
                 "desk": "%s", "seq": 2, "at": 0%s}""".formatted(UUID.randomUUID(), UUID.randomUUID(), LIN, desk, more);
    }

    private String body(String entry) {
        return "{\"epoch\": \"%s\", \"from\": 2, \"entries\": [%s]}".formatted(admission.epoch(), entry);
    }

    @TestFactory
    Stream<DynamicTest> whatCannotBeReadInOneWayIsRefused() {
        var good = entry(", \"changes\": {\"text\": [null, \"x\"]}");
        var bad = Map.ofEntries(
                Map.entry("one name twice", body(good).replaceFirst("\\{", "{\"from\": 1, ")),
                Map.entry("one field twice", body(entry(", \"changes\": {\"text\": [null, \"x\"], \"text\": [null, \"y\"]}"))),
                Map.entry("something behind it", body(good) + "{}"),
                Map.entry("nested a thousandfold", body(entry(
                        ", \"changes\": {\"text\": [null, " + "[".repeat(1_000) + "]".repeat(1_000) + "]}"))),
                Map.entry("a number beyond all bounds", body(good).replace("\"from\": 2", "\"from\": " + "9".repeat(2_000))),
                Map.entry("a number as text", body(good).replace("\"from\": 2", "\"from\": \"2\"")),
                Map.entry("a broken number", body(good).replace("\"from\": 2", "\"from\": 2.5")),
                Map.entry("no number", body(good).replace("\"from\": 2", "\"from\": null")),
                Map.entry("no changes", body(entry(""))),
                Map.entry("a change with one side", body(entry(", \"changes\": {\"text\": [null]}"))),
                Map.entry("a change that is none", body(entry(", \"changes\": {\"text\": null}"))),
                Map.entry("an id that is none", body(good.replace(LIN.toString(), "'; drop table entry; --"))),
                Map.entry("the number of another entry", body(good.replace("\"seq\": 2", "\"seq\": 7"))),
                Map.entry("another desk's entry", body(good.replace(desk.toString(), UUID.randomUUID().toString()))),
                Map.entry("a list of lists", "[[[]]]"),
                Map.entry("nothing", ""));
        return bad.entrySet().stream().map(attack -> DynamicTest.dynamicTest(attack.getKey(), () -> {
            var before = stored();
            var answer = push(attack.getValue());
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.body()).isEqualTo("{\"code\":\"malformed\",\"expected\":null}");
            assertThat(stored()).isEqualTo(before);
        }));
    }

    @Test
    void bytesThatAreNoTextAreRefused() throws IOException, InterruptedException {
        var text = body(entry(", \"changes\": {\"text\": [null, \"?\"]}")).getBytes(StandardCharsets.UTF_8);
        text[new String(text, StandardCharsets.UTF_8).lastIndexOf('?')] = (byte) 0xff;
        var before = stored();

        assertThat(send("/v1/push", admission.token(), BodyPublishers.ofByteArray(text)).statusCode()).isEqualTo(400);
        assertThat(stored()).isEqualTo(before);
    }

    @Test
    void whatIsWrongInOneEntryIsRejectedAndNotStored() throws IOException, InterruptedException {
        assertThat(push(body(entry(", \"changes\": {\"text\": [null, \"a\\u0000b\"]}"))).body()).contains("unfit");
        assertThat(push(body(entry(", \"changes\": {\"text\": [null, \"\\ud83d\"]}"))
                        .replace("\"seq\": 2", "\"seq\": 3").replace("\"from\": 2", "\"from\": 3")).body())
                .contains("unfit");
        assertThat(stored()).isEqualTo("1 2 1 3");
    }

    @Test
    void aBodyThatNeverEndsIsRefused() throws IOException, InterruptedException {
        var before = stored();
        var endless = BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[(10 << 20) + 1]));
        var answer = send("/v1/push", admission.token(), endless);

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("too-large");
        assertThat(stored()).isEqualTo(before);
    }

    @Test
    void aSmallBodyThatBlowsUpIsNotUnpacked() throws IOException, InterruptedException {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(new byte[50 << 20]);
        }
        var answer = send(
                "/v1/push", admission.token(), BodyPublishers.ofByteArray(packed.toByteArray()), "Content-Encoding", "gzip");
        assertThat(answer.statusCode()).isEqualTo(400);
    }

    @Test
    void noRouteAndNoOtherVersionIsAnswered() throws IOException, InterruptedException {
        for (var path : List.of("/v2/push", "/v1/entry", "/v1/push/../../etc/passwd", "/")) {
            var answer = get(path, admission.token());
            assertThat(answer.statusCode()).as(path).isEqualTo(404);
            assertThat(answer.body()).as(path).contains("\"malformed\"");
        }
    }

    @Test
    void nobodyIsLetInWithoutATokenOfTheirOwn() throws IOException, InterruptedException {
        var pull = "/v1/pull?scope=" + TEAM + "&after=0&epoch=" + admission.epoch();
        for (var token : List.of("", "x", admission.token().toUpperCase(java.util.Locale.ROOT), admission.token() + "x",
                "' or 1=1 --")) {
            assertThat(get(pull, token).body()).as("token '%s'", token).contains("unknown-desk");
            assertThat(send("/v1/push", token, BodyPublishers.ofString("{}")).body()).contains("unknown-desk");
        }
        assertThat(get("/v1/pull?scope=team-T2&after=0&epoch=" + admission.epoch(), admission.token()).body())
                .contains("foreign-scope");
        assertThat(get("/v1/pull?scope=' or '1'='1&after=0&epoch=".replace(" ", "%20") + admission.epoch(), admission.token())
                        .body())
                .contains("foreign-scope");
    }

    @Test
    void aRevokedDeskIsToldSoOnEveryRoute() throws IOException, InterruptedException {
        enrolment.revoke(desk);
        var before = stored();
        for (var path : List.of("/v1/push", "/v1/desk", "/v1/known", "/v1/offer")) {
            assertThat(send(path, admission.token(), BodyPublishers.ofString("{}")).body()).as(path).contains("revoked");
        }
        for (var path : List.of("/v1/pull", "/v1/events", "/v1/hub")) {
            assertThat(get(path, admission.token()).body()).as(path).contains("revoked");
        }
        assertThat(stored()).isEqualTo(before);
    }

    @Test
    void whoGuessesCodesIsSlowedDown() throws IOException, InterruptedException {
        var guess = Json.write(Map.of("code", "guessed", "desk", UUID.randomUUID(), "lastSeq", 0));
        var answer = send("/v1/enrol", "", BodyPublishers.ofString(guess));
        for (var i = 0; i < 100 && answer.statusCode() == 403; i++) {
            answer = send("/v1/enrol", "", BodyPublishers.ofString(guess));
        }
        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.body()).contains("slow-down");
        assertThat(answer.headers().firstValueAsLong("Retry-After").orElse(0)).isPositive();
    }

    @Test
    void whoSendsHalfARequestAndStandsStillIsCutOff() throws IOException {
        try (var impatient = new HubServer(
                        new Feed(database), enrolment, new HubServer.Place("127.0.0.1", 0, null, Duration.ofMillis(200)),
                        new HubMetrics());
                var socket = new Socket("127.0.0.1", impatient.start())) {
            socket.getOutputStream().write(("POST /v1/push HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n"
                            + "Authorization: Bearer " + admission.token() + "\r\n\r\n{")
                    .getBytes(StandardCharsets.US_ASCII));
            socket.setSoTimeout(60_000);
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII)).doesNotContain(" 200 ");
        }
    }

    @Test
    void aPushThatRunsWhenTheHubEndsIsCarriedOutAndANewOneIsNot() throws Exception {
        var locked = new CountDownLatch(1);
        var mayGoOn = new CountDownLatch(1);
        var holder = Thread.ofVirtual().start(() -> database.write(handle -> {
            handle.execute("select 1 from desk for update");
            locked.countDown();
            return await(mayGoOn);
        }));
        locked.await();
        var push = http.sendAsync(
                HttpRequest.newBuilder(address.resolve("/v1/push"))
                        .header("Authorization", "Bearer " + admission.token())
                        .POST(BodyPublishers.ofString(body(entry(", \"changes\": {\"text\": [null, \"x\"]}"))))
                        .build(),
                BodyHandlers.ofString());
        while (database.<Long>read(handle -> handle.createQuery("select count(*) from pg_locks where not granted")
                        .mapTo(Long.class)
                        .one())
                == 0) {
            Thread.onSpinWait();
        }
        Thread end;
        try (var other = new Socket(address.getHost(), address.getPort())) {
            assertThat(isServed(other)).isTrue();
            end = Thread.ofVirtual().start(server::close);
            while (isServed(other)) {
                Thread.onSpinWait();
            }
        }
        mayGoOn.countDown();
        holder.join();

        assertThat(push.get().statusCode()).isEqualTo(200);
        end.join();
        assertThat(stored()).startsWith("2 0");
    }

    private static int await(CountDownLatch latch) {
        try {
            latch.await();
            return 0;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Asks on a connection that was open before the hub began to end: a new one would wait with nobody to take it.
    private static boolean isServed(Socket connection) throws IOException {
        connection.setSoTimeout(60_000);
        try {
            connection.getOutputStream().write("GET /health HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            return readUntil('\n', connection).startsWith("HTTP/1.1 200 ") && readUntil('}', connection).endsWith("}");
        } catch (SocketException e) {
            return false;
        }
    }

    private static String readUntil(char last, Socket connection) throws IOException {
        var text = new StringBuilder();
        for (var read = connection.getInputStream().read(); read >= 0; read = connection.getInputStream().read()) {
            text.append((char) read);
            if (read == last) {
                break;
            }
        }
        return text.toString();
    }

    @Test
    void whatHappensIsCounted() throws IOException, InterruptedException {
        push("nonsense");
        push(body(entry(", \"changes\": {\"text\": [null, 5]}")));
        var figures = get("/metrics", "").body();

        assertThat(figures)
                .contains("calmdesk_hub_requests_total{outcome=\"malformed\",route=\"/v1/push\"} 1.0")
                .contains("calmdesk_hub_requests_total{outcome=\"ok\",route=\"/v1/push\"} 2.0")
                .contains("calmdesk_hub_entries_total{result=\"taken\"} 1.0")
                .contains("calmdesk_hub_entries_total{result=\"unfit\"} 1.0")
                .contains("calmdesk_hub_request_seconds_count{route=\"/v1/push\"} 3")
                .contains("calmdesk_hub_streams_open 0.0");
    }
}
