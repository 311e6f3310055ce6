package dev.calmdesk.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// No word is lost: what a call acknowledged survives a killed process and a power cut. This is the short form; the long
/// one is
///
/// ```
/// ./mvnw test -Dtest=DurabilityTest -Dcalmdesk.kills=200 -Dcalmdesk.images=60
/// ```
///
/// `-Dcalmdesk.seed=…` takes the random moments of an earlier run (it was printed), as far as threads allow.
class DurabilityTest {

    private static final String CRASHING = WholeChunks.PREFIX + CrashDisk.PREFIX;

    @TempDir
    private Path folder;

    @Test
    void nothingAcknowledgedIsLostByKillingTheProcess() throws Exception {
        var kills = Integer.getInteger("calmdesk.kills", 20);
        var tally = new KillHarness(folder, "durable", seed()).kill(kills);
        System.out.println(tally);

        assertThat(tally.lost() + tally.corrupt() + tally.locked()).as(tally.toString()).isZero();
        assertThat(tally.crashes()).isEqualTo(kills);
        assertThat(tally.acknowledged()).isGreaterThan(kills * 5L);
    }

    @Test
    void nothingAcknowledgedIsLostByCuttingThePower() throws Exception {
        var images = Integer.getInteger("calmdesk.images", 12);
        var engine = new Engine(Engine.DURABLE.urlOptions(), true, CRASHING);
        var tally = new PowerCuts(folder, engine, seed()).cut(images);
        System.out.println(tally);

        assertThat(tally.lost() + tally.corrupt() + tally.locked()).as(tally.toString()).isZero();
        assertThat(tally.crashes()).isEqualTo(images);
        assertThat(tally.acknowledged()).isGreaterThan(images * 5L);
    }

    /// The harness bites: H2 as it comes loses what it acknowledged, and is caught.
    @Test
    void h2sDefaultSettingLosesWordsByKillingTheProcess() throws Exception {
        var tally = new KillHarness(folder, "default", seed()).kill(4);

        assertThat(tally.crashesWithLoss()).as(tally.toString()).isPositive();
    }

    @Test
    void h2sDefaultSettingLosesWordsByCuttingThePower() throws Exception {
        var tally = new PowerCuts(folder, new Engine("", false, CrashDisk.PREFIX), seed()).cut(3);

        assertThat(tally.crashesWithLoss()).as(tally.toString()).isPositive();
    }

    private static long seed() {
        return Long.getLong("calmdesk.seed", System.nanoTime());
    }
}
