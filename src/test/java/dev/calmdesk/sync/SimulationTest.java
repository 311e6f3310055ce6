package dev.calmdesk.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.fail;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import dev.calmdesk.cases.Note;
import dev.calmdesk.data.Database;
import dev.calmdesk.support.Postgres;
import dev.calmdesk.sync.SimulatedDesk.Assignment;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.LoggerFactory;

/// Desks and a hub under everything that goes wrong: when all is good again, nothing is lost and all are equal. This is
/// the short form; the long one is
///
/// ```
/// ./mvnw -q test -Dtest='SimulationTest#nothing*' -Dcalmdesk.sync.seeds=10000
/// ```
///
/// A seed that fails is printed, and replayed exactly by `-Dcalmdesk.sync.seed=N -Dcalmdesk.sync.seeds=1`.
class SimulationTest {

    private static final long FIRST = Long.getLong("calmdesk.sync.seed", 1);
    private static final long SEEDS = Long.getLong("calmdesk.sync.seeds", 200);
    private static final int THREADS = Math.min(4, Runtime.getRuntime().availableProcessors());
    /// Faults are rare things that meet: any seeds will do, and from here on each is met soon.
    private static final long FIRST_TO_CATCH_A_FAULT = 201;
    private static final int SEEDS_TO_CATCH_A_FAULT = 400;
    private static final int ENOUGH_FAILURES = 20;
    private static final int BACKLOG = 1300;

    private static final Logger STORE_LOG = (Logger) LoggerFactory.getLogger(Database.class.getPackageName());

    @TempDir
    private static Path folder;

    private static Lab lab;

    @BeforeAll
    static void open() {
        keepCrashesQuiet();
        lab = new Lab(folder.resolve("lab"));
    }

    /// The log would tell of each crash.
    static void keepCrashesQuiet() {
        STORE_LOG.setLevel(Level.OFF);
    }

    @AfterAll
    static void close() {
        lab.close();
        STORE_LOG.setLevel(null);
    }

    @Test
    void nothingIsLostAndAllAreEqual() throws Exception {
        Postgres.assumeItMayRun();
        var next = new AtomicLong(FIRST);
        var failed = new ConcurrentLinkedQueue<Throwable>();
        try (var threads = Executors.newFixedThreadPool(THREADS)) {
            var working = IntStream.range(0, THREADS)
                    .mapToObj(thread -> threads.submit(() -> runSeeds(next, failed, folder.resolve("lab" + thread))))
                    .toList();
            for (Future<?> thread : working) {
                thread.get();
            }
        }
        if (!failed.isEmpty()) {
            var failure = failed.peek();
            failed.stream().skip(1).forEach(failure::addSuppressed);
            fail(failed.size() + " seeds failed", failure);
        }
    }

    /// Each thread has a hub and stores of its own.
    private static @Nullable Void runSeeds(AtomicLong next, Queue<Throwable> failed, Path folder) throws Exception {
        try (var lab = new Lab(folder);
                var hub = new SimulatedHub()) {
            for (var seed = next.getAndIncrement();
                    seed < FIRST + SEEDS && failed.size() < ENOUGH_FAILURES;
                    seed = next.getAndIncrement()) {
                try {
                    new Simulation(lab, seed, hub, SimulatedDesk.Fault.NONE).run();
                } catch (Exception | AssertionError e) {
                    var again = """
                            Seed %d: %s; again:
                            ./mvnw test -Dtest='SimulationTest#nothing*' -Dcalmdesk.sync.seed=%1$d -Dcalmdesk.sync.seeds=1"""
                            .formatted(seed, e.getMessage());
                    System.out.println(again);
                    failed.add(new AssertionError(again, e));
                }
                if (seed % 500 == 0) {
                    System.out.println(seed + " seeds");
                }
            }
        }
        return null;
    }

    /// Whatever ran before it.
    @ParameterizedTest
    @EnumSource(names = {"NONE", "A_SUCCESSION_FORGETS_WHAT_WAITS"})
    void aSeedReplaysExactly(SimulatedDesk.Fault fault) throws Exception {
        Postgres.assumeItMayRun();
        try (var hub = new SimulatedHub()) {
            for (var seed = FIRST; seed < FIRST + 3; seed++) {
                var first = Replay.outcome(lab, seed, hub, fault);
                Replay.outcome(lab, seed + 1000, hub, SimulatedDesk.Fault.WHAT_IS_REJECTED_IS_DROPPED);

                assertThat(Replay.outcome(lab, seed, hub, fault)).isEqualTo(first);
            }
        }
    }

