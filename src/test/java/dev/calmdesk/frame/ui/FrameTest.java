package dev.calmdesk.frame.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.calmdesk.base.Ids;
import dev.calmdesk.base.Place;
import dev.calmdesk.base.Problem;
import dev.calmdesk.contact.ContactPlace;
import dev.calmdesk.contact.Direction;
import dev.calmdesk.contact.Drafts;
import dev.calmdesk.contact.Touchpoint;
import dev.calmdesk.data.Database;
import dev.calmdesk.flow.Channel;
import dev.calmdesk.frame.DeskStatus;
import dev.calmdesk.frame.FindSource;
import dev.calmdesk.frame.Found;
import dev.calmdesk.fx.Background;
import dev.calmdesk.fx.Navigator;
import dev.calmdesk.fx.Screen;
import dev.calmdesk.fx.Theme;
import dev.calmdesk.fx.Views;
import dev.calmdesk.fx.WindowDialogs;
import dev.calmdesk.people.Actor;
import dev.calmdesk.people.PresenceState;
import dev.calmdesk.people.Presences;
import dev.calmdesk.people.Role;
import dev.calmdesk.support.FxTest;
import dev.calmdesk.support.ManualClock;
import dev.calmdesk.workplace.Workplace;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The window of a signed-in person, on a real store.
class FrameTest extends FxTest {

    private record Desk() implements Place {}

    private record Cases() implements Place {}

    private record OneCase(String number) implements Place {}

    private record Options() implements Place {}

    private final ManualClock clock = new ManualClock("2026-11-22T06:32:00Z");
    private final Ids ids = Ids.timeOrdered(clock);
    private final List<String> ways = new ArrayList<>();
    private final Actor lin = new Actor(ids.next(), "8021", "林晓棠", Set.of(Role.AGENT), "T1");
    private Database database;
    private Drafts drafts;
    private Presences presences;
    private Navigator navigator;
    private FrameViewModel model;
    private FrameTools tools;
    private WindowDialogs dialogs;

    @BeforeEach
    void open() {
        database = Database.inMemory(clock, ids);
        drafts = new Drafts(database, clock, ids);
        presences = new Presences(database, clock, ids);
        database.writeDo(tx -> new Workplace(database)
                .put(tx, lin.id(), "team", "T1", 0, Map.of("code", "T1", "name", Map.of(
                        "zh-CN", "一线一组", "zh-TW", "第一線一組", "en", "Front Line 1"))));
        presences.switchTo(lin, PresenceState.READY);
        build(lin, false);
    }

    private void build(Actor person, boolean practice) {
        var background = Background.direct();
        navigator = new Navigator(place -> Screen.of(sheet(place), () -> {}, "frame.rail.places"), (work, error) -> {
            throw new AssertionError(error);
        });
        tools = new FrameTools(background, navigator, texts);
        var services = new FrameServices(
                presences, drafts, new DeskStatus(database, clock, ZoneId.of("Asia/Shanghai")), new Workplace(database),
                database.changes(), clock, Optional.empty());
        var plan = new FramePlan(
                List.of(
                        RailEntry.of(new Desk(), "fth-home", "value.View.MINE"),
                        RailEntry.of(new Cases(), "fth-file-text", "value.View.TEAM")
                                .covering(OneCase.class::isInstance)
                                .with(new SimpleStringProperty("3")),
                        RailEntry.of(new Cases(), "fth-users", "value.View.ALL", Role.MANAGER)),
                List.of(RailEntry.of(new Options(), "fth-settings", "frame.person.settings")),
                List.of(new FindSource("value.CaseKind.COMPLAINT", "fth-alert-circle", this::cases)),
                List.of(),
                "0.1.0",
                practice);
        model = call(() -> new FrameViewModel(person, services, plan, new RememberedWays(), tools));
    }

    private static Parent sheet(Place place) {
        var box = new VBox(new Label(place.toString()), new TextField());
        box.getStyleClass().add("screen");
        return box;
    }

