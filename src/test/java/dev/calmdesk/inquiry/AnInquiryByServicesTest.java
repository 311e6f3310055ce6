package dev.calmdesk.inquiry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.calmdesk.cases.Case;
import dev.calmdesk.cases.CaseState;
import dev.calmdesk.clock.ClockState.Phase;
import dev.calmdesk.contact.Contact;
import dev.calmdesk.contact.Direction;
import dev.calmdesk.contact.Draft;
import dev.calmdesk.contact.Touchpoint;
import dev.calmdesk.flow.Channel;
import dev.calmdesk.support.OfficeTest;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// An inquiry as an agent lives it: answered at once, or promised and answered later.
class AnInquiryByServicesTest extends OfficeTest {

    private static final Map<String, String> GREETED = Map.of("inquiry.greeted", "true");
    private static final Map<String, String> HEARD =
            Map.of("inquiry.question", "积分为什么少了？\n上个月还有 300", "inquiry.category", "membership/points");
    private static final Map<String, String> ANSWERED =
            Map.of("inquiry.answer", "上月有 200 分到期", "inquiry.articles", "K-031,K-044");
    private static final Map<String, String> CONFIRMED = Map.of("inquiry.understood", "YES", "inquiry.thanked", "true");
    private static final Map<String, String> SOLVED = Map.of("inquiry.solved", "YES", "inquiry.satisfaction", "5");
    private static final Map<String, String> PROMISED = Map.of("inquiry.solved", "PROMISED");
    private static final Map<String, String> CANNOT = Map.of("inquiry.cannot_because", "要查交易流水");

    private final Inquiries inquiries = office.inquiries;
    private Draft call;
    private Case subject;

    @BeforeEach
    void takeTheCall() {
        office.clock.set(Instant.parse("2026-11-23T01:00:00Z"));
        call = office.drafts.begin(office.lin, Channel.PHONE, Touchpoint.HOTLINE, Direction.IN, "13800002207");
        office.drafts.chooseCustomer(call.id(), office.zhou.id());
        subject = inquiries.open(office.lin, call.id());
    }

    private Case finish(String step, Map<String, String> form) {
        office.pass(1);
        return inquiries.finish(office.lin, subject.id(), step, form);
    }

    private Case file(Draft draft, Map<String, String> form) {
        office.pass(1);
        return inquiries.file(office.lin, subject.id(), draft.id(), form);
    }

    private Case now() {
        return office.cases.find(subject.id()).orElseThrow();
    }

    private Inquiry record() {
        return inquiries.find(subject.id()).orElseThrow();
    }

    @SafeVarargs
    private static Map<String, String> all(Map<String, String>... forms) {
        var all = new HashMap<String, String>();
        for (var form : forms) {
            all.putAll(form);
        }
        return all;
    }

