package dev.calmdesk.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.calmdesk.support.Postgres;
import java.nio.file.Path;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Desks and a hub under everything that goes wrong: when all is good again, nothing is lost and all are equal. This is
/// the short form; the long one is
///
/// ```
/// ./mvnw test -Dtest=SimulationTest -Dcalmdesk.sync.seeds=10000
/// ```
///
/// A seed that fails is printed, and replayed exactly by `-Dcalmdesk.sync.seed=N -Dcalmdesk.sync.seeds=1`.
class SimulationTest {

    private static final long FIRST = Long.getLong("calmdesk.sync.seed", 1);
    private static final long SEEDS = Long.getLong("calmdesk.sync.seeds", 20);
    private static final int SEEDS_TO_CATCH_A_FAULT = 200;

    @TempDir
    private static Path folder;

    private static Lab lab;

    @BeforeAll
    static void open() {
        lab = new Lab(folder);
    }

    @AfterAll
    static void close() {
        lab.close();
    }

    @Test
    void nothingIsLostAndAllAreEqual() throws Exception {
        Postgres.assumeItMayRun();
        try (var hub = new SimulatedHub()) {
            for (var seed = FIRST; seed < FIRST + SEEDS; seed++) {
                try {
                    new Simulation(lab, seed, hub, SimulatedDesk.Fault.NONE).run();
                } catch (Exception | AssertionError e) {
                    fail("Seed %d; again: ./mvnw test -Dtest=SimulationTest -Dcalmdesk.sync.seed=%1$d -Dcalmdesk.sync.seeds=1"
                            .formatted(seed), e);
                }
            }
        }
    }

    @Test
    void aSeedReplaysExactly() throws Exception {
        Postgres.assumeItMayRun();
        try (var hub = new SimulatedHub()) {
            for (var seed = FIRST; seed < FIRST + 2; seed++) {
                var first = new Simulation(lab, seed, hub, SimulatedDesk.Fault.NONE).run();
                new Simulation(lab, seed + 1000, hub, SimulatedDesk.Fault.NONE).run();

                assertThat(new Simulation(lab, seed, hub, SimulatedDesk.Fault.NONE).run()).isEqualTo(first);
            }
        }
    }

    /// The runs bite: a hub that makes the classical mistakes is caught.
    @ParameterizedTest
    @EnumSource(names = "NONE", mode = EnumSource.Mode.EXCLUDE)
    void aFaultyHubIsCaught(FaultyHub.Fault fault) {
        assertThatItIsCaught(() -> new FaultyHub(fault), SimulatedDesk.Fault.NONE);
    }

    @ParameterizedTest
    @EnumSource(names = "NONE", mode = EnumSource.Mode.EXCLUDE)
    void aFaultyDeskIsCaught(SimulatedDesk.Fault fault) {
        assertThatItIsCaught(() -> new FaultyHub(FaultyHub.Fault.NONE), fault);
    }

    private static void assertThatItIsCaught(Supplier<FaultyHub> hubs, SimulatedDesk.Fault fault) {
        var caught = LongStream.rangeClosed(1, SEEDS_TO_CATCH_A_FAULT)
                .filter(seed -> isCaught(seed, hubs.get(), fault))
                .findFirst();
        assertThat(caught).as("a seed that catches it").isPresent();
    }

    private static boolean isCaught(long seed, FaultyHub hub, SimulatedDesk.Fault fault) {
        try {
            new Simulation(lab, seed, hub, fault).run();
            return false;
        } catch (Exception | AssertionError e) {
            System.out.println("Caught by seed " + seed + ": " + e.getMessage().lines().findFirst().orElse(""));
            return true;
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
