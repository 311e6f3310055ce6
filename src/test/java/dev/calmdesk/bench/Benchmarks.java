package dev.calmdesk.bench;

import dev.calmdesk.app.ComplaintBeats;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/// How fast: `./mvnw -q test -Dtest=Benchmarks -Dcalmdesk.bench=true` prints one table. A ratio compares two things
/// measured in turns in the same run, so it means the same on a fast machine and on a busy one.
@EnabledIfSystemProperty(named = "calmdesk.bench", matches = "true")
class Benchmarks {

    @Test
    void anAutosaveAgainstABareUpdate(@TempDir Path folder) throws SQLException {
        new AutosaveRace(folder).run();
    }

    @Test
    void theStartAgainstABareWindow(@TempDir Path folder) throws IOException, InterruptedException {
        new StartRace(folder).run();
    }

    @Test
    void aBacklogOverTheHubAgainstAPlainCopy(@TempDir Path folder) {
        new SyncRace(folder).run();
    }

    @Test
    void oneNoteFromDeskToDesk(@TempDir Path folder) throws Exception {
        new SyncLatency(folder).run();
    }

    @Test
    void aChangeByWhatTheHubHolds(@TempDir Path folder) throws Exception {
        new HubSize(folder).run();
    }

    @Test
    void twoThousandDesksOnStreams() throws Exception {
        new ManyDesks().run();
    }

    @Test
    void aSearchAgainstTrigrams(@TempDir Path folder) throws SQLException {
        new SearchRace(folder).run(10_000);
        new SearchRace(folder).run(100_000);
    }

    @Test
    void aSearchAmongAMillion(@TempDir Path folder) {
        new SearchRace(folder).runMillion();
    }

    @Nested
    class TypingIntoTheDock extends DockBeats {}

    @Nested
    class TheWindowsThread extends ComplaintBeats {}
}
