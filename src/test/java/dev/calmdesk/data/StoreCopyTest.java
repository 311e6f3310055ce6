package dev.calmdesk.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.calmdesk.base.Ids;
import dev.calmdesk.base.Problem;
import dev.calmdesk.support.ManualClock;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreCopyTest {

    /// Stands for any feature's record; `workplace_item` has no generated columns, `customer` has.
    private record Thing(UUID id, String topic, String code, int position, String body) {
        static final Kind<Thing> KIND = Kind.of("thing", "workplace_item", Thing.class);
    }

    private record Buyer(
            UUID id, String name, String title, String pinyin, String initials, String tier, String stage, String team,
            long createdAt) {
        static final Kind<Buyer> KIND = Kind.of("buyer", "customer", Buyer.class);
    }

    private final ManualClock clock = new ManualClock("2026-11-22T06:00:00Z");
    private final Ids ids = Ids.timeOrdered(clock);
    private final Database source = Database.inMemory(clock, ids);
    private final UUID author = ids.next();

    @TempDir
    private Path folder;

    @AfterEach
    void close() {
        source.close();
    }

    private Database target() {
        return Database.open(new StoreFiles(folder), clock, ids);
    }

    private UUID add(Database store, String code) {
        var id = ids.next();
        store.writeDo(tx -> tx.write(Thing.KIND, id)
                .set("topic", "t")
                .set("code", code)
                .set("position", 1)
                .set("body", "正文")
                .as("added", author));
        return id;
    }

    private void addBuyer() {
        source.writeDo(tx -> tx.write(Buyer.KIND, ids.next())
                .set("name", "周敏")
                .set("title", "MS")
                .set("pinyin", "zhou min")
                .set("initials", "zm")
                .set("tier", "GOLD")
                .set("stage", "NEW")
                .set("team", "T1")
                .set("created_at", 1L)
                .as("added", author));
    }

    @Test
    void rowsJournalAndLocalRowsComeOverAndTheTargetKeepsItsDesk() {
        var thing = add(source, "a");
        addBuyer();
        source.writeDo(tx -> tx.handle().execute("insert into running_number (prefix, last) values ('C-', 7)"));
        try (var target = target()) {
            var desk = target.desk();
            StoreCopy.copy(source, target);

            assertThat(target.desk()).isEqualTo(desk).isNotEqualTo(source.desk());
            assertThat(target.read(handle -> Rows.find(handle, Thing.KIND, thing))
                            .map(Thing::body))
                    .contains("正文");
            var history = target.read(handle -> Journal.ofEntity(handle, thing));
            assertThat(history)
                    .singleElement()
                    .satisfies(entry -> assertThat(entry.desk()).isEqualTo(desk.id()));
            var letters = target.read(handle -> handle.createQuery("select pinyin_letters from customer")
                    .mapTo(String.class)
                    .list());
            assertThat(letters).containsExactly("zhoumin");
            assertThat(target.read(handle -> Soundness.of(handle, List.of(Thing.KIND, Buyer.KIND))).isSound())
                    .isTrue();
        }
    }

    @Test
    void theNextEntryFollowsTheCopiedOnesAndTheStoreOpensAgain() {
        add(source, "a");
        add(source, "b");
        try (var target = target()) {
            StoreCopy.copy(source, target);
            add(target, "c");
        }
        try (var again = target()) {
            var numbers = again.read(handle ->
                    handle.createQuery("select seq from journal order by seq").mapTo(Long.class).list());

            assertThat(numbers).containsExactly(1L, 2L, 3L);
        }
    }

    @Test
    void aStoreInWhichSomebodyWorkedIsLeftAlone() {
        add(source, "a");
        try (var target = target()) {
            var own = add(target, "own");

            assertThat(StoreCopy.isEmpty(target)).isFalse();
            assertThatThrownBy(() -> StoreCopy.copy(source, target)).isInstanceOf(Problem.Refused.class);
            var kept = target.read(handle -> Rows.all(handle, Thing.KIND));
            assertThat(kept).extracting(Thing::id).containsExactly(own);
        }
    }
}
