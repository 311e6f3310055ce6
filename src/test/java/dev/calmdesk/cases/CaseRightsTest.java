package dev.calmdesk.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.calmdesk.base.Problem;
import dev.calmdesk.cases.Transfers.Offer;
import dev.calmdesk.people.Actor;
import dev.calmdesk.support.OfficeTest;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/// What a screen offers is what the service does: both say the same about everybody.
class CaseRightsTest extends OfficeTest {

    private List<Actor> everybody() {
        return List.of(office.lin, office.chen, office.meng, office.lead, office.quality, office.admin);
    }

    /// @param act on a case of its own, for each person anew
    private void agrees(Function<CaseRights, Optional<Problem>> whyNot, Function<Case, Consumer<Actor>> prepared) {
        for (var person : everybody()) {
            var subject = office.complaint(office.lin);
            var act = prepared.apply(subject);
            var waiting = office.transfers.waiting(subject.id()).orElse(null);
            var now = office.cases.find(subject.id()).orElseThrow();
            var said = whyNot.apply(new CaseRights(person, now, waiting)).map(Problem::textKey);
            var done = Optional.ofNullable(catchThrowable(() -> act.accept(person)));

            assertThat(done.map(thrown -> ((Problem) thrown).textKey())).as(person.name()).isEqualTo(said);
        }
    }

    private UUID offer(Case subject) {
        return office.transfers.ask(office.lin, subject.id(), new Offer(office.meng.id(), "T3", "complex", "请接手"));
    }

    private void makeVoid(Case subject) {
        office.cases.makeVoid(office.lin, subject.id(), "duplicate");
    }

    @Test
    void offering() {
        var offer = new Offer(null, "T3", "complex", "请接手");
        agrees(CaseRights::whyNotOffer, subject -> person -> office.transfers.ask(person, subject.id(), offer));
        agrees(CaseRights::whyNotOffer, subject -> {
            offer(subject);
            return person -> office.transfers.ask(person, subject.id(), offer);
        });
    }

    @Test
    void answeringAndTakingBackAnOffer() {
        agrees(CaseRights::whyNotAnswer, subject -> {
            var offer = offer(subject);
            return person -> office.transfers.accept(person, offer);
        });
        agrees(CaseRights::whyNotWithdraw, subject -> {
            var offer = offer(subject);
            return person -> office.transfers.withdraw(person, offer);
        });
    }

    @Test
    void promisingAndKeeping() {
        agrees(CaseRights::whyNotPromise, subject -> person ->
                office.promises.make(person, subject.id(), "回电", office.in(5)));
        agrees(CaseRights::whyNotPromise, subject -> {
            makeVoid(subject);
            return person -> office.promises.make(person, subject.id(), "回电", office.in(5));
        });
        agrees(CaseRights::whyNotKeepPromise, subject -> {
            var promise = office.promises.make(office.lin, subject.id(), "回电", office.in(5));
            return person -> office.promises.keep(person, promise, null);
        });
    }

    @Test
    void makingVoid() {
        agrees(CaseRights::whyNotVoid, subject -> person -> office.cases.makeVoid(person, subject.id(), "duplicate"));
        agrees(CaseRights::whyNotVoid, subject -> {
            makeVoid(subject);
            return person -> office.cases.makeVoid(person, subject.id(), "duplicate");
        });
    }
}