    @Test
    void answeredAtOnceTheJournalTellsEveryActInItsOrder() {
        finish("greet", GREETED);
        finish("listen", HEARD);
        finish("answer", ANSWERED);
        finish("confirm", CONFIRMED);
        var filed = file(call, SOLVED);

        assertThat(acts(subject.id())).containsExactly(
                "case.opened", "clock.started",
                "inquiry.recorded", "case.advanced",
                "inquiry.recorded", "case.described", "case.advanced",
                "inquiry.recorded", "case.advanced",
                "inquiry.recorded", "case.advanced",
                "inquiry.filed", "clock.met", "case.closed", "contact.finished");
        assertThat(filed)
                .extracting(
                        Case::state, Case::step, Case::title, Case::category, Case::answeredAt, Case::resolvedAt,
                        Case::closedAt, Case::closingCode)
                .containsExactly(
                        CaseState.CLOSED, "record", "积分为什么少了？", "membership/points", office.clock.instant(),
                        office.clock.instant(), office.clock.instant(), "explained");
        assertThat(record())
                .extracting(Inquiry::articles, Inquiry::satisfaction, Inquiry::doneAt, Inquiry::doneBy)
                .containsExactly(List.of("K-031", "K-044"), 5, office.clock.instant(), office.lin.id());
        assertThat(phase(subject.id(), "simple-settled")).isEqualTo(Phase.MET);
        assertThat(office.clocks.open(subject.id())).isEmpty();
        assertThat(office.drafts.find(call.id())).isEmpty();
        assertThat(office.contacts.of(office.zhou.id(), 5))
                .extracting(Contact::caseId, Contact::solvedAtFirst)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(subject.id(), true));
    }

    @Test
    void aPromisedInquiryStaysOpenAndIsFiledWhenItIsAnswered() {
        office.promises.make(office.lin, subject.id(), "今天 12:00 前回电", office.in(180));
        var open = file(call, all(GREETED, HEARD, CANNOT, CONFIRMED, PROMISED));

        assertThat(open).extracting(Case::state, Case::closedAt, Case::answeredAt).containsExactly(CaseState.OPEN, null, null);
        assertThat(office.drafts.unfinished(office.lin.id())).isEmpty();
        assertThat(clock(subject.id(), "inquiry-reply").isOpen()).isTrue();
        assertThat(office.contacts.of(office.zhou.id(), 5)).extracting(Contact::solvedAtFirst).containsExactly(false);

        office.pass(20);
        var promise = office.promises.open(office.lin.id()).getFirst();
        office.promises.keep(office.lin, promise.id(), null);
        var work = office.drafts.openOn(office.lin, subject.id(), "INQUIRY", "answer", office.zhou.id());
        var closed = file(work, all(ANSWERED, SOLVED));

        assertThat(closed.state()).isEqualTo(CaseState.CLOSED);
        assertThat(closed.answeredAt()).isEqualTo(office.clock.instant());
        assertThat(phase(subject.id(), "inquiry-reply")).isEqualTo(Phase.MET);
        assertThat(office.contacts.of(office.zhou.id(), 5)).as("work without a caller is no contact").hasSize(1);
        assertThat(acts(subject.id())).containsExactly(
                "case.opened", "clock.started", "promise.made",
                "inquiry.filed", "case.described", "clock.started", "contact.finished",
                "promise.kept",
                "inquiry.filed", "clock.met", "clock.met", "case.closed");
    }

    @Test
    void nothingIsFiledAsPromisedWithoutAPromise() {
        var form = all(GREETED, HEARD, CANNOT, CONFIRMED, PROMISED);
        incomplete(List.of("promise.open"), () -> file(call, form));
        var made = office.promises.make(office.lin, subject.id(), "回电", office.in(30));
        office.promises.keep(office.lin, made, null);
        incomplete(List.of("promise.open"), () -> file(call, form));

        assertThat(office.drafts.find(call.id())).isPresent();
        assertThat(inquiries.find(subject.id())).isEmpty();
    }

    @Test
    void filingJudgesEveryStepAndEachPointIsNamed() {
        var whole = all(GREETED, HEARD, ANSWERED, CONFIRMED, SOLVED);
        for (var field : List.of(
                "inquiry.greeted", "inquiry.question", "inquiry.category", "inquiry.answer", "inquiry.understood",
                "inquiry.solved")) {
            var form = new HashMap<>(whole);
            form.remove(field);
            incomplete(List.of(field), () -> file(call, form));
        }
        assertThat(now().isOpen()).isTrue();
        file(call, whole);
    }

    @Test
    void anAnswerOrTheReasonForNoneIsEnoughForTheStep() {
        incomplete(List.of("inquiry.answer"), () -> finish("answer", Map.of()));
        finish("answer", CANNOT);
        assertThat(inquiries.doneSteps(subject.id())).containsExactly("answer");
    }

    @Test
    void doneStepsAreThoseWhoseGateHoldsInWhateverOrderTheyCame() {
        assertThat(inquiries.doneSteps(subject.id())).isEmpty();
        finish("listen", HEARD);
        assertThat(inquiries.doneSteps(subject.id())).containsExactly("listen");
        assertThat(now().step()).isEqualTo("greet");
        assertThat(finish("greet", GREETED).step()).isEqualTo("listen");
        finish("confirm", CONFIRMED);
        assertThat(inquiries.doneSteps(subject.id())).containsExactly("greet", "listen", "confirm");
        finish("greet", Map.of("inquiry.greeted", "true", "inquiry.question", "", "inquiry.remark", "x"));
        assertThat(inquiries.doneSteps(subject.id())).containsExactly("greet", "confirm");
    }

    @Test
    void leavingKeepsEverythingThatWasTypedAndTheInquiryGoesOn() {
        inquiries.leave(office.lin, call.id(), all(HEARD, Map.of("inquiry.details", "会员卡尾号 44", "inquiry.remark", "客户赶车")));

        assertThat(record())
                .extracting(Inquiry::question, Inquiry::details, Inquiry::remark, Inquiry::doneAt)
                .containsExactly("积分为什么少了？\n上个月还有 300", "会员卡尾号 44", "客户赶车", null);
        assertThat(now()).extracting(Case::state, Case::title).containsExactly(CaseState.OPEN, "积分为什么少了？");
        assertThat(acts(subject.id())).endsWith("inquiry.kept", "case.described", "contact.finished");
        assertThat(office.drafts.unfinished(office.lin.id())).isEmpty();
        var contact = office.contacts.of(office.zhou.id(), 1).getFirst();
        assertThat(contact.solvedAtFirst()).isFalse();
        assertThat(contact.category()).as("as it was typed last").isEqualTo("membership/points");
    }

    @Test
    void theSameAgainLeavesNoTraceInTheRecord() {
        finish("listen", HEARD);
        var work = office.drafts.openOn(office.meng, subject.id(), "INQUIRY", "answer", null);
        var before = entries();
        inquiries.leave(office.meng, work.id(), inquiries.form(subject.id()));

        assertThat(entries()).isEqualTo(before);
    }

    @Test
    void aFiledInquiryTakesNothingMore() {
        file(call, all(GREETED, HEARD, ANSWERED, CONFIRMED, SOLVED));
        var work = office.drafts.openOn(office.lin, subject.id(), "INQUIRY", "answer", null);

        refused("cases.problem.not_open", () -> finish("answer", ANSWERED));
        refused("cases.problem.not_open", () -> file(work, SOLVED));
        inquiries.leave(office.lin, work.id(), Map.of("inquiry.answer", "别的"));
        assertThat(record().answer()).isEqualTo("上月有 200 分到期");
    }

    @Test
    void whoDoesNotServeCustomersTakesAndAnswersNoInquiry() {
        var draft = office.drafts.begin(office.admin, Channel.PHONE, Touchpoint.HOTLINE, Direction.IN, null);
        refused("people.problem.not_allowed", () -> inquiries.open(office.admin, draft.id()));
        refused("people.problem.not_allowed", () -> inquiries.finish(office.quality, subject.id(), "greet", GREETED));
        refused("people.problem.not_allowed", () -> inquiries.file(
                office.quality, subject.id(), call.id(), all(GREETED, HEARD, ANSWERED, CONFIRMED, SOLVED)));
    }

    @Test
    void theTitleCutsNoSignInHalf() {
        finish("listen", Map.of("inquiry.question", "😀".repeat(50), "inquiry.category", "membership/points"));

        assertThat(now().title()).isEqualTo("😀".repeat(40) + "…");
    }
}
