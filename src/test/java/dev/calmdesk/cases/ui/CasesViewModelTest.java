package dev.calmdesk.cases.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.calmdesk.base.Texts;
import dev.calmdesk.cases.CaseList.View;
import dev.calmdesk.cases.Transfers;
import dev.calmdesk.fx.Background;
import dev.calmdesk.people.Actor;
import dev.calmdesk.support.Office;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CasesViewModelTest {

    private final Office office = new Office();

    @AfterEach
    void close() {
        office.close();
    }

    private CasesViewModel model(Actor actor) {
        var texts = new Texts(Locale.SIMPLIFIED_CHINESE);
        var words = new CaseWords(texts, office.workplace, office.parties(texts), office.when(texts));
        var model = new CasesViewModel(office.cases, office.transfers, words, actor, Background.direct());
        model.follow(office.database.changes());
        return model;
    }

    @Test
    void aLineSaysWhoWhatHowBadAndWhere() {
        var subject = office.story();

        try (var model = model(office.lin)) {
            assertThat(model.items()).singleElement().satisfies(item -> {
                assertThat(item.row().number()).isEqualTo(subject.number());
                assertThat(item.customer()).isEqualTo("周女士");
                assertThat(item.subject()).startsWith("食品安全 · 晚饭时打开燕麦奶");
                assertThat(item.severity()).isEqualTo("S1 严重");
                assertThat(item.step()).isEqualTo("解决");
            });
            assertThat(model.countProperty().get()).isEqualTo(1);
        }
    }

    @Test
    void whatIsNotKnownYetIsSaidAndNotLeftEmpty() {
        office.complaint(office.lin, null);
        office.inquiry(office.lin, "积分为什么少了？");

        try (var model = model(office.lin)) {
            assertThat(model.items()).extracting(CaseItem::customer).containsExactlyInAnyOrder("未留姓名", "周女士");
            assertThat(model.items()).extracting(CaseItem::subject)
                    .containsExactlyInAnyOrder("正在记录", "会员 · 积分为什么少了？");
            assertThat(model.items()).extracting(CaseItem::severity).containsExactlyInAnyOrder("待定级", "咨询");
        }
    }

    @Test
    void itFollowsWhatColleaguesDo() {
        try (var model = model(office.lin)) {
            assertThat(model.items()).isEmpty();
            office.story();
            assertThat(model.items()).hasSize(1);
            office.transfers.accept(office.meng, office.transfers.offeredTo(office.meng).getFirst().id());
            assertThat(model.items()).isEmpty();
        }
    }

    @Test
    void pagesAreReadWhileScrolling() {
        for (var i = 0; i < CasesViewModel.PAGE + 7; i++) {
            office.complaint(office.lin);
        }
        try (var model = model(office.lin)) {
            assertThat(model.items()).hasSize(CasesViewModel.PAGE);
            assertThat(model.countProperty().get()).isEqualTo(CasesViewModel.PAGE + 7);
            model.more();
            assertThat(model.items()).hasSize(CasesViewModel.PAGE + 7);
            model.more();
            assertThat(model.items()).hasSize(CasesViewModel.PAGE + 7);
            office.complaint(office.lin);
            assertThat(model.items()).as("a reload keeps what was scrolled to").hasSize(CasesViewModel.PAGE + 7);
        }
    }

    @Test
    void theFilterNarrowsTheList() {
        office.story();
        office.complaint(office.lin, null);
        try (var model = model(office.lin)) {
            model.filterProperty().set("絮状");
            assertThat(model.items()).hasSize(1);
            model.filterProperty().set("没有这样的事");
            assertThat(model.items()).isEmpty();
            model.filterProperty().set("");
            assertThat(model.items()).hasSize(2);
        }
    }

    @Test
    void whoeverIsAskedToTakeOverSeesIt() {
        var subject = office.story();
        try (var model = model(office.meng)) {
            assertThat(model.offers()).singleElement().satisfies(offer -> {
                assertThat(offer.caseId()).isEqualTo(subject.id());
                assertThat(offer.text()).isEqualTo("林晓棠 请你接收 " + subject.number() + "（周女士）");
                assertThat(offer.reason()).isEqualTo("涉及人身安全");
            });
        }
    }

    @Test
    void everybodyStartsWhereTheyLookFirst() {
        try (var agent = model(office.lin);
                var lead = model(office.lead);
                var quality = model(office.quality);
                var admin = model(office.admin)) {
            assertThat(agent.viewProperty().get()).isEqualTo(View.MINE);
            assertThat(lead.viewProperty().get()).isEqualTo(View.TEAM);
            assertThat(quality.viewProperty().get()).isEqualTo(View.ALL);
            assertThat(admin.isAllowed()).isFalse();
            assertThat(admin.items()).isEmpty();
        }
    }

    @Test
    void anOfferToATeamIsSeenByItsMembersOnly() {
        var subject = office.complaint(office.lin);
        office.transfers.ask(office.lin, subject.id(), new Transfers.Offer(null, "T3", "complex", "请接手"));
        try (var specialist = model(office.meng);
                var agent = model(office.chen)) {
            assertThat(specialist.offers()).hasSize(1);
            assertThat(agent.offers()).isEmpty();
        }
    }
}
