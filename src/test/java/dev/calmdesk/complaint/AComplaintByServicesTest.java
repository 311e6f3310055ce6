package dev.calmdesk.complaint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.calmdesk.base.Money;
import dev.calmdesk.cases.Case;
import dev.calmdesk.cases.CaseState;
import dev.calmdesk.cases.Severity;
import dev.calmdesk.cases.Transfers;
import dev.calmdesk.clock.Clock;
import dev.calmdesk.clock.ClockState.Phase;
import dev.calmdesk.contact.Contact;
import dev.calmdesk.contact.Draft;
import dev.calmdesk.contact.Direction;
import dev.calmdesk.contact.Touchpoint;
import dev.calmdesk.flow.Channel;
import dev.calmdesk.support.Office;
import dev.calmdesk.support.OfficeTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// One grave complaint from the ringing phone to the closed case, as an agent, a specialist and a lead live it.
class AComplaintByServicesTest extends OfficeTest {

    private static final Money ASKED = new Money(120_000, "CNY");
    private static final Money ALLOWED = new Money(100_000, "CNY");

    @TempDir
    private Path folder;

    private final Map<String, Instant> at = new HashMap<>();
    private Draft call;
    private UUID id;

    /// Monday, nine o'clock: time limits in service hours run.
    @BeforeEach
    void comeToWork() {
        office.clock.set(Instant.parse("2026-11-23T01:00:00Z"));
    }

    private void note(String stage) {
        at.put(stage, office.clock.instant());
    }

    private void takeTheCall() {
        call = office.drafts.begin(office.lin, Channel.PHONE, Touchpoint.HOTLINE, Direction.IN, "13800002207");
        office.drafts.chooseCustomer(call.id(), office.zhou.id());
        office.pass(1);
        id = office.complaints.open(office.lin, call.id()).id();
        note("opened");
        office.pass(1);
        office.complaints.noteEmotion(office.lin, id, 4);
        office.pass(1);
        office.complaints.noteEmotion(office.lin, id, 2);
        office.complaints.finish(office.lin, id, ComplaintStep.SOOTHE, Office.filled(ComplaintStep.SOOTHE));
    }

    private void writeItDown() throws IOException {
        office.pass(3);
        office.complaints.keep(office.lin, id, ComplaintStep.RECORD, Map.of(
                "account.event", "燕麦奶发酸", "account.acknowledged", "true", "account.acknowledged_via", "PHONE"));
        note("acknowledged");
        office.pass(2);
        office.complaints.keep(office.lin, id, ComplaintStep.RECORD, Map.of("account.read_back", "CONFIRMED"));
        note("read back");
        office.pass(1);
        office.complaints.finish(office.lin, id, ComplaintStep.RECORD, Office.filled(ComplaintStep.RECORD));
        office.evidence(folder.resolve("kept"))
                .add(office.lin, id, Files.writeString(folder.resolve("聊天记录.txt"), "有絮状沉淀"));
    }

    private void classifyAndHandOver() {
        office.pass(1);
        var offer = office.transfers.ask(
                office.lin, id, new Transfers.Offer(office.meng.id(), "T3", "safety", "孩子已好转，客户在等抽检安排"));
        office.pass(1);
        office.complaints.finish(office.lin, id, ComplaintStep.CLASSIFY, Office.filled(ComplaintStep.CLASSIFY));
        note("assessed");
        office.promises.make(office.lin, id, "12:00 前回电", office.in(120));
        office.pass(1);
        office.drafts.hangUp(call.id());
        note("hung up");
        office.pass(1);
        office.transfers.accept(office.meng, offer);
        office.complaints.leave(office.lin, call.id(), Map.of());
        note("left");
    }

    private void investigate() {
        office.pass(3);
        var task = office.tasks.ask(office.meng, id, "quality", "调取同批留样", office.in(240));
        note("investigation started");
        office.pass(60);
        office.tasks.answer(office.meng, task, "留样酸度超标");
        var found = Office.filled(ComplaintStep.RESOLVE).get("investigation.findings");
        office.complaints.keep(office.meng, id, ComplaintStep.RESOLVE, Map.of(
                "investigation.findings", found, "investigation.confirmed", "CONFIRMED"));
        note("investigation ended");
    }

