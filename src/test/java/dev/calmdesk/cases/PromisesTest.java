package dev.calmdesk.cases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.calmdesk.support.OfficeTest;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PromisesTest extends OfficeTest {

    private final Promises promises = office.promises;
    private Case subject;

    @BeforeEach
    void openCase() {
        subject = office.complaint(office.lin);
    }

    private Promise promise(UUID id) {
        return promises.of(subject.id()).stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow();
    }

    @Test
    void aPromiseBelongsToWhoeverHasTheCaseWhoeverMadeIt() {
        var made = promises.make(office.chen, subject.id(), " 15:00 前回电 ", office.in(39));

        assertThat(promise(made))
                .extracting(Promise::text, Promise::owner, Promise::madeAt, Promise::dueAt, Promise::state, Promise::endedAt)
                .containsExactly(
                        "15:00 前回电", office.lin.id(), office.clock.instant(), office.in(39), PromiseState.OPEN, null);
        assertThat(office.cases.history(subject.id()).getLast().author()).isEqualTo(office.chen.id());
    }

    @Test
    void nobodyPromisesThePastOrNothing() {
        refused("cases.problem.promise_in_past", () -> promises.make(office.lin, subject.id(), "回电", office.in(-1)));
        refused("cases.problem.promise_in_past", () -> promises.make(office.lin, subject.id(), "回电", office.in(0)));
        refused("cases.problem.empty_promise", () -> promises.make(office.lin, subject.id(), " ", office.in(5)));
    }

    @Test
    void nothingIsPromisedOnACaseThatEnded() {
        office.cases.makeVoid(office.lin, subject.id(), "duplicate");

        refused("cases.problem.not_open", () -> promises.make(office.lin, subject.id(), "回电", office.in(5)));
    }

    /// The report that was promised for Friday is still owed when the case is closed on Wednesday.
    @Test
    void aPromiseOutlivesItsCase() {
        var asked = office.inquiry(office.lin, "积分为什么少了？");
        var kept = promises.make(office.lin, asked.id(), "寄出说明", office.in(3000));
        var moved = promises.make(office.lin, asked.id(), "补发积分", office.in(3000));
        office.inquiries.file(office.lin, asked.id(), draftOn(asked), Map.of(
                "inquiry.answer", "已到期", "inquiry.understood", "YES", "inquiry.solved", "YES"));
        assertThat(promises.open(office.lin.id())).extracting(Promise::id).containsExactly(kept, moved);

        promises.keep(office.lin, kept, "已寄出");
        var later = promises.move(office.lin, moved, office.in(5000), "系统维护");
        assertThat(promises.open(office.lin.id())).extracting(Promise::id).containsExactly(later);
        refused("cases.problem.not_open", () -> promises.make(office.lin, asked.id(), "再发券", office.in(5)));
    }

    private UUID draftOn(Case asked) {
        return office.drafts.unfinished(office.lin.id()).stream()
                .filter(draft -> asked.id().equals(draft.caseId()))
                .findFirst()
                .orElseThrow()
                .id();
    }

    @Test
    void whoDoesNotServeCustomersPromisesThemNothing() {
        var made = promises.make(office.lin, subject.id(), "回电", office.in(39));

        refused("people.problem.not_allowed", () -> promises.make(office.admin, subject.id(), "回电", office.in(5)));
        refused("people.problem.not_allowed", () -> promises.keep(office.quality, made, null));
        refused("people.problem.not_allowed", () -> promises.move(office.quality, made, office.in(60), "客户在忙"));
    }

    @Test
    void keepingAPromiseNotesWhen() {
        var made = promises.make(office.lin, subject.id(), "回电", office.in(39));
        office.pass(30);
        promises.keep(office.chen, made, "已回电");

        assertThat(promise(made))
                .extracting(Promise::state, Promise::endedAt, Promise::remark)
                .containsExactly(PromiseState.KEPT, office.clock.instant(), "已回电");
        assertThat(promises.open(office.lin.id())).isEmpty();
        refused("cases.problem.promise_ended", () -> promises.keep(office.lin, made, null));
        refused("cases.problem.promise_ended", () -> promises.move(office.lin, made, office.in(9), "客户在忙"));
    }

    @Test
    void movingAPromiseKeepsTheFirstTimeForTheFigures() {
        var firstDue = office.in(39);
        var first = promises.make(office.lin, subject.id(), "回电", firstDue);
        office.pass(50);
        var second = promises.move(office.lin, first, office.in(60), "实验室还没出结果");

        assertThat(promises.of(subject.id()))
                .extracting(Promise::id, Promise::text, Promise::dueAt, Promise::state, Promise::endedAt, Promise::remark)
                .containsExactly(
                        Tuple.tuple(first, "回电", firstDue, PromiseState.GIVEN_UP, office.clock.instant(), "实验室还没出结果"),
                        Tuple.tuple(second, "回电", office.in(60), PromiseState.OPEN, null, null));
        assertThat(acts(subject.id())).endsWith("promise.made", "promise.moved", "promise.made");
    }

    @Test
    void aMoveIntoThePastOrWithoutAReasonChangesNothing() {
        var made = promises.make(office.lin, subject.id(), "回电", office.in(39));

        refused("cases.problem.promise_in_past", () -> promises.move(office.lin, made, office.in(-1), "客户在忙"));
        refused("cases.problem.move_without_reason", () -> promises.move(office.lin, made, office.in(60), "  "));
        assertThat(promise(made).isOpen()).isTrue();
    }

    @Test
    void openPromisesGoWithTheCaseAndEndedOnesStay() {
        var kept = promises.make(office.lin, subject.id(), "发短信", office.in(5));
        promises.keep(office.lin, kept, null);
        var open = promises.make(office.lin, subject.id(), "回电", office.in(39));
        var offer = office.transfers.ask(
                office.lin, subject.id(), new Transfers.Offer(office.meng.id(), "T3", "complex", "请接手"));
        assertThat(promise(open).owner()).isEqualTo(office.lin.id());
        office.transfers.accept(office.meng, offer);

        assertThat(promise(open).owner()).isEqualTo(office.meng.id());
        assertThat(promise(open).dueAt()).isEqualTo(office.in(39));
        assertThat(promise(kept).owner()).isEqualTo(office.lin.id());
        assertThat(promises.open(office.meng.id())).extracting(Promise::id).containsExactly(open);
        assertThat(promises.open(office.lin.id())).isEmpty();
    }

    @Test
    void theMostPressingPromiseStandsFirst() {
        var later = promises.make(office.lin, subject.id(), "发券", office.in(600));
        var sooner = promises.make(office.lin, subject.id(), "回电", office.in(39));

        assertThat(promises.open(office.lin.id())).extracting(Promise::id).containsExactly(sooner, later);
    }

    @Test
    void endedPromisesOfATimeSpanIncludeItsStartAndNotItsEnd() {
        var made = promises.make(office.lin, subject.id(), "回电", office.in(39));
        office.pass(1);
        promises.keep(office.lin, made, null);
        var now = office.clock.instant();

        assertThat(promises.ended(office.lin.id(), now, now.plusMillis(1))).hasSize(1);
        assertThat(promises.ended(office.lin.id(), now.minusMillis(1), now)).isEmpty();
    }
}
