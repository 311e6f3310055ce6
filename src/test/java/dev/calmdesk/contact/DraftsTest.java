package dev.calmdesk.contact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.calmdesk.flow.Channel;
import dev.calmdesk.support.OfficeTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DraftsTest extends OfficeTest {

    private final Drafts drafts = office.drafts;

    private Draft call() {
        return drafts.begin(office.lin, Channel.PHONE, Touchpoint.HOTLINE, Direction.IN, "13800002207");
    }

    private void seconds(long seconds) {
        office.clock.advance(Duration.ofSeconds(seconds));
    }

    @Test
    void aContactBeginsNowWithNothingKnownButTheNumber() {
        var begun = call();

        assertThat(drafts.require(begun.id())).isEqualTo(begun);
        assertThat(begun.isContact()).isTrue();
        assertThat(begun.receivedAt()).isEqualTo(office.clock.instant()).isEqualTo(begun.answeredAt());
        assertThat(begun.person()).isEqualTo(office.lin.id());
        assertThat(begun.reachedFrom()).isEqualTo("13800002207");
        assertThat(begun.fields()).isEmpty();
        assertThat(begun.caseId()).isNull();
    }

    @Test
    void everyKeystrokeIsSavedAsTypedAndNothingElseChanges() {
        var begun = call();
        seconds(9);
        var typed = Map.of("account.event", " 晚饭时\n“发酸”，\\ 😀 ", "account.place", "", "free.text", "{0}");

        var savedAt = drafts.save(begun.id(), typed);

        var saved = drafts.require(begun.id());
        assertThat(savedAt).isEqualTo(office.clock.instant()).isEqualTo(saved.savedAt());
        assertThat(saved.fields()).isEqualTo(typed);
        assertThat(saved)
                .usingRecursiveComparison()
                .ignoringFields("fields", "savedAt")
                .isEqualTo(begun);
    }

    @Test
    void draftsLeaveNoTraceInTheJournal() {
        var before = entries();
        var begun = call();
        drafts.save(begun.id(), Map.of("account.event", "发酸"));
        drafts.toggleHold(begun.id());
        drafts.hangUp(begun.id());

        assertThat(entries()).isEqualTo(before);
    }

    @Test
    void timesOnHoldAddUp() {
        var begun = call();
        seconds(60);
        assertThat(drafts.toggleHold(begun.id()).heldSince()).isEqualTo(office.clock.instant());
        seconds(20);
        assertThat(drafts.require(begun.id()).heldUntil(office.clock.instant())).hasSeconds(20);
        assertThat(drafts.toggleHold(begun.id()).heldSince()).isNull();
        seconds(100);
        drafts.toggleHold(begun.id());
        seconds(5);
        var back = drafts.toggleHold(begun.id());

        assertThat(back.heldMillis()).isEqualTo(25_000);
        seconds(50);
        assertThat(back.heldUntil(office.clock.instant())).hasSeconds(25);
    }

    @Test
    void hangingUpEndsTheCallAndTheHoldOnceAndForAll() {
        var begun = call();
        seconds(60);
        drafts.toggleHold(begun.id());
        seconds(30);
        var end = office.clock.instant();
        var ended = drafts.hangUp(begun.id());
        assertThat(ended.endedAt()).isEqualTo(end);
        assertThat(ended.heldMillis()).isEqualTo(30_000);
        assertThat(ended.heldSince()).isNull();

        seconds(90);
        assertThat(drafts.hangUp(begun.id())).usingRecursiveComparison().ignoringFields("savedAt").isEqualTo(ended);
    }

    @Test
    void nobodyIsPutOnHoldAfterHangingUp() {
        var begun = call();
        seconds(60);
        drafts.hangUp(begun.id());
        seconds(10);
        drafts.toggleHold(begun.id());
        seconds(10);

        assertThat(drafts.require(begun.id()).heldSince()).isNull();
        assertThat(drafts.require(begun.id()).heldUntil(office.clock.instant())).isZero();
    }

    @Test
    void whatIsChosenAboutTheContactIsKept() {
        var begun = call();
        drafts.chooseCustomer(begun.id(), office.zhou.id());
        drafts.chooseChannel(begun.id(), Channel.IN_PERSON);
        drafts.chooseTouchpoint(begun.id(), Touchpoint.SHOP);
        var chosen = drafts.goTo(begun.id(), "record");

        assertThat(chosen.customerId()).isEqualTo(office.zhou.id());
        assertThat(chosen.channel()).isEqualTo(Channel.IN_PERSON);
        assertThat(chosen.touchpoint()).isEqualTo(Touchpoint.SHOP);
        assertThat(chosen.step()).isEqualTo("record");
        assertThat(drafts.chooseCustomer(begun.id(), null).customerId()).isNull();
    }

    @Test
    void tyingADraftToItsCaseKeepsWhatWasTyped() {
        var begun = call();
        drafts.save(begun.id(), Map.of("account.event", "发酸"));
        var caseId = UUID.randomUUID();

        var tied = office.database.write(tx -> drafts.tie(tx, begun.id(), "COMPLAINT", "soothe", caseId));

        assertThat(tied).extracting(Draft::flow, Draft::step, Draft::caseId).containsExactly("COMPLAINT", "soothe", caseId);
        assertThat(tied.fields()).containsEntry("account.event", "发酸");
    }

    @Test
    void unfinishedDraftsAreOnesOwnTheLastTouchedFirst() {
        var first = call();
        seconds(1);
        var second = call();
        seconds(1);
        drafts.begin(office.chen, Channel.CHAT, Touchpoint.CHAT, Direction.IN, null);
        assertThat(drafts.unfinished(office.lin.id())).extracting(Draft::id).containsExactly(second.id(), first.id());

        seconds(1);
        drafts.save(first.id(), Map.of("account.event", "x"));
        assertThat(drafts.unfinished(office.lin.id())).extracting(Draft::id).containsExactly(first.id(), second.id());
        seconds(1);
        drafts.goTo(second.id(), "soothe");
        assertThat(drafts.unfinished(office.lin.id())).extracting(Draft::id).containsExactly(second.id(), first.id());
        assertThat(drafts.unfinished(office.meng.id())).isEmpty();
    }

    @Test
    void workOnACaseHasOneDraftPerPersonWhichWaitsForThem() {
        var subject = office.complaint(office.lin);
        var call = drafts.unfinished(office.lin.id()).getFirst();
        assertThat(drafts.openOn(office.lin, subject.id(), "COMPLAINT", "resolve", office.zhou.id()).id())
                .as("the call about it goes on")
                .isEqualTo(call.id());

        var work = drafts.openOn(office.meng, subject.id(), "COMPLAINT", "resolve", office.zhou.id());
        drafts.save(work.id(), Map.of("investigation.findings", "留样正常"));
        var again = drafts.openOn(office.meng, subject.id(), "COMPLAINT", "soothe", null);

        assertThat(work.isContact()).isFalse();
        assertThat(again.id()).isEqualTo(work.id());
        assertThat(again.step()).isEqualTo("resolve");
        assertThat(again.fields()).containsEntry("investigation.findings", "留样正常");
    }

    @Test
    void aDraftThatIsGoneRefusesEveryTouch() {
        var begun = call();
        office.contacts.finishWithoutCase(office.lin, begun.id());

        refused("contact.problem.draft_gone", () -> drafts.save(begun.id(), Map.of("a", "b")));
        refused("contact.problem.draft_gone", () -> drafts.goTo(begun.id(), "record"));
        refused("contact.problem.draft_gone", () -> drafts.toggleHold(begun.id()));
        refused("contact.problem.draft_gone", () -> drafts.hangUp(begun.id()));
        refused("contact.problem.draft_gone", () -> drafts.require(begun.id()));
        refused("contact.problem.draft_gone", () -> office.contacts.finishWithoutCase(office.lin, begun.id()));
        assertThat(drafts.find(begun.id())).isEmpty();
    }

    @Test
    void changesOfDraftsAreAnnouncedButKeystrokesAreNot() {
        var heard = new ArrayList<String>();
        try (var listening = office.database.changes().on(Set.of(Draft.CHANGED), () -> heard.add("changed"))) {
            var begun = call();
            assertThat(heard).hasSize(1);
            drafts.save(begun.id(), Map.of("account.event", "x"));
            assertThat(heard).hasSize(1);
            drafts.toggleHold(begun.id());
            office.contacts.finishWithoutCase(office.lin, begun.id());
            assertThat(heard).hasSize(3);
        }
    }
}
