package dev.calmdesk.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.calmdesk.app.Kinds;
import dev.calmdesk.app.Launcher;
import dev.calmdesk.app.Workspace;
import dev.calmdesk.base.Ids;
import dev.calmdesk.data.Journal;
import dev.calmdesk.data.Rows;
import dev.calmdesk.data.Soundness;
import dev.calmdesk.data.StoreFiles;
import dev.calmdesk.hub.Enrolment;
import dev.calmdesk.hub.HubDatabase;
import dev.calmdesk.support.Postgres;
import dev.calmdesk.sync.http.HubClient;
import java.net.URI;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

/// Three desks and two hubs in processes of their own, killed and cut off from each other while the desks write. This is
/// the short form; the long one is
///
/// ```
/// ./mvnw test -Dtest=RealProcessesTest -Dcalmdesk.sync.kills=60
/// ```
class RealProcessesTest {

    private static final int KILLS = Integer.getInteger("calmdesk.sync.kills", 4);
    private static final int DESKS = 3;
    private static final int HUBS = 2;
    private static final int WRITES_BETWEEN = 15;
    private static final Pattern PORT = Pattern.compile("127\\.0\\.0\\.1:(\\d+)");

    @TempDir
    private Path folder;

    private final long seed = Long.getLong("calmdesk.seed", System.nanoTime());
    private final SplittableRandom random = new SplittableRandom(seed);
    private final List<Child> desks = new ArrayList<>();
    private final List<Child> hubs = new ArrayList<>();
    private final List<Child> all = new ArrayList<>();
    private final Clock clock = Clock.systemUTC();

    @AfterEach
    void killAll() {
        all.forEach(Child::kill);
    }

    @Test
    void nothingIsLostOrDoubledByKillingDesksAndHubsAndCuttingTheirConnections() throws Exception {
        var database = Postgres.emptyDatabase();
        try (var proxy = new CuttingProxy(seed)) {
            var enrolment = new Enrolment(HubDatabase.open(database), clock);
            for (var hub = 0; hub < HUBS; hub++) {
                hubs.add(startHub(database));
            }
            leadToHubs(proxy);
            for (var desk = 0; desk < DESKS; desk++) {
                enrol(desk, enrolment, proxy.url());
                desks.add(startDesk(desk));
            }
            for (var kill = 0; kill < KILLS; kill++) {
                letThemWrite();
                if (random.nextInt(3) == 0) {
                    var hub = random.nextInt(HUBS);
                    hubs.get(hub).kill();
                    hubs.set(hub, startHub(database));
                    leadToHubs(proxy);
                } else {
                    var desk = random.nextInt(DESKS);
                    desks.get(desk).kill();
                    desks.set(desk, startDesk(desk));
                }
            }
            letThemWrite();
            desks.forEach(Child::kill);
            proxy.heal();
            for (var round = 0; round < 2; round++) {
                for (var desk = 0; desk < DESKS; desk++) {
                    sync(desk);
                }
            }
            check(database, proxy);
        }
    }

    private Child startHub(DataSource database) throws SQLException {
        var server = database.unwrap(PGSimpleDataSource.class);
        var url = server.getURL() + (server.getURL().contains("?") ? "&" : "?") + "user=" + server.getUser();
        var hub = remembered(Child.start(folder, Launcher.class, "hub", "serve", "--port", "0", "--database-url", url));
        hub.await(lines -> lines.stream().anyMatch(line -> PORT.matcher(line).find()));
        return hub;
    }

    private Child startDesk(int desk) {
        return remembered(Child.start(folder, WritingDesk.class, store(desk).folder().toString(), "" + random.nextLong()));
    }

    private Child remembered(Child child) {
        all.add(child);
        return child;
    }

    private void leadToHubs(CuttingProxy proxy) {
        proxy.leadTo(hubs.stream()
                .map(hub -> PORT.matcher(String.join("\n", hub.lines())))
                .map(found -> found.find() ? Integer.valueOf(found.group(1)) : 0)
                .toList());
    }

    private StoreFiles store(int desk) {
        return new StoreFiles(folder.resolve("desk" + desk));
    }

    private <T> T with(int desk, Function<Workspace, T> work) {
        try (var workspace = Workspace.open(store(desk), clock, Ids.timeOrdered(clock))) {
            return work.apply(workspace);
        }
    }

    /// Over a good connection; what follows is not.
    private void enrol(int desk, Enrolment enrolment, String url) {
        with(desk, workspace -> {
            var id = workspace.database().desk().id();
            var admission = enrolment.redeem(enrolment.offer("team-T1"), id).orElseThrow();
            workspace.replica().enrol(
                    new Link(
                            admission.hub(), admission.epoch(), url, admission.token(), admission.teamScope(),
                            clock.instant(), 0),
                    admission.code());
            return null;
        });
    }

    /// Until each desk has acknowledged some more.
    private void letThemWrite() {
        for (var desk : desks) {
            var before = desk.lines().size();
            desk.await(lines -> lines.size() >= before + WRITES_BETWEEN);
        }
    }

    private void sync(int desk) {
        with(desk, workspace -> {
            var link = workspace.replica().link().orElseThrow();
            try (var hub = new HubClient(URI.create(link.url()), link.token())) {
                return new SyncRound(workspace.replica(), hub).run();
            }
        });
    }

    private void check(DataSource database, CuttingProxy proxy) {
        var acknowledged = all.stream()
                .flatMap(child -> child.lines().stream())
                .filter(line -> line.startsWith("entry "))
                .map(line -> UUID.fromString(line.substring("entry ".length())))
                .toList();
        var entries = Jdbi.create(database).withHandle(handle -> handle
                .createQuery("select id from entry")
                .mapTo(UUID.class)
                .list());
        System.out.printf(
                "%d kills, %d cut connections, %d entries acknowledged, %d on the hub (seed %d)%n",
                KILLS, proxy.cuts(), new HashSet<>(acknowledged).size(), entries.size(), seed);

        var onHub = new HashSet<>(entries); // sets, as lists of this length take hours to compare
        assertThat(onHub).as("none twice (seed %d)", seed).hasSameSizeAs(entries);
        var lost = new HashSet<>(acknowledged);
        lost.removeAll(onHub);
        assertThat(lost).as("none lost (seed %d)", seed).isEmpty();
        var first = with(0, RealProcessesTest::everything);
        assertThat(first.getFirst()).as("all of it is on the desks (seed %d)", seed).asInstanceOf(
                        org.assertj.core.api.InstanceOfAssertFactories.LIST)
                .hasSize(entries.size());
        for (var desk = 1; desk < DESKS; desk++) {
            assertThat(with(desk, RealProcessesTest::everything)).as("equal (seed %d)", seed).isEqualTo(first);
        }
    }

    private static List<Object> everything(Workspace workspace) {
        return workspace.database().read(handle -> {
            assertThat(Soundness.of(handle, Kinds.ALL).findings()).isEmpty();
            var everything = new ArrayList<Object>();
            everything.add(handle.createQuery("select * from journal order by scope, position")
                    .map(Journal::entry)
                    .list());
            everything.add(handle.createQuery("select * from conflict order by entity, field, entry").mapToMap().list());
            Kinds.ALL.forEach(kind -> everything.add(Rows.all(handle, kind)));
            return everything;
        });
    }
}
