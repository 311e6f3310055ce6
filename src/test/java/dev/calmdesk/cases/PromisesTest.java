package dev.calmdesk.cases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.calmdesk.support.OfficeTest;
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
