package dev.calmdesk.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.calmdesk.app.Kinds;
import dev.calmdesk.base.Ids;
import dev.calmdesk.complaint.Evidence;
import dev.calmdesk.data.ContentFolder;
import dev.calmdesk.data.ContentFolder.Content;
import dev.calmdesk.data.Database;
import dev.calmdesk.data.Rows;
import dev.calmdesk.knowledge.PictureType;
import dev.calmdesk.knowledge.Pictures;
import dev.calmdesk.people.Actor;
import dev.calmdesk.support.Postgres;
import dev.calmdesk.sync.Hub;
import dev.calmdesk.sync.Link;
import dev.calmdesk.sync.Replica;
import dev.calmdesk.sync.SyncLoop;
import dev.calmdesk.sync.SyncRound;
import dev.calmdesk.sync.file.Bandwidth;
import dev.calmdesk.sync.file.DeskFiles;
import dev.calmdesk.sync.file.FileHub;
import dev.calmdesk.sync.file.FileRound;
import dev.calmdesk.sync.http.HubClient;
import dev.calmdesk.sync.wire.FilePart;
import dev.calmdesk.sync.wire.FileState;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Evidence files between two desks over a real hub.
class FileTravelTest {

    private static final String TEAM = "team-T1";
    /// Small, so that a file has many parts.
    private static final int PART = 16 * 1024;

    @TempDir
    private Path home;

    private final HubDatabase database = HubDatabase.open(Postgres.emptyDatabase());
    private final Feed feed = new Feed(database);
    private final Enrolment enrolment = new Enrolment(database, Clock.systemUTC());
    private final HubServer server = new HubServer(feed, enrolment, "127.0.0.1", 0);
    private final URI address = URI.create("http://127.0.0.1:" + server.start());
    private final List<AutoCloseable> open = new ArrayList<>();

    @AfterEach
    void close() throws Exception {
        for (var each : open.reversed()) {
            each.close();
        }
        server.close();
    }

    private record Desk(Database database, Replica replica, DeskFiles files, HubClient hub, Path folder) {

        Content add(int size) throws IOException {
            var bytes = new byte[size];
            new Random(size).nextBytes(bytes);
            var source = Files.write(folder.resolveSibling("customer's file"), bytes);
            var name = files.folder().keep(source);
            database.writeDo(tx -> tx.write(Evidence.KIND, UUID.randomUUID())
                    .set("case_id", new UUID(1, 1))
                    .set("sha256", name)
                    .set("name", "瓶身照片.jpg")
                    .set("media_type", "image/jpeg")
                    .set("bytes", (long) size)
                    .set("added_at", (long) size)
                    .as("added", database.desk().id()));
            return new Content(name, size);
        }

        FileRound round(UnaryOperator<FileHub> line) {
            return new FileRound(files, line.apply(hub), epoch(), slow());
        }

        UUID epoch() {
            return replica.link().orElseThrow().epoch();
        }

        FileRound.Moved sync() {
            new SyncRound(replica, hub).run();
            var round = round(UnaryOperator.identity());
            run(round);
            return round.moved();
        }

        byte[] content(Content content) throws IOException {
            return Files.readAllBytes(files.folder().path(content.sha256()));
        }
    }

    /// Parts of the smallest size, and nobody waits.
    private static Bandwidth slow() {
        return new Bandwidth(1, System::nanoTime);
    }

    private static int run(FileRound round) {
        var steps = 0;
        for (var pause = round.step(); pause.isPresent(); pause = round.step()) {
            steps++;
        }
        return steps;
    }

    private static List<Content> named(Database database) {
        var evidence = database.read(handle -> Rows.all(handle, Evidence.KIND)).stream()
                .sorted(java.util.Comparator.comparing(Evidence::addedAt).reversed())
                .map(each -> new Content(each.sha256(), each.bytes()));
        return Stream.concat(pictures(database, Path.of("")).named().stream(), evidence).toList();
    }

