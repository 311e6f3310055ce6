package dev.calmdesk.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.calmdesk.base.Ids;
import dev.calmdesk.contact.Direction;
import dev.calmdesk.contact.Drafts;
import dev.calmdesk.contact.Touchpoint;
import dev.calmdesk.data.Database;
import dev.calmdesk.data.Json;
import dev.calmdesk.data.StoreFiles;
import dev.calmdesk.flow.Channel;
import dev.calmdesk.people.Actor;
import dev.calmdesk.people.Role;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What one autosave costs on its whole way through the service, against the same update sent to H2 by hand at the same
/// durability (`WRITE_DELAY=0` and `CHECKPOINT SYNC`). Rounds of both alternate; the target is a ratio of at most 2.
class AutosaveBench {

    private static final int ROUNDS = 9;
    private static final int SAVES = 150;
    private static final Actor AGENT = new Actor(new UUID(7, 7), "1007", "演练", Set.of(Role.AGENT), "T1");

    @Test
    void anAutosaveCostsAtMostTwiceABareUpdate(@TempDir Path folder) throws Exception {
        var clock = Clock.systemUTC();
        var ids = Ids.timeOrdered(clock);
        var files = new StoreFiles(folder.resolve("store"));
        UUID draftId;
        try (var database = Database.open(files, clock, ids)) {
            draftId = new Drafts(database, clock, ids)
                    .begin(AGENT, Channel.PHONE, Touchpoint.HOTLINE, Direction.IN, null)
                    .id();
        }
        var bare = folder.resolve("bare");
        Files.copy(files.databaseFile(), folder.resolve("bare.mv.db"));
        try (var database = Database.open(files, clock, ids);
                var connection = DriverManager.getConnection("jdbc:h2:file:" + bare + ";WRITE_DELAY=0", "sa", "")) {
            connection.setAutoCommit(false);
            compare(new Drafts(database, clock, ids), connection, draftId);
        }
    }

    private static void compare(Drafts drafts, Connection bare, UUID draftId) throws Exception {
        var ratios = new double[ROUNDS];
        for (var round = -1; round < ROUNDS; round++) { // the first warms up
            var service = new long[SAVES];
            var update = new long[SAVES];
            for (var save = 0; save < SAVES; save++) {
                var fields = typedSoFar(save);
                service[save] = time(() -> drafts.save(draftId, fields));
                update[save] = time(() -> update(bare, draftId, Json.write(fields)));
            }
            if (round >= 0) {
                ratios[round] = (double) median(service) / median(update);
                System.out.printf(
                        "round %d: autosave %d us (p99 %d), bare update %d us (p99 %d), ratio %.2f%n",
                        round, median(service), p99(service), median(update), p99(update), ratios[round]);
            }
        }
        Arrays.sort(ratios);
        System.out.printf("autosave / bare update: median %.2f of %d rounds%n", ratios[ROUNDS / 2], ROUNDS);
        assertThat(ratios[ROUNDS / 2]).isLessThanOrEqualTo(2);
    }

    private static Map<String, String> typedSoFar(int save) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("account.event", "客户说饮料开盖后有异味，".repeat(1 + save / 10));
        fields.put("account.expectation", "希望换货");
        fields.put("assessment.severity", "S3");
        return fields;
    }

    private static void update(Connection bare, UUID draftId, String json) throws SQLException {
        try (var update = bare.prepareStatement("update draft set fields = ?, saved_at = ? where id = ?")) {
            update.setString(1, json);
            update.setLong(2, System.currentTimeMillis());
            update.setObject(3, draftId);
            update.executeUpdate();
        }
        bare.commit();
        try (var checkpoint = bare.createStatement()) {
            checkpoint.execute("checkpoint sync");
        }
    }

    @FunctionalInterface
    private interface Work {
        void run() throws SQLException;
    }

    private static long time(Work work) throws SQLException {
        var begun = System.nanoTime();
        work.run();
        return (System.nanoTime() - begun) / 1000;
    }

    private static long median(long[] micros) {
        return sorted(micros)[micros.length / 2];
    }

    private static long p99(long[] micros) {
        return sorted(micros)[micros.length * 99 / 100];
    }

    private static long[] sorted(long[] micros) {
        var sorted = micros.clone();
        Arrays.sort(sorted);
        return sorted;
    }
}
