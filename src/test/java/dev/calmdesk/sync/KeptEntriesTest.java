package dev.calmdesk.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.calmdesk.app.Kinds;
import dev.calmdesk.cases.Note;
import dev.calmdesk.cases.Promise;
import dev.calmdesk.data.Kind;
import dev.calmdesk.support.Postgres;
import dev.calmdesk.sync.Fleet.Member;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// A desk of an older version among newer ones.
class KeptEntriesTest {

    private final Fleet fleet = new Fleet(2).begin(new Fleet.RealHubs(Postgres.emptyDatabase()), () -> false);
    private final Member newer = fleet.members.get(0);
    private final Member older = fleet.members.get(1);

    @AfterEach
    void close() {
        fleet.close();
    }

    private Replica version(List<Kind<?>> kinds) {
        var replica = new Replica(older.database(), kinds, Set.of());
        replica.showKept();
        return replica;
    }

    /// Does not know notes, and of promises not the remark.
    private static List<Kind<?>> kindsOfTheOlder() {
        var fields = new LinkedHashMap<>(Promise.KIND.fields());
        fields.remove("remark");
        return List.of(new Kind<>("promise", "promise", Promise.class, Promise.KIND.subjectField(), fields, Set.of()));
    }

    @Test
    void whatAnOlderVersionDoesNotKnowIsKeptAndShownByANewerOne() {
        var promise = newer.promise("回电");
        newer.set(promise, "remark", "打手机");
        newer.note("客户下午在家");
        newer.sync();
        new SyncRound(version(kindsOfTheOlder()), older.line(), Runnable::run, Long.MAX_VALUE).run();
        assertThat(older.rows("note")).isEmpty();
        assertThat(older.promiseRow(promise)).containsEntry("remark", null);
        assertThat(older.journal()).isEqualTo(newer.journal());

        version(Kinds.ALL);
        assertThat(older.rows(Note.KIND.table())).isEqualTo(newer.rows("note"));
        assertThat(older.promiseRow(promise)).containsEntry("remark", "打手机");
        assertThat(older.soundness().findings()).isEmpty();
    }

    @Test
    void anOlderVersionWritesBesideWhatItDoesNotKnow() {
        var promise = newer.promise("回电");
        newer.set(promise, "remark", "打手机");
        newer.sync();
        new SyncRound(version(kindsOfTheOlder()), older.line(), Runnable::run, Long.MAX_VALUE).run();
        older.set(promise, "text", "15:00 前回电");
        version(Kinds.ALL);
        fleet.settle();

        assertThat(newer.promiseRow(promise)).containsEntry("text", "15:00 前回电").containsEntry("remark", "打手机");
        assertThat(older.rows("promise")).isEqualTo(newer.rows("promise"));
        assertThat(newer.conflicts()).isEmpty();
    }
}
