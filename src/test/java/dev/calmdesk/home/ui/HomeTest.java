package dev.calmdesk.home.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.calmdesk.base.Place;
import dev.calmdesk.cases.CasePlace;
import dev.calmdesk.cases.Transfers.Offer;
import dev.calmdesk.cases.When;
import dev.calmdesk.contact.ContactPlace;
import dev.calmdesk.fx.Background;
import dev.calmdesk.fx.Navigator;
import dev.calmdesk.fx.Screen;
import dev.calmdesk.fx.Views;
import dev.calmdesk.fx.control.Signal;
import dev.calmdesk.home.Agenda;
import dev.calmdesk.home.Bulletin;
import dev.calmdesk.home.News;
import dev.calmdesk.home.Today;
import dev.calmdesk.knowledge.Articles;
import dev.calmdesk.people.Actor;
import dev.calmdesk.support.FxTest;
import dev.calmdesk.support.Office;
import dev.calmdesk.support.ScriptedDialogs;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Parent;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Pane;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The home screen on a real store.
class HomeTest extends FxTest {

    private final Office office = new Office();
    private final When when = new When(texts, Office.ZONE, office.clock);
    private final ScriptedDialogs dialogs = new ScriptedDialogs();
    private final List<String> begun = new ArrayList<>();
    private final List<Place> gone = new ArrayList<>();
    private HomeViewModel model;

    @AfterEach
    void close() {
        model.close();
        office.close();
    }

    private void build(Actor person) {
        var navigator = new Navigator(
                place -> {
                    gone.add(place);
                    return Screen.of(new Pane(), () -> {}, "home.due.title");
                },
                dialogs);
        var news = new News(
                office.database, office.workplace, new Articles(office.database, office.clock, office.ids), office.people,
                when);
        var services = new HomeServices(
                new Agenda(office.database, office.workplace), new Today(office.database, office.clock, Office.ZONE), news,
                office.transfers, office.workplace, when);
        var tools = new HomeTools(Background.direct(), navigator, texts, dialogs, office.database.changes());
        model = call(() -> new HomeViewModel(
                person, services, tools, new HomeWays(channel -> begun.add(channel.name()), () -> begun.add("practice"))));
    }

    private Parent load() {
        return call(() -> new Views(texts)
                .load(HomeController.class, HomeController.controllers(model, texts, when))
                .root());
    }

    private void publish(String code, String at, Bulletin.Level level) {
        office.database.writeDo(tx -> office.workplace.put(tx, office.quality.id(), "bulletin", code, 0, Map.of(
                "code", code, "at", at, "level", level.name(), "title", Map.of("zh-CN", "标题 " + code),
                "text", Map.of("zh-CN", "内容"))));
    }

    @Test
    void itGreetsByTheTimeOfDayAndSaysHowTheDayGoes() {
        build(office.lin);
        assertThat(model.greetingProperty().get()).isEqualTo("下午好，晓棠");
        assertThat(model.stateProperty().get().sentence()).isEqualTo("今天还没有接待，手上也没有未了的承诺。");

        var milk = office.complaint(office.lin);
        office.promises.make(office.lin, milk.id(), "回电", office.in(60));

        assertThat(model.stateProperty().get().sentence()).isEqualTo("今天还没有接待；有 1 件承诺在手。");
    }

    @Test
    void whatIsDuePressesMoreAsItsTimePasses() {
        var milk = office.complaint(office.lin);
        office.promises.make(office.lin, milk.id(), "回电告知抽检安排", office.in(200));
        build(office.lin);
        assertThat(model.dues()).singleElement().satisfies(due -> {
            assertThat(due.title()).isEqualTo("周女士：回电告知抽检安排");
            assertThat(due.left()).isEqualTo("3时");
            assertThat(due.signal()).isEqualTo(Signal.OK);
        });

        office.pass(194);
        office.cases.note(office.lin, milk.id(), "时间到了");
        office.promises.make(office.lin, milk.id(), "再回一次", office.in(24 * 60));

        assertThat(model.dues().getFirst().left()).isEqualTo("6分");
        assertThat(model.dues().getFirst().signal()).isEqualTo(Signal.LATE);
        assertThat(model.dues().getLast().left()).isEqualTo("明天");
    }

    @Test
    void handlingGoesOnWhereThePersonStoppedOrOpensTheCase() {
        var milk = office.complaint(office.lin);
        office.promises.make(office.lin, milk.id(), "回电", office.in(60));
        var draft = office.drafts.unfinished(office.lin.id()).getFirst();
        build(office.lin);

        model.open(model.dues().getFirst());
        assertThat(gone).containsExactly(new ContactPlace(draft.id()));

        office.complaints.leave(office.lin, draft.id(), Map.of());
        model.open(model.dues().getFirst());
        assertThat(gone).last().isEqualTo(new CasePlace(milk.id()));
    }

    @Test
    void anOfferIsAcceptedOrSentBackWithAReason() {
        var milk = office.complaint(office.lin);
        office.transfers.ask(office.lin, milk.id(), new Offer(office.chen.id(), "T1", "complex", "请接手"));
        build(office.chen);
        assertThat(model.waiting()).hasSize(1);

        model.decline(model.waiting().getFirst(), " ");
        assertThat(dialogs.said()).containsExactly("cases.problem.decline_without_reason");

        model.accept(model.waiting().getFirst());
        assertThat(model.waiting()).isEmpty();
        assertThat(dialogs.said()).last().isEqualTo("home.waiting.accepted");
        assertThat(office.cases.find(milk.id()).orElseThrow().owner()).isEqualTo(office.chen.id());
    }

    @Test
    void aRequestWaitsForTheLeadOfTheTeam() {
        office.story();
        build(office.lead);

        assertThat(model.waiting()).singleElement().satisfies(item -> {
            assertThat(item.transfer()).isEmpty();
            assertThat(item.title()).contains("林晓棠").contains("356");
        });
    }

    @Test
    void theNewestAlertStaysUntilThePersonTookNoteOfIt() {
        publish("older", "2026-11-21 09:00", Bulletin.Level.ALERT);
        publish("newer", "2026-11-22 08:05", Bulletin.Level.ALERT);
        publish("tomorrow", "2026-11-23 08:05", Bulletin.Level.ALERT);
        publish("info", "2026-11-22 09:00", Bulletin.Level.INFO);
        build(office.lin);

        var state = model.stateProperty();
        assertThat(state.get().alert().orElseThrow().bulletin()).contains("newer");
        model.takeNote(state.get().alert().orElseThrow());
        assertThat(state.get().alert().orElseThrow().bulletin()).contains("older");
        model.takeNote(state.get().alert().orElseThrow());
        assertThat(state.get().alert()).isEmpty();

        assertThat(model.news()).extracting(item -> item.bulletin()).containsExactly(Optional.of("info"));
    }

    @Test
    void itsRowsAndTilesAnswerToKeys() {
        var milk = office.complaint(office.lin);
        office.promises.make(office.lin, milk.id(), "回电", office.in(60));
        build(office.lin);
        var root = load();
        show(root);

        var dues = root.lookup("#dues");
        onFx(() -> ((javafx.scene.control.ListView<?>) dues).getSelectionModel().selectFirst());
        press(dues, KeyCode.ENTER);
        assertThat(gone).hasSize(1);

        onFx(() -> root.lookupAll(".start-tile").forEach(tile -> ((javafx.scene.control.Button) tile).fire()));
        assertThat(begun).containsExactlyInAnyOrder("PHONE", "CHAT", "EMAIL", "practice");
    }
}