    private List<Found> cases(String typed) {
        return Stream.of("C-261122-A01-001", "C-261122-A01-002")
                .filter(number -> number.contains(typed))
                .map(number -> Found.at(number, "周女士 · 燕麦奶发酸，孩子肚子不舒服", new OneCase(number)))
                .toList();
    }

    private final class RememberedWays implements FrameWays {
        @Override
        public void beginContact(Channel channel) {
            ways.add("begin " + channel);
        }

        @Override
        public void returnTo(UUID draftId) {
            ways.add("return");
        }

        @Override
        public void practise() {
            ways.add("practise");
        }

        @Override
        public void openKnowledge() {
            ways.add("knowledge");
        }

        @Override
        public void openSettings() {
            ways.add("settings");
        }

        @Override
        public void changePassword() {
            ways.add("password");
        }

        @Override
        public void signedOut() {
            ways.add("signed out");
        }
    }

    @AfterEach
    void close() {
        model.close();
        database.close();
    }

    private Parent load() {
        return call(() -> {
            var view = new Views(texts).load(FrameController.class, FrameController.controllers(model, tools));
            dialogs = new WindowDialogs(stage, texts, theme, text -> {});
            view.controller().setNotices(dialogs.bar());
            return view.root();
        });
    }

    private UUID takeCall() {
        return drafts.begin(lin, Channel.PHONE, Touchpoint.HOTLINE, Direction.IN, null).id();
    }

    @Test
    void theRunningContactShowsItsClockUntilNobodyTouchedItForLong() {
        assertThat(model.running().textProperty().get()).isEmpty();

        var call = takeCall();
        clock.advance(Duration.ofSeconds(408));
        model.tick();
        assertThat(model.running().textProperty().get()).isEqualTo("通话中 06:48");

        drafts.toggleHold(call);
        clock.advance(Duration.ofSeconds(5));
        model.tick();
        assertThat(model.running().textProperty().get()).isEqualTo("保持中 00:05");

        model.returnToContact();
        assertThat(ways).containsExactly("return");

        clock.advance(Duration.ofHours(3));
        navigator.go(new Desk());
        assertThat(model.running().textProperty().get()).isEmpty();

        navigator.go(new ContactPlace(call));
        assertThat(model.running().textProperty().get()).isEqualTo("保持中 3:00:05");
    }

    @Test
    void presenceShowsForHowLongAndIsSwitchedOffBySigningOut() {
        clock.advance(Duration.ofMinutes(12));
        model.tick();
        assertThat(model.presence().textProperty().get()).isEqualTo("可接待 · 12 分");

        model.presence().choose(PresenceState.BREAK);
        assertThat(model.presence().textProperty().get()).isEqualTo("小休 · 0 分");

        model.signOut();
        assertThat(presences.current(lin.id()).orElseThrow().state()).isEqualTo(PresenceState.OFFLINE);
        assertThat(ways).containsExactly("signed out");
    }

    @Test
    void theStatusTellsWhatWasRecordedTodayAndWarnsOfAClockThatWasSetBack() {
        assertThat(model.status().recordedProperty().get()).isEqualTo("今天已记 2 笔，存于本机");
        assertThat(model.status().warning().get()).isEmpty();

        clock.advance(Duration.ofDays(-1));
        model.close();
        build(lin, false);

        assertThat(model.status().warning().get()).contains("本机时钟");
    }

    @Test
    void onlyThePlacesOfOnesRolesAreThereAndOnlyThoseWhoServeBeginContacts() {
        assertThat(model.places()).extracting(RailEntry::textKey).doesNotContain("value.View.ALL");

        model.close();
        build(new Actor(ids.next(), "8110", "顾明舒", Set.of(Role.ADMIN), ""), false);
        model.beginContact(Channel.PHONE);

        assertThat(ways).isEmpty();
    }

