package dev.calmdesk.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.calmdesk.app.Kinds;
import dev.calmdesk.app.Personal;
import dev.calmdesk.base.Ids;
import dev.calmdesk.cases.Promise;
import dev.calmdesk.cases.PromiseState;
import dev.calmdesk.data.Database;
import dev.calmdesk.data.Soundness;
import dev.calmdesk.support.ManualClock;
import dev.calmdesk.sync.wire.Erased;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What an erasure empties on the desk that wrote what the hub did not take.
class ErasingTest {

    private static final UUID SOMEBODY = new UUID(8, 8);
    private static final UUID CASE = new UUID(1, 1);
    private static final UUID PROMISE = new UUID(2, 2);

    private final ManualClock clock = new ManualClock("2026-11-22T02:00:00Z");
    private final Database database = Database.inMemory(clock, Ids.timeOrdered(clock));
    private final Replica replica = new Replica(database, Kinds.ALL, Kinds.OF_THE_COMPANY);

    @AfterEach
    void close() {
        database.close();
    }

    private void promise() {
        database.writeDo(tx -> tx.write(Promise.KIND, PROMISE)
                .set("case_id", CASE)
                .set("text", "给林先生回电")
                .set("owner", SOMEBODY)
                .set("made_at", 0L)
                .set("due_at", 1L)
                .set("state", PromiseState.OPEN)
                .as("made", SOMEBODY));
    }

    private void remark(String remark) {
        database.writeDo(tx -> tx.write(Promise.KIND, PROMISE).set("remark", remark).as("changed", SOMEBODY));
    }

    private void hubRejects(String act) {
        database.writeDo(tx -> tx.handle().execute("update journal set rejected = 'not-allowed' where act = ?", act));
    }

    private void erase() {
        database.writeDo(tx -> replica.erase(tx, new Erased(new UUID(3, 3), Set.of(CASE), Personal.FIELDS)));
    }

    private List<String> words() {
        return database.read(handle -> handle.createQuery("select text, remark from promise")
                .map((row, context) -> row.getString("text") + " " + row.getString("remark"))
                .list());
    }

    private void assertSound() {
        assertThat(database.read(handle -> Soundness.of(handle, List.of(Promise.KIND))).findings()).isEmpty();
    }

    @Test
    void wordsOfARejectedBeginningGoThoughALaterChangeWasTaken() {
        promise();
        remark("林先生下午在家");
        hubRejects("made");
        erase();

        assertThat(words()).containsExactly("— —");
        assertSound();
    }

    @Test
    void wordsOfARecordOfWhichNothingWasTakenGo() {
        promise();
        remark("林先生下午在家");
        hubRejects("made");
        hubRejects("changed");
        erase();

        assertThat(words()).containsExactly("— —");
        assertSound();
    }
}