    private UUID agree() {
        office.pass(5);
        var remedy = office.remedies.propose(office.meng, id, new Remedies.Proposal(
                "REFUND", ASKED, "整箱退款并赔付", "先行退款规则", "quality", office.in(2880), "孩子不适，客户为金卡"));
        office.pass(5);
        office.remedies.approve(office.lead, office.remedies.waiting().getFirst().id(), ALLOWED, "按上限");
        office.pass(5);
        office.complaints.finish(office.meng, id, ComplaintStep.RESOLVE, Office.filled(ComplaintStep.RESOLVE));
        note("told");
        office.promises.keep(office.meng, office.promises.of(id).getFirst().id(), null);
        return remedy.id();
    }

    private Case putRightAndClose(UUID remedy) {
        office.pass(24 * 60);
        office.remedies.carryOut(office.meng, remedy, "退款流水 20261124-118");
        office.pass(24 * 60);
        office.followUps.notReached(office.meng, id, "no-answer", "晚上再打");
        office.pass(9 * 60);
        office.followUps.reached(office.meng, id, null);
        office.pass(5);
        note("closed");
        return office.complaints.close(office.meng, id, Office.filled(ComplaintStep.FOLLOW_UP));
    }

    private Case live() throws IOException {
        takeTheCall();
        writeItDown();
        classifyAndHandOver();
        investigate();
        return putRightAndClose(agree());
    }

    @Test
    void theJournalTellsEveryActInItsOrder() throws IOException {
        live();

        assertThat(acts(id)).containsExactly(
                // open
                "case.opened", "clock.started", "clock.started", "clock.started",
                // soothe
                "emotion.noted", "emotion.noted", "soothing.finished", "case.advanced",
                // record: acknowledged, read back, finished
                "clock.met", "account.kept", "case.described",
                "account.kept",
                "account.finished", "case.described", "case.advanced",
                "evidence.added",
                // classify and hand over
                "transfer.asked",
                "clock.met", "clock.started", "assessment.finished", "case.described", "clock.started", "case.advanced",
                "promise.made",
                "transfer.accepted", "case.handed_over", "promise.handed_over",
                "contact.finished",
                // investigate
                "task.asked", "investigation.started", "clock.met",
                "task.answered",
                "clock.met", "clock.started", "investigation.kept",
                // agree
                "remedy.proposed", "approval.asked",
                "approval.approved", "remedy.allowed",
                "clock.met", "decision.finished", "case.described",
                "clock.met", "clock.started", "case.resolved", "follow_up.planned", "case.advanced",
                "promise.kept",
                // follow up
                "remedy.carried_out",
                "follow_up_try.missed", "clock.met",
                "follow_up_try.reached",
                "follow_up.finished", "case.closed");
    }

    @Test
    void everyStageHasTheTimeAtWhichItHappened() throws IOException {
        var closed = live();
        var view = office.complaints.view(id);

        var account = view.account().orElseThrow();
        assertThat(account.acknowledgedAt()).isEqualTo(at.get("acknowledged"));
        assertThat(account.readBackAt()).isEqualTo(at.get("read back"));
        assertThat(view.assessment().orElseThrow().assessedAt()).isEqualTo(at.get("assessed"));
        var investigation = view.investigation().orElseThrow();
        assertThat(investigation.startedAt()).isEqualTo(at.get("investigation started"));
        assertThat(investigation.endedAt()).isEqualTo(at.get("investigation ended"));
        assertThat(view.decision().orElseThrow().toldAt()).isEqualTo(at.get("told"));
        assertThat(closed.openedAt()).isEqualTo(at.get("opened"));
        assertThat(closed.answeredAt()).isEqualTo(at.get("told"));
        assertThat(closed.resolvedAt()).isEqualTo(at.get("told"));
        assertThat(closed.closedAt()).isEqualTo(at.get("closed"));
    }