    private static Pictures pictures(Database database, Path folder) {
        return new Pictures(database, new ContentFolder(folder), Clock.systemUTC());
    }

    @Test
    void aPictureOfArticlesTravelsAsEvidenceDoes() throws IOException {
        var lin = desk("lin");
        var chen = desk("chen");
        var pictures = pictures(lin.database(), home.resolve("lin").resolve("evidence"));
        var hash = pictures.keep(Files.write(home.resolve("leaf.gif"), "GIF89a-leaf".getBytes(StandardCharsets.UTF_8)));
        lin.database().writeDo(tx -> pictures.name(tx, Actor.DESK.id(), hash));

        assertThat(lin.sync()).isEqualTo(new FileRound.Moved(1, 0));
        assertThat(chen.sync()).isEqualTo(new FileRound.Moved(0, 1));

        assertThat(pictures(chen.database(), home.resolve("chen").resolve("evidence"))
                        .find(Pictures.reference(hash, PictureType.GIF)))
                .isPresent();
    }

    private Desk desk(String name) throws IOException {
        var store = Database.inMemory(Clock.systemUTC(), Ids.timeOrdered(Clock.systemUTC()));
        var let = enrolment.redeem(enrolment.offer(TEAM), store.desk().id()).orElseThrow();
        var replica = new Replica(store, Kinds.ALL, Set.of());
        replica.enrol(new Link(
                let.hub(), let.epoch(), address.toString(), let.token(), let.teamScope(), Clock.systemUTC().instant(), 0),
                let.code());
        var folder = Files.createDirectories(home.resolve(name)).resolve("evidence");
        var hub = new HubClient(address, let.token());
        open.add(store);
        open.add(hub);
        return new Desk(store, replica, new DeskFiles(store, new ContentFolder(folder), () -> named(store)), hub, folder);
    }

    @Test
    void whatOneDeskKeepsComesToTheOtherTheNewestFirst() throws IOException {
        var lin = desk("lin");
        var chen = desk("chen");
        var older = lin.add(50_000);
        var newer = lin.add(70_000);
        assertThat(lin.sync()).isEqualTo(new FileRound.Moved(2, 0));

        new SyncRound(chen.replica(), chen.hub()).run();
        var round = chen.round(UnaryOperator.identity());
        while (round.moved().fetched() == 0) {
            round.step();
        }
        assertThat(chen.files().lacking()).containsExactly(older);
        run(round);
        assertThat(chen.content(older)).isEqualTo(lin.content(older));
        assertThat(chen.content(newer)).isEqualTo(lin.content(newer));
        assertThat(chen.sync()).isEqualTo(new FileRound.Moved(0, 0));
        assertThat(lin.sync()).isEqualTo(new FileRound.Moved(0, 0));
        assertThat(lin.files().unsent(lin.epoch())).isEmpty();
    }

    @Test
    void aFileThatHasNotReachedTheHubIsWaitedForAndHoldsUpNothing() throws IOException {
        var lin = desk("lin");
        var chen = desk("chen");
        lin.add(40_000);
        new SyncRound(lin.replica(), lin.hub()).run();
        chen.add(60_000);
        assertThat(chen.sync()).isEqualTo(new FileRound.Moved(1, 0));

        assertThat(lin.sync()).isEqualTo(new FileRound.Moved(1, 1));
        assertThat(chen.sync()).isEqualTo(new FileRound.Moved(0, 1));
        assertThat(chen.files().lacking()).isEmpty();
    }

