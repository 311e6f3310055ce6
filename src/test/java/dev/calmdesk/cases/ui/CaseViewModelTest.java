package dev.calmdesk.cases.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.calmdesk.base.Texts;
import dev.calmdesk.cases.Case;
import dev.calmdesk.cases.CaseState;
import dev.calmdesk.cases.Happening;
import dev.calmdesk.cases.Tone;
import dev.calmdesk.cases.Transfers;
import dev.calmdesk.cases.ui.CaseViewModel.Form;
import dev.calmdesk.fx.Background;
import dev.calmdesk.people.Actor;
import dev.calmdesk.support.Office;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CaseViewModelTest {

    private final Office office = new Office();
    private final List<CaseViewModel> models = new ArrayList<>();

    @AfterEach
    void close() throws Exception {
        for (var model : models) {
            model.close();
        }
        office.close();
    }

    private CaseViewModel model(UUID caseId, Actor actor) {
        var texts = new Texts(Locale.SIMPLIFIED_CHINESE);
        var words = new CaseWords(texts, office.workplace, office.parties(texts), office.when(texts));
        var services = new CaseServices(office.cases, office.promises, office.transfers, office.clocks, office.unsent, office.people);
        var model = new CaseViewModel(caseId, services, words, office.chronicle(texts), actor, Background.direct());
        model.follow(office.database.changes());
        models.add(model);
        return model;
    }

    private static CasePage page(CaseViewModel model) {
        return model.page().orElseThrow();
    }

    private static List<String> sentences(CaseViewModel model) {
        return page(model).happenings().stream().map(Happening::sentence).toList();
    }

    @Test
    void thePageSaysWhatTheCaseIsWithoutShowingANumberInFull() {
        var page = page(model(office.story().id(), office.lin));

        assertThat(page.customer()).isEqualTo("周女士");
        assertThat(page.numbers()).isEqualTo("138****2207");
        assertThat(page.category()).isEqualTo("食品安全 · 异味变味");
        assertThat(page.team()).isEqualTo("一线一组");
        assertThat(page.clocks()).extracting(ClockItem::name).contains("调查完成", "投诉办结或约定处理日期");
        assertThat(page.timesKept()).isEqualTo(3);
        assertThat(page.timesBroken()).isZero();
    }

    @Test
    void aNoteStandsInTheHistoryAtOnce() {
        var model = model(office.complaint(office.lin).id(), office.lin);
        var done = new ArrayList<String>();

        model.note("客户下午在家", () -> done.add("cleared"));
        model.note("   ", () -> done.add("never"));

        assertThat(sentences(model)).last().isEqualTo("备注：客户下午在家");
        assertThat(done).containsExactly("cleared");
        assertThat(model.problemProperty().get().textKey()).isEqualTo("cases.problem.empty_note");
    }

    @Test
    void promisesAreMadeKeptAndMoved() {
        var model = model(office.complaint(office.lin).id(), office.lin);

        model.promise("回电告知结果", office.in(30).toString(), () -> {});
        model.promise("寄出补发包裹", office.in(20).toString(), () -> {});
        assertThat(page(model).promises()).extracting(PromiseItem::text).containsExactly("寄出补发包裹", "回电告知结果");

        office.clock.advance(Duration.ofMinutes(5));
        model.keepPromise(page(model).promises().getFirst().id(), "");
        assertThat(page(model).promises().getLast().tone()).isEqualTo(Tone.GOOD);

        model.movePromise(page(model).promises().getFirst().id(), office.in(60).toString(), "客户在开会", () -> {});
        assertThat(page(model).promises()).filteredOn(PromiseItem::isOpen).hasSize(1);
        model.movePromise(page(model).promises().getFirst().id(), "", "没有时间", () -> {});
        assertThat(model.problemProperty().get().textKey()).isEqualTo("cases.problem.promise_in_past");
    }

    @Test
    void aPromiseKeptTooLateStaysRed() {
        var model = model(office.complaint(office.lin).id(), office.lin);
        model.promise("回电", office.in(10).toString(), () -> {});
        office.pass(11);
        model.keepPromise(page(model).promises().getFirst().id(), "打通了");

        assertThat(page(model).promises().getFirst().tone()).isEqualTo(Tone.GRAVE);
        assertThat(page(model).promises().getFirst().detail()).isEqualTo("今天 14:32 打通了");
    }

    @Test
    void aHandOverIsOfferedAndAcceptedAndTheOwnerStaysUntilThen() {
        var subject = office.complaint(office.lin);
        var giver = model(subject.id(), office.lin);
        var receiver = model(subject.id(), office.meng);

        giver.beginOffer();
        var meng = giver.receivers().stream().filter(each -> office.meng.id().equals(each.person())).findFirst().orElseThrow();
        assertThat(meng.label()).isEqualTo("孟楠 8051 · 投诉处理专员 · 专员组");
        assertThat(giver.receivers()).noneMatch(each -> office.lin.id().equals(each.person()));
        giver.offer(new Transfers.Offer(meng.person(), meng.team(), "complex", "孩子不适"));

        assertThat(giver.formProperty().get()).isEqualTo(Form.NONE);
        assertThat(page(giver).offer().orElseThrow().text()).isEqualTo("林晓棠 请 孟楠 接收这张工单");
        assertThat(page(giver).offer().orElseThrow().whyNotAnswer()).isPresent();
        assertThat(page(giver).rights().whyNotOffer()).isPresent();
        assertThat(page(giver).row().ownerName()).isEqualTo("林晓棠");

        receiver.accept();
        assertThat(page(giver).row().ownerName()).isEqualTo("孟楠");
        assertThat(page(giver).offer()).isEmpty();
    }

    @Test
    void decliningNeedsAReasonAndWithdrawingIsTheGiversRight() {
        var subject = office.story();
        var receiver = model(subject.id(), office.meng);
        receiver.decline("");
        assertThat(receiver.problemProperty().get().textKey()).isEqualTo("cases.problem.decline_without_reason");
        receiver.withdraw();
        assertThat(receiver.problemProperty().get().textKey()).isEqualTo("cases.problem.not_your_transfer");

        model(subject.id(), office.lin).withdraw();
        assertThat(page(receiver).offer()).isEmpty();
    }

    @Test
    void onlyTheResponsibleMayVoidAndEverybodyElseReadsWhy() {
        var subject = office.complaint(office.lin);

        assertThat(page(model(subject.id(), office.chen)).rights().whyNotVoid().orElseThrow().textKey())
                .isEqualTo("cases.problem.not_responsible");
        var owner = model(subject.id(), office.lin);
        owner.makeVoid("duplicate");

        assertThat(page(owner).subject().state()).isEqualTo(CaseState.VOID);
        assertThat(page(owner).ending()).isEqualTo("重复登记");
        assertThat(page(owner).rights().whyNotWork().orElseThrow().textKey()).isEqualTo("cases.problem.not_open");
        assertThat(page(owner).rights().whyNotOffer()).isPresent();
    }

    @Test
    void qualityReadsButDoesNotWork() {
        var rights = page(model(office.complaint(office.lin).id(), office.quality)).rights();

        assertThat(rights.whyNotWork()).isPresent();
        assertThat(rights.whyNotPromise()).isPresent();
    }

    @Test
    void anAdministratorSeesNothingAndAStrangeCaseIsMissing() {
        Case subject = office.complaint(office.lin);

        assertThat(model(subject.id(), office.admin).page()).isEmpty();
        assertThat(model(office.ids.next(), office.lin).missingProperty().get()).isTrue();
    }
}