    @Test
    void aSeedReplaysExactlyInAnotherProcess() throws Exception {
        Postgres.assumeItMayRun();
        try (var hub = new SimulatedHub()) {
            var erasesACustomer = 211;
            assertThat(Replay.elsewhere(folder, erasesACustomer - 2, 4))
                    .isEqualTo(Replay.here(lab, hub, erasesACustomer - 2, 4));
        }
    }

    /// The runs bite: a hub that makes the classical mistakes is caught, by the property that it breaks.
    @ParameterizedTest
    @EnumSource(names = "NONE", mode = EnumSource.Mode.EXCLUDE)
    void aFaultyHubIsCaught(FaultyHub.Fault fault) {
        assertThatItIsCaught(() -> new FaultyHub(fault), SimulatedDesk.Fault.NONE, fault.breaks);
    }

    @ParameterizedTest
    @EnumSource(names = "NONE", mode = EnumSource.Mode.EXCLUDE)
    void aFaultyDeskIsCaught(SimulatedDesk.Fault fault) throws Exception {
        Postgres.assumeItMayRun();
        try (var hub = new SimulatedHub()) {
            assertThatItIsCaught(() -> hub, fault, fault.breaks);
        }
    }

    /// The real hub, with a mistake in it.
    @Test
    void aJudgeThatDoesNotLookAtWhatWasGrantedIsCaught() throws Exception {
        Postgres.assumeItMayRun();
        try (var hub = new SimulatedHub(FaultyJudge::new)) {
            assertThatItIsCaught(() -> hub, SimulatedDesk.Fault.NONE, Property.P11_GRANTED_ONCE);
        }
    }

    private static void assertThatItIsCaught(
            Supplier<? extends SimulatedNetwork.Hubs> hubs, SimulatedDesk.Fault fault, @Nullable Property breaks) {
        var caught = LongStream.iterate(FIRST_TO_CATCH_A_FAULT, seed -> seed + 1)
                .limit(SEEDS_TO_CATCH_A_FAULT)
                .filter(seed -> isCaught(seed, hubs.get(), fault, breaks))
                .findFirst();
        assertThat(caught).as("a seed in which it breaks %s", breaks).isPresent();
        System.out.println("Caught by seed " + caught.getAsLong() + ": " + breaks);
    }

    private static boolean isCaught(
            long seed, SimulatedNetwork.Hubs hubs, SimulatedDesk.Fault fault, @Nullable Property breaks) {
        var simulation = new Simulation(lab, seed, hubs, fault); // what cannot even begin proves nothing
        try {
            simulation.run();
            return false;
        } catch (Property.Broken broken) {
            return broken.properties().contains(breaks);
        } catch (Exception | AssertionError e) {
            return false; // something broke, but nobody said what
        }
    }

    /// However much waits, no message holds more than it may.
    @Test
    void aBacklogTravelsInParts() throws Exception {
        Postgres.assumeItMayRun();
        try (var hub = new SimulatedHub()) {
            assertThat(exchangeABacklog(hub)).hasSize(BACKLOG);
        }
        assertThatExceptionOfType(Property.Broken.class)
                .isThrownBy(() -> exchangeABacklog(new FaultyHub(FaultyHub.Fault.NONE))) // gives all in one page
                .satisfies(broken -> assertThat(broken.properties()).containsOnly(Property.P12_BOUNDED));
    }

    /// @return what a colleague sees of it
    private static Set<UUID> exchangeABacklog(SimulatedNetwork.Hubs hub) throws Exception {
        var started = new ArrayList<AutoCloseable>();
        try {
            var desks = lab.desks(new SplittableRandom(1), SimulatedDesk.Fault.NONE, started);
            var network = new SimulatedNetwork(hub, new SplittableRandom(1));
            hub.begin(false);
            desks.forEach(desk -> desk.enrol(hub.admit(desk.id(), desk.team, 0), network.line(desk)));
            desks.get(1).write(IntStream.range(0, BACKLOG)
                    .mapToObj(number -> new Assignment(Note.KIND, new UUID(9, number), Map.of(
                            "case_id", new UUID(9, 9), "author", new UUID(8, 8), "text", "第 " + number + " 条", "at", 0L)))
                    .toList());
            desks.get(1).sync();
            desks.get(2).sync();
            return desks.get(2).shown(List.of(Note.KIND.table()));
        } finally {
            for (var each : started) {
                each.close();
            }
        }
    }

    /// Without its fault the same hub is not accused.
    @Test
    void aHubWithoutAFaultIsNotAccused() throws Exception {
        for (var seed = 1; seed <= 5; seed++) {
            new Simulation(lab, seed, new FaultyHub(FaultyHub.Fault.NONE), SimulatedDesk.Fault.NONE).run();
        }
    }
}