    /// Cut before each request and after it, in turn; every time another process goes on.
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aTransferThatIsCutAnywhereGoesOnWhereItWas(boolean arrives) throws IOException {
        var lin = desk("lin");
        var chen = desk("chen");
        var file = lin.add(5 * PART + 17);
        for (var desk : List.of(lin, chen)) {
            new SyncRound(desk.replica(), desk.hub()).run();
            var transferred = 0;
            for (var cut = 1; cut < 60; cut++) {
                var line = new CutLine(desk.hub(), cut % 4, arrives);
                try {
                    run(desk.round(hub -> line));
                } catch (Hub.Unreachable e) {
                    assertThat(Files.exists(desk.files().folder().path(file.sha256()))).isEqualTo(desk == lin);
                }
                transferred += line.bytes;
            }
            run(desk.round(UnaryOperator.identity()));
            assertThat(desk.content(file)).isEqualTo(lin.content(file));
            assertThat(transferred).as("no byte travels twice").isLessThanOrEqualTo((int) file.bytes() + PART);
        }
        assertThat(chen.files().lacking()).isEmpty();
        assertThat(lin.files().unsent(lin.epoch())).isEmpty();
    }

    /// Falls silent after some requests.
    private static final class CutLine implements FileHub {
        private final FileHub hub;
        private final boolean arrives;
        private int left;
        private int bytes;

        /// @param arrives whether the request after which it is silent still arrives
        CutLine(FileHub hub, int requests, boolean arrives) {
            this.hub = hub;
            this.left = requests;
            this.arrives = arrives;
        }

        private <T> T cut(java.util.function.Supplier<T> request) {
            if (left-- > 0) {
                return request.get();
            }
            if (arrives) {
                request.get();
            }
            throw new Hub.Unreachable("cut", new IOException("cut"));
        }

        @Override
        public List<FileState> states(List<String> files) {
            return hub.states(files); // a round always asks first
        }

        @Override
        public FilePart get(String sha256, long offset, int most) {
            var part = cut(() -> hub.get(sha256, offset, most));
            bytes += part.content().length;
            return part;
        }

        @Override
        public FileState put(FilePart part) {
            var state = cut(() -> hub.put(part));
            bytes += part.content().length;
            return state;
        }
    }

    @Test
    void bytesThatWereDamagedOnTheWayAreNeverSeenUnderTheName() throws IOException {
        var lin = desk("lin");
        var chen = desk("chen");
        var file = lin.add(3 * PART);
        lin.sync();
        new SyncRound(chen.replica(), chen.hub()).run();
        run(chen.round(hub -> new Damaging(hub)));
        assertThat(chen.files().lacking()).containsExactly(file);
        try (var left = Files.list(chen.folder())) {
            assertThat(left).isEmpty();
        }
        run(chen.round(UnaryOperator.identity()));
        assertThat(chen.content(file)).isEqualTo(lin.content(file));
    }

    /// Turns one bit over.
    private record Damaging(FileHub hub) implements FileHub {
        @Override
        public List<FileState> states(List<String> files) {
            return hub.states(files);
        }

        @Override
        public FilePart get(String sha256, long offset, int most) {
            var part = hub.get(sha256, offset, most);
            part.content()[0] ^= (byte) (offset == PART ? 1 : 0);
            return part;
        }

        @Override
        public FileState put(FilePart part) {
            return hub.put(part);
        }
    }

    @Test
    void aDamagedFileIsFetchedAgain() throws IOException {
        var lin = desk("lin");
        var chen = desk("chen");
        var truncated = lin.add(2 * PART);
        var turned = lin.add(3 * PART);
        lin.sync();
        chen.sync();
        Files.write(chen.files().folder().path(truncated.sha256()), new byte[7]);
        Files.write(chen.files().folder().path(turned.sha256()), new byte[3 * PART]);

        assertThat(chen.files().verify()).isEqualTo(2);
        assertThat(chen.sync()).isEqualTo(new FileRound.Moved(0, 2));
        assertThat(chen.content(truncated)).isEqualTo(lin.content(truncated));
        assertThat(chen.content(turned)).isEqualTo(lin.content(turned));
    }

