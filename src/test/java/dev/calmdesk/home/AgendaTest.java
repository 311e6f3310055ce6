package dev.calmdesk.home;

import static org.assertj.core.api.Assertions.assertThat;

import dev.calmdesk.cases.Transfers.Offer;
import dev.calmdesk.home.Due.Source;
import dev.calmdesk.support.Office;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AgendaTest {

    private final Office office = new Office();
    private final Agenda agenda = new Agenda(office.database, office.workplace);

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void promisesTasksAndFollowUpsStandInOneListByTheirTime() {
        var milk = office.complaint(office.lin);
        office.promises.make(office.lin, milk.id(), "回电告知抽检安排", office.in(60));
        office.tasks.ask(office.lin, milk.id(), "quality", "检测留样", office.in(30));
        var other = office.complaint(office.chen);
        office.promises.make(office.chen, other.id(), "不是我的", office.in(10));

        var dues = agenda.dues(office.lin);

        assertThat(dues).extracting(Due::source).containsExactly(Source.TASK, Source.PROMISE);
        assertThat(dues.getFirst().department()).isEqualTo("quality");
        assertThat(dues.getLast().customer(Locale.SIMPLIFIED_CHINESE)).isEqualTo("周女士");
        assertThat(dues.getLast().number()).isEqualTo(milk.number());
    }

    @Test
    void whatIsDoneIsNotDueAnyMore() {
        var milk = office.complaint(office.lin);
        var promise = office.promises.make(office.lin, milk.id(), "回电", office.in(60));
        var task = office.tasks.ask(office.lin, milk.id(), "quality", "检测留样", office.in(30));

        office.promises.keep(office.lin, promise, null);
        office.tasks.answer(office.lin, task, "合格");

        assertThat(agenda.dues(office.lin)).isEmpty();
    }

    @Test
    void anOfferWaitsForItsReceiverOnly() {
        var milk = office.complaint(office.lin);
        office.transfers.ask(office.lin, milk.id(), new Offer(null, "T1", "complex", "客户情绪激动，需要专员"));

        assertThat(agenda.offers(office.lin)).isEmpty();
        assertThat(agenda.offers(office.meng)).isEmpty();
        assertThat(agenda.offers(office.chen)).singleElement().satisfies(offer -> {
            assertThat(offer.number()).isEqualTo(milk.number());
            assertThat(offer.fromName()).isEqualTo("林晓棠");
        });
    }

    @Test
    void draftsTellHowManyElementsAreThere() {
        office.complaint(office.lin);
        var draft = office.drafts.unfinished(office.lin.id()).getFirst();
        office.drafts.goTo(draft.id(), "record");
        office.drafts.save(draft.id(), Map.of(
                "account.happened_at", "昨晚", "account.event", "发酸", "account.place", "  ",
                "account.not_known", "account.people"));

        assertThat(agenda.unfinished(office.lin)).singleElement().satisfies(unfinished -> {
            assertThat(unfinished.elements()).isEqualTo(3);
            assertThat(unfinished.step()).isEqualTo("record");
        });
        assertThat(agenda.unfinished(office.chen)).isEmpty();
    }
}