    @Test
    void everyTimeLimitWasMetByWhatItAsksFor() throws IOException {
        live();

        assertThat(office.clocks.of(id)).extracting(Clock::limitCode).containsExactlyInAnyOrder(
                "acknowledge-online", "assess", "complaint-settled", "investigate", "urgent-complaint-start",
                "tell-decision", "follow-up-first");
        assertThat(office.clocks.of(id))
                .allMatch(clock -> office.clocks.state(clock).phase() == Phase.MET);
        assertThat(clock(id, "acknowledge-online").metAt()).isEqualTo(at.get("acknowledged"));
        assertThat(clock(id, "assess").metAt()).isEqualTo(at.get("assessed"));
        assertThat(clock(id, "urgent-complaint-start").startedAt()).isEqualTo(at.get("assessed"));
        assertThat(clock(id, "urgent-complaint-start").metAt()).isEqualTo(at.get("investigation started"));
        assertThat(clock(id, "investigate").startedAt()).isEqualTo(at.get("assessed"));
        assertThat(clock(id, "investigate").metAt()).isEqualTo(at.get("investigation ended"));
        assertThat(clock(id, "tell-decision").startedAt()).isEqualTo(at.get("investigation ended"));
        assertThat(clock(id, "tell-decision").metAt()).isEqualTo(at.get("told"));
        assertThat(clock(id, "complaint-settled").metAt()).isEqualTo(at.get("told"));
        assertThat(clock(id, "follow-up-first").startedAt()).isEqualTo(at.get("told"));
        assertThat(office.complaints.view(id).followUp().orElseThrow().dueAt())
                .isEqualTo(clock(id, "follow-up-first").dueAt());
    }

    @Test
    void theCaseSaysWhoseItIsWhatItIsAboutAndHowItEnded() throws IOException {
        var closed = live();

        assertThat(closed.state()).isEqualTo(CaseState.CLOSED);
        assertThat(closed.closingCode()).isEqualTo("accepted");
        assertThat(closed.step()).isEqualTo("follow_up");
        assertThat(closed.openedBy()).isEqualTo(office.lin.id());
        assertThat(closed.owner()).isEqualTo(office.meng.id());
        assertThat(closed.team()).isEqualTo("T3");
        assertThat(closed.customerId()).isEqualTo(office.zhou.id());
        assertThat(closed.category()).isEqualTo("food-safety/off-taste");
        assertThat(closed.severity()).isEqualTo(Severity.S1);
        assertThat(closed.sku()).isEqualTo("10442");
        assertThat(closed.title()).startsWith("晚饭时打开燕麦奶").hasSizeLessThanOrEqualTo(41);
        assertThat(closed.reopened()).isZero();
        assertThat(office.complaints.doneSteps(id)).containsExactly(ComplaintStep.values());
        assertThat(office.complaints.view(id).remedies()).extracting(Remedy::amountMinor, Remedy::state)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(ALLOWED.minor(), RemedyState.DONE));
    }

    @Test
    void theFirstContactIsOneContactAndWasNotTheSolution() throws IOException {
        live();

        var contacts = office.contacts.of(office.zhou.id(), 10);
        assertThat(contacts).hasSize(1);
        assertThat(contacts.getFirst())
                .extracting(Contact::caseId, Contact::endedAt, Contact::wrappedUpAt, Contact::solvedAtFirst)
                .containsExactly(id, at.get("hung up"), at.get("left"), false);
        assertThat(List.of(office.lin, office.meng))
                .allMatch(person -> office.drafts.unfinished(person.id()).isEmpty());
    }

    @Test
    void eachActBearsTheNameOfWhoeverDidIt() throws IOException {
        live();

        var authors = new HashMap<String, UUID>();
        office.cases.history(id).forEach(entry -> authors.put(act(entry), entry.author()));
        assertThat(authors)
                .containsEntry("case.opened", office.lin.id())
                .containsEntry("assessment.finished", office.lin.id())
                .containsEntry("transfer.accepted", office.meng.id())
                .containsEntry("approval.approved", office.lead.id())
                .containsEntry("remedy.allowed", office.lead.id())
                .containsEntry("contact.finished", office.lin.id())
                .containsEntry("case.closed", office.meng.id());
    }
}
