package dev.calmdesk.settings.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.calmdesk.base.Ids;
import dev.calmdesk.base.Setting;
import dev.calmdesk.base.Settings;
import dev.calmdesk.data.Database;
import dev.calmdesk.data.StoreFiles;
import dev.calmdesk.fx.Appearance;
import dev.calmdesk.fx.Background;
import dev.calmdesk.fx.Theme;
import dev.calmdesk.fx.Views;
import dev.calmdesk.fx.control.SegmentedChoice;
import dev.calmdesk.people.Actor;
import dev.calmdesk.people.Passwords;
import dev.calmdesk.people.People;
import dev.calmdesk.support.FxTest;
import dev.calmdesk.support.ManualClock;
import dev.calmdesk.support.ScriptedDialogs;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.Parent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest extends FxTest {

    private final ManualClock clock = new ManualClock("2026-11-22T06:32:00Z");
    private final Ids ids = Ids.timeOrdered(clock);
    private final ScriptedDialogs dialogs = new ScriptedDialogs();
    private final List<String> copied = new ArrayList<>();
    private Settings settings;
    private Database database;
    private People people;
    private Actor person;
    private SettingsViewModel model;
    private Appearance appearance;

    @TempDir Path folder;

    @BeforeEach
    void open() {
        var files = new StoreFiles(folder.resolve("desk"));
        database = Database.open(files, clock, ids);
        settings = Settings.load(files.settings());
        people = new People(database, new Passwords(), clock, ids);
        person = people.addFirst("1001", "顾明舒", "old-password").asActor();
        build();
    }

    private void build() {
        model = call(() -> new SettingsViewModel(person, people, database, new SettingsTools(
                Background.direct(), texts, dialogs, copied::add, "0.1.0", ZoneId.of("Asia/Shanghai"))));
        appearance = call(() -> new Appearance(settings, texts, theme, Background.direct()));
    }

    @AfterEach
    void close() {
        model.close();
        database.close();
        Locale.setDefault(Locale.SIMPLIFIED_CHINESE);
    }

    private Parent load() {
        return call(() -> new Views(texts)
                .load(SettingsController.class, SettingsController.controllers(model, appearance))
                .root());
    }

    @Test
    void whatIsChosenHoldsAtOnceAndAfterARestart() {
        var root = load();
        show(root);

        onFx(() -> ((SegmentedChoice) root.lookup("#language")).setValue("en"));
        onFx(() -> ((SegmentedChoice) root.lookup("#look")).setValue("DARK"));
        onFx(() -> ((SegmentedChoice) root.lookup("#textSize")).setValue("115"));

        assertThat(texts.language()).isEqualTo(Locale.forLanguageTag("en"));
        assertThat(appearance.languageProperty().get()).isEqualTo(Locale.forLanguageTag("en"));
        assertThat(theme.toneProperty().get()).isEqualTo(Theme.Tone.DARK);

        settings = Settings.load(new StoreFiles(folder.resolve("desk")).settings());
        build();
        assertThat(appearance.lookProperty().get()).isEqualTo(Appearance.Look.DARK);
        assertThat(appearance.textSizeProperty().get()).isEqualTo(115);
    }

    @Test
    void aBackupIsMadeAndListedByItsTime() {
        assertThat(model.backups()).isEmpty();

        model.backUp();
        clock.advance(Duration.ofHours(1));
        model.backUp();

        assertThat(model.backups()).containsExactly("2026-11-22 15:32", "2026-11-22 14:32");
        assertThat(dialogs.said()).containsOnly("settings.backup.done");
    }

    @Test
    void thePasswordChangesOnlyWithTheOldOneAndTwiceTheSame() {
        model.currentProperty().set("wrong");
        model.freshProperty().set("new-password");
        model.againProperty().set("other-password");
        model.changePassword();
        assertThat(model.problemProperty().get()).isEqualTo("两次输入的新密码不一样");

        model.againProperty().set("new-password");
        model.changePassword();
        assertThat(model.problemProperty().get()).isEqualTo("现在的密码不正确");

        model.currentProperty().set("old-password");
        model.changePassword();
        assertThat(dialogs.said()).containsExactly("settings.password.changed");
        assertThat(people.signIn("1001", "new-password")).isEqualTo(person);
        assertThat(model.freshProperty().get()).isEmpty();
    }

    @Test
    void theDataFolderCanBeCopied() {
        model.copyFolder();

        assertThat(copied).containsExactly(folder.resolve("desk").toAbsolutePath().toString());
    }

    @ParameterizedTest
    @CsvSource({"zh-CN,LIGHT,100,1440,900", "en,DARK,100,1280,720", "en,LIGHT,130,1280,720", "zh-TW,LIGHT,115,1440,900"})
    void itIsDrawn(String language, Theme.Tone tone, int size, int width, int height) {
        settings.set(Setting.text("appearance.language", ""), language);
        settings.set(Setting.text("appearance.look", ""), tone.name());
        settings.set(Setting.number("appearance.text-size", 100), size);
        model.backUp();
        build();

        assertThat(picture(load(), width, height, "settings-%s-%s-%d".formatted(language, tone, size))).isNotEmptyFile();
    }
}
