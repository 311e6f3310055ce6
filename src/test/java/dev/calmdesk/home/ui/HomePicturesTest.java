package dev.calmdesk.home.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.calmdesk.app.Workspace;
import dev.calmdesk.base.Ids;
import dev.calmdesk.cases.CasePlace;
import dev.calmdesk.cases.CasesPlace;
import dev.calmdesk.cases.When;
import dev.calmdesk.contact.ContactPlace;
import dev.calmdesk.demo.DemoClock;
import dev.calmdesk.demo.DemoStore;
import dev.calmdesk.frame.DeskStatus;
import dev.calmdesk.frame.ui.FrameController;
import dev.calmdesk.frame.ui.FramePlan;
import dev.calmdesk.frame.ui.FrameServices;
import dev.calmdesk.frame.ui.FrameTools;
import dev.calmdesk.frame.ui.FrameViewModel;
import dev.calmdesk.frame.ui.FrameWays;
import dev.calmdesk.frame.ui.RailEntry;
import dev.calmdesk.fx.Background;
import dev.calmdesk.fx.Navigator;
import dev.calmdesk.fx.Screen;
import dev.calmdesk.fx.Theme;
import dev.calmdesk.fx.Views;
import dev.calmdesk.home.Agenda;
import dev.calmdesk.home.HomePlace;
import dev.calmdesk.home.News;
import dev.calmdesk.home.Today;
import dev.calmdesk.knowledge.KnowledgePlace;
import dev.calmdesk.pack.PackFolder;
import dev.calmdesk.settings.SettingsPlace;
import dev.calmdesk.support.FxTest;
import dev.calmdesk.support.ScriptedDialogs;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import javafx.scene.Parent;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Home inside the frame, with the demonstration's people and stories; to be looked at.
class HomePicturesTest extends FxTest {

    private static final Instant NOW = Instant.parse("2026-11-22T06:32:00Z");

    @TempDir
    private static Path evidence;

    private static Workspace workspace;

    @BeforeAll
    static void play() {
        var clock = new DemoClock(NOW.minus(DemoStore.AGE));
        var ids = Ids.timeOrdered(clock);
        workspace = Workspace.inMemory(evidence, clock, ids, Workspace.bundledPack(clock, ids));
        PackFolder.withBundled(Workspace.BUNDLED_PACK, pack -> new DemoStore(workspace, clock).play(pack, NOW));
    }

    @AfterAll
    static void close() {
        workspace.close();
    }

    @ParameterizedTest
    @CsvSource({
        "zh-CN,LIGHT,1440,900,8021", "zh-CN,DARK,1440,900,8021", "en,LIGHT,1280,720,8021", "zh-CN,LIGHT,1280,720,8101",
        "en,DARK,1440,900,8051", "zh-TW,LIGHT,1920,1080,8021", "zh-CN,LIGHT,1280,720,8105"
    })
    void itIsDrawn(String language, Theme.Tone tone, int width, int height, String agentNo) {
        texts.use(Locale.forLanguageTag(language));
        var root = call(() -> frame(tone, agentNo));

        var picture = picture(root, width, height, "home-%s-%s-%d-%s".formatted(language, tone, width, agentNo));

        assertThat(picture).isNotEmptyFile();
    }

    @ParameterizedTest
    @CsvSource({"zh-CN,90", "en,130", "zh-CN,115"})
    void largerAndSmallerTextStillFits(String language, int percent) {
        texts.use(Locale.forLanguageTag(language));
        var root = call(() -> {
            theme.useTextSize(percent);
            return frame(Theme.Tone.LIGHT, "8021");
        });

        assertThat(picture(root, 1440, 900, "home-%s-text-%d".formatted(language, percent))).isNotEmptyFile();
    }

    private Parent frame(Theme.Tone tone, String agentNo) {
        theme.use(tone);
        var person = workspace.people().find(agentNo).orElseThrow().asActor();
        var background = Background.direct();
        var dialogs = new ScriptedDialogs();
        var views = new Views(texts);
        var when = new When(texts, workspace.zone(), workspace.clock());
        var navigators = new Navigator[1];
        var navigator = new Navigator(
                place -> {
                    var model = new HomeViewModel(
                            person, services(when),
                            new HomeTools(
                                    background, navigators[0], texts, dialogs, workspace.database().changes()),
                            new HomeWays(channel -> {}, () -> {}));
                    var home = views.load(HomeController.class, HomeController.controllers(model, texts, when));
                    return new Screen(home.root(), model, home.controller()::focus, "home.due.title");
                },
                dialogs);
        navigators[0] = navigator;
        var tools = new FrameTools(background, navigator, texts);
        var frame = new FrameViewModel(person, frameServices(), plan(), new NoWays(), tools);
        var root = views.load(FrameController.class, FrameController.controllers(frame, tools)).root();
        navigator.go(new HomePlace());
        return root;
    }

    private static HomeServices services(When when) {
        var database = workspace.database();
        return new HomeServices(
                new Agenda(database, workspace.workplace()),
                new Today(database, workspace.clock(), workspace.zone()),
                new News(database, workspace.workplace(), workspace.articles(), workspace.people(), when),
                workspace.transfers(), workspace.workplace(), when);
    }

    private static FrameServices frameServices() {
        return new FrameServices(
                workspace.presences(), workspace.drafts(),
                new DeskStatus(workspace.database(), workspace.clock(), workspace.zone()), workspace.workplace(),
                workspace.database().changes(), workspace.clock(), Optional.empty());
    }

    private static FramePlan plan() {
        return new FramePlan(
                List.of(
                        RailEntry.of(new HomePlace(), "fth-home", "app.rail.home"),
                        RailEntry.of(new CasesPlace(), "fth-folder", "app.rail.cases")
                                .covering(place -> place instanceof CasePlace || place instanceof ContactPlace),
                        RailEntry.of(new KnowledgePlace(null), "fth-book-open", "app.rail.knowledge")),
                List.of(RailEntry.of(new SettingsPlace(), "fth-settings", "app.rail.settings")),
                List.of(), List.of(), "0.1.0", false);
    }

    private static final class NoWays implements FrameWays {
        @Override
        public void beginContact(dev.calmdesk.flow.Channel channel) {}

        @Override
        public void returnTo(UUID draftId) {}

        @Override
        public void practise() {}

        @Override
        public void openKnowledge() {}

        @Override
        public void openSettings() {}

        @Override
        public void changePassword() {}

        @Override
        public void signedOut() {}
    }
}
