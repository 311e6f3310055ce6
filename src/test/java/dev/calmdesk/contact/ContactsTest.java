package dev.calmdesk.contact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.calmdesk.contact.Contacts.Outcome;
import dev.calmdesk.flow.Channel;
import dev.calmdesk.support.Office;
import dev.calmdesk.support.OfficeTest;
import dev.calmdesk.complaint.ComplaintStep;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ContactsTest extends OfficeTest {

    private final Contacts contacts = office.contacts;

    private Draft call() {
        return call(office.zhou.id());
    }

    private Draft call(@Nullable UUID customer) {
        var begun = office.drafts.begin(office.lin, Channel.PHONE, Touchpoint.HOTLINE, Direction.IN, "13800002207");
        return office.drafts.chooseCustomer(begun.id(), customer);
    }

    private Contact only() {
        var all = contacts.of(office.zhou.id(), 10);
        assertThat(all).hasSize(1);
        return all.getFirst();
    }

    private void finish(Draft draft, Outcome outcome) {
        office.database.writeDo(tx -> contacts.finish(tx, office.lin, draft.id(), outcome));
    }

    @Test
    void aFinishedContactTellsEveryTimeAndWhoItWas() {
        var received = office.clock.instant();
        var draft = call();
        office.pass(4);
        office.drafts.toggleHold(draft.id());
        office.pass(1);
        office.drafts.toggleHold(draft.id());
        office.pass(5);
        office.drafts.hangUp(draft.id());
        office.pass(3);
        finish(draft, new Outcome("membership/points", true));

        var contact = only();
        assertThat(contact.receivedAt()).isEqualTo(received);
        assertThat(contact.answeredAt()).isEqualTo(received);
        assertThat(contact.endedAt()).isEqualTo(received.plus(Duration.ofMinutes(10)));
        assertThat(contact.wrappedUpAt()).isEqualTo(received.plus(Duration.ofMinutes(13)));
        assertThat(contact.heldMillis()).isEqualTo(60_000);
        assertThat(contact.handlingTime()).hasMinutes(13);
        assertThat(contact.person()).isEqualTo(office.lin.id());
        assertThat(contact.team()).isEqualTo("T1");
        assertThat(contact.channel()).isEqualTo(Channel.PHONE);
        assertThat(contact.touchpoint()).isEqualTo(Touchpoint.HOTLINE);
        assertThat(contact.direction()).isEqualTo(Direction.IN);
        assertThat(contact.reachedFrom()).isEqualTo("13800002207");
        assertThat(contact.category()).isEqualTo("membership/points");
        assertThat(contact.solvedAtFirst()).isTrue();
        assertThat(office.drafts.find(draft.id())).isEmpty();
    }

    @Test
    void whoFinishesWithoutHangingUpEndsTheCallNow() {
        var draft = call();
        office.pass(2);
        office.drafts.toggleHold(draft.id());
        office.pass(2);
        finish(draft, new Outcome(null, null));

        assertThat(only().endedAt()).isEqualTo(office.clock.instant()).isEqualTo(only().wrappedUpAt());
        assertThat(only().heldMillis()).isEqualTo(120_000);
    }

    @Test
    void aHoldAfterHangingUpDoesNotCount() {
        var draft = call();
        office.pass(2);
        office.drafts.hangUp(draft.id());
        office.pass(1);
        office.drafts.toggleHold(draft.id());
        office.pass(1);
        finish(draft, new Outcome(null, null));

        assertThat(only().heldMillis()).isZero();
    }

    @Test
    void aWrongNumberIsNothingToSolve() {
        var draft = call();
        contacts.finishWithoutCase(office.lin, draft.id());

        assertThat(only().solvedAtFirst()).isNull();
        assertThat(only().caseId()).isNull();
        assertThat(only().flow()).isNull();
    }

    @Test
    void aContactWithACaseIsNotEndedAsIfItHadNone() {
        office.complaint(office.lin);
        var draft = office.drafts.unfinished(office.lin.id()).getFirst();

        refused("contact.problem.has_case", () -> contacts.finishWithoutCase(office.lin, draft.id()));
        assertThat(office.drafts.find(draft.id())).isPresent();
    }

    @Test
    void workOnACaseWithoutACustomerOnTheLineIsNoContact() {
        var subject = office.complaint(office.lin);
        var before = contacts.of(office.zhou.id(), 10).size();
        var work = office.drafts.openOn(office.meng, subject.id(), "COMPLAINT", "resolve", office.zhou.id());
        office.complaints.leave(office.meng, work.id(), Map.of());

        assertThat(contacts.of(office.zhou.id(), 10)).hasSize(before);
        assertThat(office.drafts.find(work.id())).isEmpty();
    }

    @Test
    void anInquirySettledInItsFirstContactIsSolvedAtFirst() {
        var subject = office.inquiry(office.lin, "积分为什么少了？");
        var draft = office.drafts.unfinished(office.lin.id()).getFirst();
        office.inquiries.file(office.lin, subject.id(), draft.id(), Map.of(
                "inquiry.answer", "已到期", "inquiry.understood", "YES", "inquiry.solved", "YES"));

        assertThat(only().solvedAtFirst()).isTrue();
        assertThat(only().caseId()).isEqualTo(subject.id());
        assertThat(only().flow()).isEqualTo("INQUIRY");
        assertThat(only().category()).isEqualTo("membership/points");
    }

    @Test
    void anInquiryThatIsPromisedOrLeftIsNot() {
        var promised = office.inquiry(office.lin, "积分为什么少了？");
        office.promises.make(office.lin, promised.id(), "明天答复", office.in(600));
        var draft = office.drafts.unfinished(office.lin.id()).getFirst();
        office.inquiries.file(office.lin, promised.id(), draft.id(), Map.of(
                "inquiry.cannot_because", "要查账", "inquiry.understood", "YES", "inquiry.solved", "PROMISED"));
        office.pass(1);
        office.inquiry(office.lin, "能开发票吗？");
        office.inquiries.leave(office.lin, office.drafts.unfinished(office.lin.id()).getFirst().id(), Map.of());

        assertThat(contacts.of(office.zhou.id(), 10)).extracting(Contact::solvedAtFirst).containsExactly(false, false);
    }

    @Test
    void aComplaintThatGoesOnIsNotSolvedAtFirst() {
        office.story();
        var draft = office.drafts.unfinished(office.lin.id()).getFirst();
        office.complaints.leave(office.lin, draft.id(), Map.of());

        assertThat(only().solvedAtFirst()).isFalse();
        assertThat(only().category()).isEqualTo("food-safety/off-taste");
    }

    @Test
    void aComplaintClosedInItsFirstContactIsSolvedAtFirst() {
        var subject = office.complaint(office.lead);
        var draft = office.drafts.unfinished(office.lead.id()).getFirst();
        office.complaints.noteEmotion(office.lead, subject.id(), 2);
        for (var step : List.of(
                ComplaintStep.SOOTHE, ComplaintStep.RECORD, ComplaintStep.CLASSIFY, ComplaintStep.RESOLVE)) {
            office.complaints.finish(office.lead, subject.id(), step, Office.filled(step));
        }
        office.followUps.reached(office.lead, subject.id(), null);
        office.complaints.close(office.lead, subject.id(), Office.filled(ComplaintStep.FOLLOW_UP));
        office.complaints.leave(office.lead, draft.id(), Map.of());

        assertThat(only().solvedAtFirst()).isTrue();
    }

    @Test
    void onesContactsOfADayAreThoseWhoseWorkEndedInIt() {
        var from = office.clock.instant();
        var first = call();
        office.pass(10);
        finish(first, new Outcome(null, null));
        var second = call(null);
        office.pass(10);
        var end = office.clock.instant();
        finish(second, new Outcome(null, null));

        assertThat(contacts.by(office.lin.id(), from, end)).extracting(Contact::id).containsExactly(first.id());
        assertThat(contacts.by(office.lin.id(), from, end.plusMillis(1)))
                .extracting(Contact::id)
                .containsExactly(first.id(), second.id());
        assertThat(contacts.by(office.chen.id(), from, end.plusMillis(1))).isEmpty();
    }

    @Test
    void whoeverIsRecognisedAfterACaseWasOpenedIsItsCustomer() {
        var draft = call(null);
        var opened = office.complaints.open(office.lin, draft.id());
        assertThat(opened.customerId()).isNull();

        contacts.chooseCustomer(office.lin, draft.id(), office.zhou.id());
        contacts.chooseCustomer(office.lin, draft.id(), office.zhou.id());

        assertThat(office.cases.find(opened.id()).orElseThrow().customerId()).isEqualTo(office.zhou.id());
        assertThat(office.drafts.require(draft.id()).customerId()).isEqualTo(office.zhou.id());
        assertThat(office.cases.history(opened.id()))
                .filteredOn(entry -> entry.act().equals("identified"))
                .hasSize(1);
    }

    @Test
    void aMistakenCustomerIsTakenFromTheCaseToo() {
        var draft = call();
        var opened = office.complaints.open(office.lin, draft.id());

        contacts.chooseCustomer(office.lin, draft.id(), null);

        assertThat(office.cases.find(opened.id()).orElseThrow().customerId()).isNull();
        assertThat(new History(contacts, office.cases).of(office.zhou.id(), 10)).isEmpty();
    }

    @Test
    void aCaseThatWasClosedMeanwhileKeepsItsCustomer() {
        var draft = call();
        var opened = office.complaints.open(office.lin, draft.id());
        office.cases.makeVoid(office.lin, opened.id(), "mistake");

        contacts.chooseCustomer(office.lin, draft.id(), null);

        assertThat(office.cases.find(opened.id()).orElseThrow().customerId()).isEqualTo(office.zhou.id());
    }

    @Test
    void theHistoryOfACustomerShowsEveryContactOnceNewestFirstWithItsCase() {
        var asked = office.inquiry(office.lin, "积分为什么少了？");
        office.inquiries.leave(office.lin, office.drafts.unfinished(office.lin.id()).getFirst().id(), Map.of());
        office.pass(5);
        contacts.finishWithoutCase(office.lin, call().id());
        office.pass(5);
        var running = office.complaint(office.lin);

        var history = new History(contacts, office.cases).of(office.zhou.id(), 10);

        assertThat(history)
                .extracting(item -> item.subject().map(row -> row.id()).orElse(null))
                .containsExactly(running.id(), null, asked.id());
        assertThat(new History(contacts, office.cases).of(office.zhou.id(), 1))
                .extracting(item -> item.subject().orElseThrow().id())
                .containsExactly(running.id());
    }
}