    @Test
    void aFileThatIsDamagedAtItsOwnerIsNotSentAndHoldsUpNothing() throws IOException {
        var lin = desk("lin");
        var damaged = lin.add(2 * PART);
        var sound = lin.add(PART);
        Files.write(lin.files().folder().path(damaged.sha256()), new byte[2 * PART]);

        assertThat(lin.sync()).isEqualTo(new FileRound.Moved(1, 0));
        assertThat(lin.files().lacking()).containsExactly(damaged);
        assertThat(lin.files().folder().path(damaged.sha256()).resolveSibling(damaged.sha256() + ".damaged")).exists();
        assertThat(feed.files().states(lin.database().desk().id(), List.of(damaged.sha256(), sound.sha256())))
                .containsExactly(
                        new FileState(damaged.sha256(), 0, null), new FileState(sound.sha256(), PART, (long) PART));
    }

    @Test
    void partsAreAsLargeAsAllowedAndTheirPauseIsTold() throws IOException {
        var lin = desk("lin");
        lin.add(10 * PART);
        new SyncRound(lin.replica(), lin.hub()).run();
        var nanos = new java.util.concurrent.atomic.AtomicLong();
        var round = new FileRound(lin.files(), lin.hub(), lin.epoch(), new Bandwidth(PART, nanos::get));
        var seconds = 0L;
        for (Optional<java.time.Duration> pause = round.step(); pause.isPresent(); pause = round.step()) {
            nanos.addAndGet(pause.get().toNanos());
            seconds += pause.get().toSeconds();
        }
        assertThat(round.moved().sent()).isEqualTo(1);
        assertThat(seconds).isEqualTo(9); // the first second's worth is free
    }

    @Test
    void aDeskThatKeepsInStepByItselfBringsTheFilesToo() throws Exception {
        var lin = desk("lin");
        var chen = desk("chen");
        var file = lin.add(3 * PART);
        lin.sync();
        var came = new CompletableFuture<Void>();
        try (var _ = chen.database().changes().on(Set.of(DeskFiles.KIND), () -> {
                    if (chen.files().folder().has(file)) {
                        came.complete(null);
                    }
                });
                var loop = new SyncLoop(
                        chen.replica(), link -> new HubClient(address, link.token()), Clock.systemUTC(),
                        new SplittableRandom(1))) {
            loop.carry(chen.files(), new Bandwidth(0, System::nanoTime));
            loop.start();
            came.get(120, TimeUnit.SECONDS);
        }
        assertThat(chen.content(file)).isEqualTo(lin.content(file));
    }

    @ParameterizedTest
    @CsvSource({
        "GET, v1/file/nonsense?offset=0&most=1, 400", "GET, v1/file/{name}?most=1, 400",
        "GET, v1/file/{name}?offset=-1&most=1, 400", "GET, v1/file/{name}?offset=x&most=1, 400",
        "GET, v1/file/{name}?offset=0&most=0, 404", "PUT, v1/file/{name}?offset=0, 400",
        "PUT, v1/file/{name}?offset=0&size=4, 404", "PUT, v1/file/{name}?offset=0&size=99999999999, 413",
        "PUT, v1/file/..%2F..%2Fetc%2Fpasswd?offset=0&size=4, 400", "POST, v1/files, 400"
    })
    void whatMakesNoSenseIsRefused(String method, String path, int status) throws Exception {
        var token = enrolment.redeem(enrolment.offer(TEAM), UUID.randomUUID()).orElseThrow().token();
        try (var http = HttpClient.newHttpClient()) {
            var answer = http.send(
                    HttpRequest.newBuilder(address.resolve("/" + path.replace("{name}", "ab".repeat(32))))
                            .header("Authorization", "Bearer " + token)
                            .method(method, BodyPublishers.ofString(method.equals("GET") ? "" : "data"))
                            .build(),
                    BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(status);
            assertThat(answer.body()).contains("\"code\"");
        }
    }

    @Test
    void withoutATokenThereIsNothing() {
        try (var nobody = new HubClient(address, "guessed")) {
            assertThatThrownBy(() -> nobody.states(List.of())).hasMessageContaining("UNKNOWN_DESK");
        }
    }
}
