package dev.calmdesk.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.calmdesk.cases.Promise;
import dev.calmdesk.complaint.Assessment;
import dev.calmdesk.data.Entry;
import dev.calmdesk.data.SeenAt;
import dev.calmdesk.inquiry.Inquiry;
import dev.calmdesk.support.Postgres;
import dev.calmdesk.sync.Fleet.Member;
import dev.calmdesk.sync.wire.Head;
import dev.calmdesk.sync.wire.Identity;
import dev.calmdesk.sync.wire.Page;
import dev.calmdesk.sync.wire.Push;
import dev.calmdesk.sync.wire.Receipt;
import dev.calmdesk.sync.wire.Refusal;
import dev.calmdesk.workplace.Item;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SyncRoundTest {

    private final AtomicInteger requestsToLose = new AtomicInteger();
    private final Fleet fleet = new Fleet(2)
            .begin(
                    new Fleet.RealHubs(Postgres.emptyDatabase()),
                    () -> requestsToLose.getAndUpdate(left -> Math.max(0, left - 1)) > 0);
    private final Member lin = fleet.members.get(0);
    private final Member chen = fleet.members.get(1);

    @AfterEach
    void close() {
        fleet.close();
    }

    @Test
    void whatOneDeskDidStandsOnTheOther() {
        var promise = lin.promise("15:00 前回电");
        lin.set(promise, "remark", "客户方便下午");
        assertThat(lin.sync()).isEqualTo(new SyncRound.Moved(2, 0, 0));

        assertThat(chen.sync().pulled()).isEqualTo(2);
        assertThat(chen.rows("promise")).isEqualTo(lin.rows("promise"));
        assertThat(chen.promiseRow(promise)).containsEntry("remark", "客户方便下午");
        assertThat(chen.soundness().findings()).isEmpty();
        assertThat(lin.sync()).isEqualTo(new SyncRound.Moved(0, 0, 0));
    }

    @Test
    void differentFieldsWrittenOfflineAreBothKept() {
        var promise = lin.promise("回电");
        fleet.settle();
        lin.set(promise, "text", "15:00 前回电");
        chen.set(promise, "remark", "打手机");
        fleet.settle();

        for (var desk : fleet.members) {
            assertThat(desk.promiseRow(promise)).containsEntry("text", "15:00 前回电").containsEntry("remark", "打手机");
            assertThat(desk.conflicts()).isEmpty();
        }
    }

    /// When two desks close one promise at once, a person is asked how it ended, not at what moment.
    @Test
    void nobodyIsAskedAboutWhatTheProgramSetsByItself() {
        var promise = lin.promise("回电");
        fleet.settle();
        lin.set(promise, "ended_at", 5L);
        chen.set(promise, "ended_at", 7L);
        lin.sync();
        fleet.settle();

        for (var desk : fleet.members) {
            assertThat(desk.promiseRow(promise)).containsEntry("ended_at", 5L);
            assertThat(desk.conflicts()).isEmpty();
            assertThat(desk.soundness().findings()).isEmpty();
        }
    }

    @Test
    void whatTheHubTellsIsTakenInWithoutAsking() {
        lin.promise("回电");
        lin.sync();
        var one = chen.page(0);
        lin.promise("补发");
        lin.sync();
        var both = chen.page(0);
        requestsToLose.set(Integer.MAX_VALUE);

        assertThat(chen.heard(new Head(Fleet.TEAM, 1, one))).isEqualTo(1);
        assertThat(chen.heard(new Head(Fleet.TEAM, 2, both))).as("only what is new of it").isEqualTo(1);
        assertThat(chen.heard(new Head(Fleet.TEAM, 2, both))).isZero();
        assertThat(chen.rows("promise")).isEqualTo(lin.rows("promise"));
    }

    @Test
    void whatDoesNotFollowWhatIsHereIsAskedFor() {
        lin.promise("回电");
        lin.promise("补发");
        lin.sync();

        assertThat(chen.heard(new Head(Fleet.TEAM, 2, chen.page(1)))).isEqualTo(2);
        lin.promise("道歉信");
        lin.sync();
        assertThat(chen.heard(new Head(Fleet.TEAM, 3, null))).isEqualTo(1);
        assertThat(chen.rows("promise")).isEqualTo(lin.rows("promise"));
    }

    /// A case and the records of its steps share an id and name some fields alike.
    @Test
    void recordsThatShareAnIdStayApart() {
        var id = UUID.randomUUID();
        lin.database().writeDo(tx -> {
            tx.write(Assessment.KIND, id).set("category", "packaging/leak").as("kept", lin.database().desk().id());
            tx.write(Inquiry.KIND, id).set("category", "storage").as("kept", lin.database().desk().id());
        });
        fleet.settle();
        chen.database().writeDo(tx ->
                tx.write(Inquiry.KIND, id).set("category", "shelf-life").as("kept", chen.database().desk().id()));
        fleet.settle();

        for (var desk : fleet.members) {
            assertThat(desk.rows("assessment")).extracting(row -> row.get("category")).containsExactly("packaging/leak");
            assertThat(desk.rows("inquiry")).extracting(row -> row.get("category")).containsExactly("shelf-life");
            assertThat(desk.conflicts()).isEmpty();
            assertThat(desk.soundness().findings()).isEmpty();
        }
    }

    /// What somebody began to write before a change came in was not written over it.
    @Test
    void aFormThatStoodOpenHasNotSeenWhatCameInMeanwhile() {
        var promise = lin.promise("回电");
        fleet.settle();
        var seen = lin.journal().getLast().position();
        chen.set(promise, "text", "16:00 前回电");
        fleet.settle();
        lin.database().writeDo(tx -> tx.write(Promise.KIND, promise)
                .set("text", "15:00 前回电")
                .over(seen.map(position -> new SeenAt(0, position)))
                .as("changed", lin.database().desk().id()));
        assertThat(lin.promiseRow(promise)).containsEntry("text", "15:00 前回电");
        fleet.settle();

        for (var desk : fleet.members) {
            assertThat(desk.promiseRow(promise)).containsEntry("text", "16:00 前回电");
            assertThat(desk.conflicts()).hasSize(1);
        }
    }

    @Test
    void oneFieldWrittenOnTwoDesksWaitsForAPersonOnBothAndASeenWriteDecides() {
        var promise = lin.promise("回电");
        fleet.settle();
        lin.set(promise, "text", "15:00 前回电");
        chen.set(promise, "text", "16:00 前回电");
        chen.sync();
        lin.sync();
        fleet.settle();

        for (var desk : fleet.members) {
            assertThat(desk.promiseRow(promise)).containsEntry("text", "16:00 前回电"); // Chen's came first
            assertThat(desk.conflicts()).singleElement().satisfies(row -> assertThat(row).containsEntry("field", "text"));
            assertThat(desk.soundness().findings()).isEmpty();
        }
        lin.set(promise, "text", "15:30 前回电");
        fleet.settle();
        for (var desk : fleet.members) {
            assertThat(desk.promiseRow(promise)).containsEntry("text", "15:30 前回电");
            assertThat(desk.conflicts()).isEmpty();
        }
    }

    /// What the hub numbered between two own entries was not seen, though the newer own entry has a higher number.
    @Test
    void aWriteBetweenPushAndPullHasNotSeenWhatIsStillToCome() {
        var promise = lin.promise("回电");
        fleet.settle();
        chen.set(promise, "text", "16:00 前回电");
        chen.sync();
        lin.set(promise, "text", "15:00 前回电");
        push(lin); // and the pull is lost
        lin.set(promise, "text", "15:30 前回电");
        fleet.settle();

        for (var desk : fleet.members) {
            assertThat(desk.promiseRow(promise)).containsEntry("text", "16:00 前回电");
            assertThat(desk.conflicts()).singleElement().satisfies(row -> assertThat(row).containsEntry("field", "text"));
        }
    }

    private static void push(Member desk) {
        var push = desk.replica().outbox(desk.replica().link().orElseThrow());
        desk.replica().receipts(push, desk.line().push(push));
    }

    private static void write(Member desk, UUID item, Map<String, Object> values) {
        desk.database().writeDo(tx -> tx.write(Item.KIND, item).set(values).as("written", item));
    }

    /// The hub does not take what is too long; what was written to the record later is taken, and holds up nobody.
    @Test
    void aRecordWhoseBeginningWasRejectedStaysWithItsAuthorUntilItIsWhole() {
        var item = UUID.randomUUID();
        var body = "\"".repeat(190_000);
        write(lin, item, Map.of("topic", "limit", "code", "L1", "position", 1, "body", body));
        assertThat(lin.sync().rejected()).isEqualTo(1);
        write(lin, item, Map.of("code", "L2"));
        lin.sync();
        lin.note("接着写");
        fleet.settle();

        assertThat(chen.rows("workplace_item")).isEmpty();
        assertThat(chen.rows("note")).hasSize(1);
        assertThat(lin.rows("workplace_item")).singleElement().satisfies(row -> assertThat(row).containsEntry("code", "L2"));
        assertThat(lin.soundness().findings()).isEmpty();
        assertThat(lin.replica().quarantine()).singleElement().satisfies(each ->
                assertThat(each.reason()).isEqualTo("too-large"));
    }

    @Test
    void ownWritesStayInSightWhileOthersComeIn() {
        var promise = lin.promise("回电");
        fleet.settle();
        chen.set(promise, "text", "16:00 前回电");
        chen.sync();
        lin.set(promise, "text", "15:00 前回电");
        requestsToLose.set(1);
        assertThatThrownBy(lin::sync).isInstanceOf(Hub.Unreachable.class);
        var page = fleet.members.get(1).line().pull(Fleet.TEAM, lin.replica().link().orElseThrow().epoch(), 1);
        lin.replica().take(page);

        assertThat(lin.promiseRow(promise)).containsEntry("text", "15:00 前回电");
    }

    @Test
    void aLostAnswerChangesNothing() {
        lin.note("第一条");
        requestsToLose.set(0);
        var before = lin.replica().outbox(lin.replica().link().orElseThrow());
        lin.line().push(before); // the hub has it, the desk does not know
        assertThat(lin.sync().pushed()).isEqualTo(1);

        chen.sync();
        assertThat(chen.rows("note")).hasSize(1);
        assertThat(chen.journal()).extracting(Entry::id).doesNotHaveDuplicates().hasSize(1);
    }

    @Test
    void takingAPageAgainChangesNothing() {
        lin.promise("回电");
        lin.sync();
        var link = chen.replica().link().orElseThrow();
        var page = chen.line().pull(Fleet.TEAM, link.epoch(), 0);
        assertThat(chen.replica().take(page)).isEqualTo(1);
        var rows = chen.rows("promise");

        assertThat(chen.replica().take(page)).isZero();
        assertThat(chen.rows("promise")).isEqualTo(rows);
        assertThat(chen.replica().cursor(Fleet.TEAM)).isEqualTo(page.end());
    }

    @Test
    void aPageThatLeavesSomethingOutIsNotTaken() {
        lin.note("一");
        lin.note("二");
        lin.sync();
        var link = chen.replica().link().orElseThrow();
        var later = chen.line().pull(Fleet.TEAM, link.epoch(), 1);

        assertThat(chen.replica().take(later)).isZero();
        assertThat(chen.rows("note")).isEmpty();
        assertThat(chen.replica().cursor(Fleet.TEAM)).isZero();
        assertThat(later).extracting(Page::head).isEqualTo(2L);
    }

    @Test
    void moreThanOnePushAndPageGoThrough() {
        for (var i = 0; i < 1_203; i++) {
            lin.note("第 " + i + " 条");
        }
        assertThat(lin.sync().pushed()).isEqualTo(1_203);
        assertThat(chen.sync().pulled()).isEqualTo(1_203);
        assertThat(chen.rows("note")).isEqualTo(lin.rows("note"));
    }

    /// Numbers of one hub mean nothing to another.
    @Test
    void aDeskThatHasExchangedStaysWithItsHub() {
        lin.note("第一条");
        lin.sync();
        var link = lin.replica().link().orElseThrow();
        var other = new Link(
                UUID.randomUUID(), UUID.randomUUID(), link.url(), link.token(), link.teamScope(), link.enrolledAt(), 0);

        assertThatThrownBy(() -> lin.replica().enrol(other, "A09")).isInstanceOf(dev.calmdesk.base.Problem.Refused.class);
        assertThat(lin.replica().link()).contains(link);
    }

    /// A hub that was restored from a backup without saying so is not fed on: others have read what it forgot.
    @Test
    void aHubThatForgotWhatItAnsweredForIsLeftAlone() {
        lin.note("第一条");
        lin.sync();
        var pushed = lin.replica().link().orElseThrow().pushed();
        lin.note("第二条");
        var forgetful = new Hub() {
            @Override
            public List<Receipt> push(Push push) {
                throw Refusal.gap(1);
            }

            @Override
            public Page pull(String scope, UUID epoch, long after) {
                return new Page(scope, after, null, List.of(), 0);
            }

            @Override
            public Identity identity() {
                var link = lin.replica().link().orElseThrow();
                return new Identity(link.hub(), link.epoch());
            }
        };
        var round = new SyncRound(lin.replica(), forgetful, Runnable::run, Long.MAX_VALUE);

        assertThatThrownBy(round::push).isInstanceOfSatisfying(
                Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(Refusal.Code.OTHER_EPOCH));
        assertThatThrownBy(() -> round.pull(Fleet.TEAM)).isInstanceOfSatisfying(
                Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(Refusal.Code.OTHER_EPOCH));
        assertThat(lin.replica().link().orElseThrow().pushed()).isEqualTo(pushed);
        assertThat(lin.replica().waiting()).isEqualTo(1);
    }
}