    @Test
    void findingOpensWhatIsMarkedAndAnswersToPinyin() {
        model.finder().begin();
        assertThat(model.finder().rows()).isNotEmpty();
        model.finder().open();
        assertThat(ways).as("nothing is marked before something is typed").isEmpty();

        model.finder().textProperty().set("A01");
        assertThat(model.finder().rows().getFirst()).isEqualTo(new FindRow.Heading("投诉"));
        model.finder().move(1);
        model.finder().open();
        assertThat(navigator.current()).contains(new OneCase("C-261122-A01-002"));

        model.finder().begin();
        model.finder().textProperty().set("shezhi");
        model.finder().open();
        assertThat(navigator.current()).contains(new Options());

        model.finder().begin();
        model.finder().textProperty().set("没有这个");
        assertThat(model.finder().nothingProperty().get()).contains("没有这个");
    }

    @Test
    void theKeysHoldEverywhere() {
        var root = load();
        show(root);
        onFx(() -> navigator.go(new Desk()));
        var field = call(() -> root.lookup(".centre .text-field"));

        press(field, KeyCode.F2);
        press(field, KeyCode.F2, Modifier.SHIFT);
        press(field, KeyCode.F4);
        press(field, KeyCode.F9);
        press(field, KeyCode.F3);
        assertThat(ways).containsExactly("begin PHONE", "begin CHAT", "begin EMAIL", "practise", "knowledge");

        press(field, KeyCode.DIGIT2, Modifier.CTRL);
        assertThat(navigator.current()).contains(new Cases());
        press(call(() -> root.lookup(".centre .text-field")), KeyCode.LEFT, Modifier.ALT);
        assertThat(navigator.current()).contains(new Desk());

        press(root, KeyCode.K, Modifier.CTRL);
        assertThat(call(() -> root.lookup(".find-panel").isVisible())).isTrue();
        press(call(() -> root.getScene().getFocusOwner()), KeyCode.ESCAPE);
        assertThat(call(() -> root.lookup(".find-panel").isVisible())).isFalse();

        press(root, KeyCode.F1);
        assertThat(call(() -> root.lookup(".veil").isVisible())).isTrue();
        press(root, KeyCode.ESCAPE);
        assertThat(call(() -> root.lookup(".veil").isVisible())).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"zh-CN,LIGHT,1280", "en,DARK,1280", "zh-CN,DARK,1440", "en,LIGHT,1440", "zh-TW,LIGHT,1920"})
    void itIsDrawn(String language, Theme.Tone tone, int width) {
        texts.use(Locale.forLanguageTag(language));
        takeCall();
        clock.advance(Duration.ofSeconds(408));
        model.close();
        build(lin, width == 1280 && tone == Theme.Tone.DARK);
        onFx(() -> {
            theme.use(tone);
            navigator.go(new Desk());
            model.status().savedAtProperty().set(clock.instant());
        });

        assertThat(picture(load(), width, width * 5 / 8, "frame-%s-%s-%d".formatted(language, tone, width))).isNotEmptyFile();
    }

    @ParameterizedTest
    @CsvSource({"find,LIGHT", "find,DARK", "keys,LIGHT", "keys,DARK", "notice,LIGHT", "problem,DARK"})
    void whatFloatsIsDrawn(String what, Theme.Tone tone) {
        var root = load();
        onFx(() -> {
            theme.use(tone);
            navigator.go(new Desk());
        });
        show(root);
        switch (what) {
            case "find" -> {
                press(root, KeyCode.K, Modifier.CTRL);
                onFx(() -> model.finder().textProperty().set("1"));
            }
            case "keys" -> press(root, KeyCode.F1);
            case "notice" -> onFx(() -> dialogs.notice("home.waiting.accepted", "C-261122-A01-001"));
            default -> onFx(() -> dialogs.problem(Problem.refused("cases.problem.not_open", "C-261122-A01-001")));
        }

        assertThat(snapshot("frame-" + what + "-" + tone)).isNotEmptyFile();
    }
}
