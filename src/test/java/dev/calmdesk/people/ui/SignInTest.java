package dev.calmdesk.people.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.calmdesk.base.Ids;
import dev.calmdesk.base.Settings;
import dev.calmdesk.data.Database;
import dev.calmdesk.fx.Appearance;
import dev.calmdesk.fx.Background;
import dev.calmdesk.fx.Theme;
import dev.calmdesk.fx.Views;
import dev.calmdesk.people.Actor;
import dev.calmdesk.people.Passwords;
import dev.calmdesk.people.People;
import dev.calmdesk.people.PersonDraft;
import dev.calmdesk.people.PresenceState;
import dev.calmdesk.people.Presences;
import dev.calmdesk.people.Role;
import dev.calmdesk.people.ui.SignInViewModel.State;
import dev.calmdesk.support.FxTest;
import dev.calmdesk.support.ManualClock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javafx.scene.Parent;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignInTest extends FxTest {

    private static final String SECRET = "chensui-demo";

    private final ManualClock clock = new ManualClock("2026-11-22T00:55:00Z");
    private final Ids ids = Ids.timeOrdered(clock);
    private final List<Actor> entered = new ArrayList<>();
    private final Settings settings = Settings.inMemory();
    private Database database;
    private People people;
    private Presences presences;
    private SignInViewModel model;

    @BeforeEach
    void open() {
        database = Database.inMemory(clock, ids);
        people = new People(database, new Passwords(), clock, ids);
        presences = new Presences(database, clock, ids);
    }

    @AfterEach
    void close() {
        model.close();
        database.close();
        Locale.setDefault(Locale.SIMPLIFIED_CHINESE);
    }

    private void hire() {
        var phc = new Passwords().hash(SECRET);
        database.writeDo(tx -> {
            put(tx, "8021", "林晓棠", Role.AGENT, phc);
            put(tx, "8013", "陈屿", Role.AGENT, phc);
            put(tx, "8051", "孟楠", Role.SPECIALIST, phc);
            put(tx, "8101", "周岚", Role.LEAD, phc);
            put(tx, "8105", "方怡", Role.QUALITY, phc);
            put(tx, "8108", "叶书白", Role.TRAINER, phc);
            put(tx, "8110", "顾明舒", Role.MANAGER, phc);
            put(tx, "8111", "邱宁", Role.ADMIN, phc);
        });
    }

    private void put(dev.calmdesk.data.Tx tx, String number, String name, Role role, String phc) {
        people.put(tx, ids.next(), new PersonDraft(number, name, "", Set.of(role), "T1", null), phc);
    }

    private void build(Optional<String> demoPassword) {
        model = call(() -> new SignInViewModel(people, presences, demoPassword, entered::add, Background.direct(), texts));
    }

    private Parent load() {
        return call(() -> {
            var appearance = new Appearance(settings, texts, theme, Background.direct());
            return new Views(texts)
                    .load(SignInController.class, SignInController.controllers(model, appearance, texts))
                    .root();
        });
    }

    @Test
    void theRightPasswordLetsInAndMakesReady() {
        hire();
        build(Optional.empty());

        var root = load();
        show(root);
        onFx(() -> ((TextField) root.lookup("#agentNo")).setText("8021"));
        onFx(() -> ((PasswordField) root.lookup("#password")).setText(SECRET));
        press(root.lookup("#password"), KeyCode.ENTER);

        assertThat(entered).extracting(Actor::agentNo).containsExactly("8021");
        assertThat(presences.current(entered.getFirst().id()).orElseThrow().state()).isEqualTo(PresenceState.READY);
        assertThat(model.passwordProperty().get()).isEmpty();
    }

    @Test
    void aWrongPasswordIsTakenAwayAndTooManyOfThemLockForATime() {
        hire();
        build(Optional.empty());

        for (var i = 0; i < 5; i++) {
            model.agentNoProperty().set("8021");
            model.passwordProperty().set("wrong-" + i);
            model.signIn();
        }

        assertThat(entered).isEmpty();
        assertThat(model.passwordProperty().get()).isEmpty();
        assertThat(model.problemProperty().get()).contains("之后再试");
    }

    @Test
    void onlyADemonstrationShowsItsPeople() {
        hire();
        build(Optional.empty());
        assertThat(model.cards()).isEmpty();

        build(Optional.of(SECRET));
        model.choose(model.cards().getFirst());
        model.signIn();

        assertThat(entered).extracting(Actor::agentNo).containsExactly("8013");
    }

    @Test
    void anEmptyStoreAsksForItsFirstPerson() {
        build(Optional.empty());
        assertThat(model.stateProperty().get()).isEqualTo(State.FIRST_START);

        model.addFirst("1001", "顾明舒", "long-enough-1", "long-enough-2");
        assertThat(model.problemProperty().get()).isEqualTo("两次输入的密码不一样");
        model.addFirst("1001", "顾明舒", "short", "short");
        assertThat(model.problemProperty().get()).contains("至少 8 个字符");
        model.addFirst("1001", "顾明舒", "long-enough-1", "long-enough-1");

        assertThat(entered).extracting(Actor::roles).containsExactly(Set.of(Role.ADMIN, Role.MANAGER));
    }

    @ParameterizedTest
    @CsvSource({"zh-CN,LIGHT,demo", "en,DARK,demo", "zh-TW,LIGHT,real", "en,LIGHT,first", "zh-CN,DARK,first"})
    void itIsDrawn(String language, Theme.Tone tone, String store) {
        if (!store.equals("first")) {
            hire();
        }
        settings.set(dev.calmdesk.base.Setting.text("appearance.language", ""), language);
        settings.set(dev.calmdesk.base.Setting.text("appearance.look", ""), tone.name());
        texts.use(Locale.forLanguageTag(language));
        build(store.equals("demo") ? Optional.of(SECRET) : Optional.empty());
        if (store.equals("real")) {
            model.signIn();
        }

        assertThat(picture(load(), 1280, 720, "sign-in-%s-%s-%s".formatted(store, language, tone))).isNotEmptyFile();
    }
}
