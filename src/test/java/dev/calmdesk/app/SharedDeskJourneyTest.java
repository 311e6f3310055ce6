package dev.calmdesk.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.calmdesk.base.Ids;
import dev.calmdesk.cases.CaseKind;
import dev.calmdesk.cases.CaseList;
import dev.calmdesk.cases.CasePlace;
import dev.calmdesk.cases.CaseRow;
import dev.calmdesk.cases.Promise;
import dev.calmdesk.cases.PromiseState;
import dev.calmdesk.data.Rows;
import dev.calmdesk.data.Soundness;
import dev.calmdesk.flow.Channel;
import dev.calmdesk.fx.control.ActButton;
import dev.calmdesk.fx.control.SegmentedChoice;
import dev.calmdesk.hub.Bundles;
import dev.calmdesk.hub.Enrolment;
import dev.calmdesk.hub.Feed;
import dev.calmdesk.hub.HubDatabase;
import dev.calmdesk.hub.HubServer;
import dev.calmdesk.people.Actor;
import dev.calmdesk.settings.SettingsPlace;
import dev.calmdesk.support.ChosenFiles;
import dev.calmdesk.support.Postgres;
import dev.calmdesk.sync.SyncPlace;
import dev.calmdesk.sync.SyncRound;
import dev.calmdesk.sync.SyncState.Contact;
import dev.calmdesk.sync.file.Bandwidth;
import dev.calmdesk.sync.file.FileRound;
import dev.calmdesk.sync.http.HubClient;
import dev.calmdesk.sync.wire.Push;
import dev.calmdesk.sync.wire.WireEntry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Two desks and a hub, seen through the window of one of them.
class SharedDeskJourneyTest extends DeskJourney {

    private static final String TEAM = "team-T1";
    private static final String LEAD = "8101";
    private static final Instant TODAY = Instant.parse("2026-11-22T10:00:00Z");
    private static final Instant TOMORROW = Instant.parse("2026-11-23T02:00:00Z");

    @TempDir
    private Path evidence;

    private HubDatabase database;
    private Enrolment enrolment;
    private HubServer hub;
    private String address;
    private Workspace other;

    @BeforeEach
    void openHub() {
        database = HubDatabase.open(Postgres.emptyDatabase());
        enrolment = new Enrolment(database, Clock.systemUTC());
        hub = new HubServer(new Feed(database), enrolment, "127.0.0.1", 0);
        address = "http://127.0.0.1:" + hub.start();
        var clock = Clock.systemUTC();
        other = Workspace.inMemory(evidence, clock, Ids.timeOrdered(clock), empty -> {});
    }

    @AfterEach
    void closeHub() {
        hub.close();
        other.close();
    }

    private void join(Workspace desk) {
        desk.joining().join(URI.create(address), enrolment.offer(TEAM));
    }

    private static void sync(Workspace desk) {
        var link = desk.replica().link().orElseThrow();
        try (var client = new HubClient(URI.create(link.url()), link.token())) {
            new SyncRound(desk.replica(), client).run();
        }
    }

    private static void change(Workspace desk, UUID promise, String text, Instant due, Actor by) {
        desk.database().writeDo(tx -> tx.write(Promise.KIND, promise)
                .set("text", text)
                .set("due_at", due)
                .as("moved", by.id()));
    }

    private static Promise found(Workspace desk, UUID promise) {
        return desk.database().read(handle -> Rows.find(handle, Promise.KIND, promise)).orElseThrow();
    }

    /// Both desks wrote into one promise while apart.
    private UUID disagree() {
        join(workspace);
        sync(workspace);
        join(other);
        sync(other);
        var lead = other.people().find(LEAD).orElseThrow().asActor();
        var agent = workspace.people().find("8021").orElseThrow().asActor();
        var promise = workspace.database().read(handle -> Rows.list(handle, Promise.KIND, "state", PromiseState.OPEN)).getFirst();
        change(other, promise.id(), promise.text() + "，先问孩子身体好些没有", TODAY, lead);
        change(workspace, promise.id(), "先寄回样品，检测有结果再回电", TOMORROW, agent);
        other.database().writeDo(tx -> other.cases().open(tx, lead, CaseKind.INQUIRY, Channel.PHONE, null, "answer"));
        sync(other);
        return promise.id();
    }

    private void choose(String field, String version) {
        var radio = call(() -> robot.lookup(".radio-button").queryAllAs(RadioButton.class).stream()
                .filter(button -> button.getAccessibleText().startsWith(field)
                        && button.getAccessibleText().contains(version))
                .findFirst()
                .orElseThrow());
        tabTo(radio);
        keys(KeyCode.SPACE);
    }

    @Test
    void aPersonDecidesByKeyboardAndBothDesksAreEqual() {
        var promise = disagree();
        enter(LEAD);
        workspace.sync().start();
        await("the conflict is counted", () -> robot.lookup(".status-button.attention").queryAs(Button.class).isVisible());
        keys(KeyCode.CONTROL, KeyCode.DIGIT4);
        ListView<?> list = shown("#list");
        await("the conflict is listed", () -> list.getItems().size() == 1);
        assertThat(call(this::labels)).anyMatch(text -> text.startsWith("另一席位 " + other.database().desk().code()));
        pictures("sync-conflict");

        choose("承诺", "先问孩子身体好些没有");
        choose("兑现时间", "林晓棠");
        assertThat(robot.lookup("#chosenCount").queryAs(Label.class).getText()).isEqualTo("已选 2 项，共 2 项");
        pictures("sync-conflict-chosen");
        keys(KeyCode.CONTROL, KeyCode.ENTER);
        await("it is decided", () -> list.getItems().isEmpty());
        pictures("sync-decided");

        await("the other desk has it", () -> {
            sync(other);
            return found(other, promise).equals(found(workspace, promise))
                    && found(other, promise).text().endsWith("先问孩子身体好些没有");
        });
        assertThat(found(other, promise).dueAt()).isEqualTo(TOMORROW);
        assertThat(other.conflicts().open(person)).isEmpty();

        Button undo = shown(".button.undo");
        tabTo(undo);
        keys(KeyCode.SPACE);
        await("it waits again", () -> list.getItems().size() == 1);
        await("it waits on the other desk too", () -> {
            sync(other);
            return other.conflicts().open(person).size() == 1;
        });
        assertThat(found(other, promise)).isEqualTo(found(workspace, promise));
        assertThat(other.database().read(handle -> Soundness.of(handle, Kinds.ALL)).findings()).isEmpty();
        assertThat(workspace.database().read(handle -> Soundness.of(handle, Kinds.ALL)).findings()).isEmpty();
    }

    @Test
    void aDecisionIsTakenBackWhereItIsTold() {
        var promise = disagree();
        enter(LEAD);
        workspace.sync().start();
        await("the conflict is counted", () -> attention().equals("冲突 1"));
        onFx(() -> robot.lookup(".status-button.attention").queryAs(Button.class).fire());
        ListView<?> list = shown("#list");
        await("the conflict is listed", () -> list.getItems().size() == 1);
        choose("承诺", "先问孩子身体好些没有");
        choose("兑现时间", "林晓棠");
        keys(KeyCode.CONTROL, KeyCode.ENTER);
        await("it is decided", () -> list.getItems().isEmpty());
        assertThat(attention()).isEmpty();
        assertThat(call(() -> stage.getScene().getFocusOwner())).isNotInstanceOf(TextInputControl.class);

        Button undo = shown(".notice-bar .button.small");
        assertThat(undo.getText()).isEqualTo("撤销");
        click(undo);
        await("it waits again", () -> list.getItems().size() == 1);
        await("it is told", () -> labels().anyMatch(text -> text.startsWith("已撤销")));
        await("it is counted again", () -> attention().equals("冲突 1"));
        assertThat(found(workspace, promise).text()).doesNotContain("样品");
        await("the hub has it", () -> workspace.replica().waiting() == 0);
        sync(other);
        assertThat(other.conflicts().open(person)).hasSize(1);
        assertThat(found(other, promise)).isEqualTo(found(workspace, promise));
    }

    private String attention() {
        return call(() -> {
            var button = robot.lookup(".status-button.attention").queryAs(Button.class);
            return button.isVisible() ? button.getText() : "";
        });
    }

    @Test
    void aDeskThatJoinedLateSaysHowMuchOfThePastIsStillToCome() {
        join(workspace);
        sync(workspace);
        var head = workspace.replica().cursor(TEAM);
        workspace.database().writeDo(tx ->
                tx.handle().execute("insert into backfill (scope, done, until) values (?, 0, ?)", TEAM, head));
        hub.close();
        enter("8110");
        workspace.sync().start();
        onFx(() -> window.go(new SettingsPlace()));
        await("the past is still to come", () -> labels().anyMatch(text -> text.contains("已到 0 笔（0%）")));
        pictures("sync-settings-late");

        hub = new HubServer(new Feed(database), enrolment, "127.0.0.1", URI.create(address).getPort());
        hub.start();
        workspace.sync().wake();
        await("the past is here", () -> workspace.sync().state().fillingIn().isEmpty());
        await("nothing is said any more", () -> labels().noneMatch(text -> text.contains("（0%）")));
        assertThat(workspace.sync().state().contact()).isEqualTo(Contact.ONLINE);
    }

    @Test
    void aManagerLetsTheDeskJoinInTheSettings() {
        enter("8110");
        workspace.sync().start();
        onFx(() -> window.go(new SettingsPlace()));
        TextField where = shown("#address");
        pictures("sync-settings-alone");
        tabTo(where);
        robot.write(address);
        keys(KeyCode.ENTER);
        robot.write("nonsense");
        keys(KeyCode.ENTER);
        await("a wrong code is told", () -> robot.lookup("#problem").queryAllAs(Label.class).stream()
                .anyMatch(label -> label.isVisible() && label.getText().startsWith("这个入列码无效")));
        pictures("sync-settings-wrong-code");
        TextField code = shown("#code");
        var right = enrolment.offer(TEAM);
        onFx(() -> code.setText(right));
        tabTo(code);
        keys(KeyCode.ENTER);
        await("the desk is online", () -> workspace.sync().state().contact() == Contact.ONLINE);
        settle();
        var admitted = workspace.database().desk().code();
        await("the new short name is shown", () ->
                robot.lookup("#deskCode").queryAs(Label.class).getText().equals(admitted));
        await("whoever joined goes on where the fields were", () ->
                robot.lookup("#syncNow").queryAll().contains(stage.getScene().getFocusOwner()));
        pictures("sync-settings-joined");
        tabTo(shown("#fileSpeed"));
        keys(KeyCode.LEFT);
        await("files are slower", () -> workspace.bandwidth().part() == 256 * 1024);
        assertThat(call(() -> robot.lookup("#fileSpeed").<SegmentedChoice>query().getValue())).isEqualTo("256");
        await("the window says so", () -> robot.lookup(".status-button").queryAllAs(Button.class).stream()
                .anyMatch(button -> button.getText().startsWith("在线")));

        enrolment.revoke(workspace.database().desk().id());
        workspace.sync().wake();
        await("the refusal is told", () -> robot.lookup("#state").queryAs(Label.class).getText().contains("停用"));
        pictures("sync-settings-revoked");
    }

    @Test
    void aDeskWithoutANetworkExchangesByAStick() {
        var sticks = new Bundles(new Feed(database), enrolment);
        var stick = folder.resolve("stick.bundle");
        var code = sticks.admit(stick, TEAM, true);
        fileChoice = ChosenFiles.of(stick);
        enter("8110");
        workspace.sync().start();
        onFx(() -> window.go(new SettingsPlace()));
        Button joinByFile = shown("#joinByFile");
        onFx(joinByFile::fire);
        await("the code is asked for", () -> labels().anyMatch("请先填文件口令"::equals));
        tabTo(shown("#fileCode"));
        robot.write(code);
        keys(KeyCode.ENTER);
        await("it joined", () -> labels().anyMatch(text -> text.startsWith("已加入中枢")));
        await("the window says how", () -> robot.lookup(".status-button").queryAllAs(Button.class).stream()
                .anyMatch(button -> button.getText().startsWith("用优盘与中枢交换 · 待上传")));
        tabTo(shown("#write"));
        pictures("sync-settings-stick");

        keys(KeyCode.SPACE);
        await("it is written", () -> labels().anyMatch(text -> text.startsWith("已写出")));
        sticks.answer(stick, stick);
        tabTo(shown("#read"));
        keys(KeyCode.SPACE);
        await("the answer is read", () -> labels().anyMatch(text -> text.startsWith("已获回应")));
        await("nothing waits", () -> workspace.sync().state().waiting() == 0);
        pictures("sync-settings-stick-read");

        keys(KeyCode.SPACE);
        await("an answer may be read twice", () -> labels().anyMatch(text -> text.startsWith("已获回应 0 笔")));
        var foreign = folder.resolve("foreign");
        sticks.admit(foreign, TEAM, true);
        move(foreign, stick);
        keys(KeyCode.SPACE);
        await("a wrong file is told", () -> labels().anyMatch(text -> text.contains("方向反了")));
    }

    @Test
    void aFileOfAnotherDeskIsOpenedAndSavedOnceItHasCome() throws IOException {
        join(workspace);
        sync(workspace);
        join(other);
        sync(other);
        var subject = workspace.remedies().waiting().getFirst().caseId();
        var lead = other.people().find(LEAD).orElseThrow().asActor();
        other.evidenceFiles().add(lead, subject, Files.writeString(evidence.resolve("检测报告.txt"), "菌落总数合格"));
        sync(other);
        var saved = folder.resolve("报告副本.txt");
        fileChoice = ChosenFiles.of(saved);
        enter(LEAD);
        workspace.sync().start();
        await("the record came", () -> workspace.files().lacking().size() == 1);
        onFx(() -> window.go(new CasePlace(subject)));
        await("it says that the file did not", () -> labels().anyMatch(text -> text.endsWith("文件还没到，中枢会送来")));
        assertThat(call(() -> evidenceAct("打开").getReason())).contains("检测报告.txt", "中枢会自动送来");
        pictures("case-evidence-to-come");

        sendFiles(other);
        workspace.sync().wake();
        await("the file came", () -> !evidenceAct("打开").isBarred());
        onFx(() -> evidenceAct("打开").fire());
        await("it is opened", () -> viewed.size() == 1);
        assertThat(viewed.getFirst()).hasFileName("检测报告.txt").hasContent("菌落总数合格");
        onFx(() -> evidenceAct("另存一份……").fire());
        await("it is saved", () -> labels().anyMatch(text -> text.startsWith("已存到")));
        assertThat(saved).hasContent("菌落总数合格");
        pictures("case-evidence-here");
    }

    private ActButton evidenceAct(String words) {
        return robot.lookup(".work-row .button").queryAllAs(Button.class).stream()
                .filter(button -> button.getText().equals(words) && isOnScreen(button))
                .map(ActButton.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private static void sendFiles(Workspace desk) {
        var link = desk.replica().link().orElseThrow();
        try (var client = new HubClient(URI.create(link.url()), link.token())) {
            var round = new FileRound(desk.files(), client, link.epoch(), new Bandwidth(0, System::nanoTime));
            while (round.step().isPresent()) {
                // the next part
            }
            assertThat(round.moved().sent()).isPositive();
        }
    }

    private static void move(Path from, Path to) {
        try {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Stream<String> labels() {
        return robot.lookup(".label").queryAllAs(Label.class).stream()
                .filter(DeskJourney::isOnScreen)
                .map(Label::getText)
                .filter(Objects::nonNull);
    }

    /// Another desk, of another team, has given its entry the same id.
    private void takeItsIdElsewhere(WireEntry entry) {
        other.joining().join(URI.create(address), enrolment.offer("team-T2"));
        var link = other.replica().link().orElseThrow();
        var squatter = new WireEntry(
                entry.id(), "team-T2", entry.kind(), 1, entry.entity(), entry.subject(), entry.act(), entry.author(),
                other.database().desk().id(), 1, entry.at(), null, entry.changes());
        try (var client = new HubClient(URI.create(link.url()), link.token())) {
            assertThat(client.push(new Push(link.epoch(), 1, List.of(squatter)))).allMatch(receipt -> receipt.rejected() == null);
        }
    }

    @Test
    void whatTheHubDoesNotHaveIsTakenOut() throws IOException {
        join(workspace);
        sync(workspace);
        hub.close();
        fileChoice = ChosenFiles.of(evidence);
        enter(LEAD);
        var subject = workspace.cases().page(new CaseList(CaseList.View.ALL, false, ""), person, null, 1).getFirst();
        workspace.cases().note(person, subject.id(), "客户改约周五上午");
        workspace.sync().start();
        await("it waits", () -> workspace.sync().state().waiting() == 1);
        onFx(() -> window.go(new SyncPlace(SyncPlace.Page.PROBLEMS)));
        Button export = shown("#exportUnsent");
        pictures("sync-problems-offline");

        tabTo(export);
        keys(KeyCode.SPACE);
        await("it is told", () -> labels().anyMatch(text -> text.startsWith("已导出 1 笔")));
        try (var files = Files.list(evidence)) {
            assertThat(files.filter(file -> file.getFileName().toString().startsWith("calmdesk-unsent-")))
                    .hasSize(2)
                    .allSatisfy(file -> assertThat(file).content().contains("客户改约周五上午"));
        }
        assertThat(workspace.replica().waiting()).as("it still goes to the hub").isEqualTo(1);
    }

    @Test
    void whatTheHubRejectsIsShownAndSentAgain() {
        join(workspace);
        sync(workspace);
        enter(LEAD);
        var subject = workspace.cases().page(new CaseList(CaseList.View.ALL, false, ""), person, null, 1).getFirst();
        workspace.cases().note(person, subject.id(), "客户来信：请在周五前处理，\n并把检测结果寄给我。");
        takeItsIdElsewhere(workspace.replica().outbox(workspace.replica().link().orElseThrow()).entries().getFirst());
        workspace.sync().start();
        await("the problem is counted", () -> robot.lookup(".status-button.attention").queryAs(Button.class).isVisible());
        onFx(() -> robot.lookup(".status-button.attention").queryAs(Button.class).fire());
        VBox cards = shown("#cards");
        await("the problem is shown", () -> cards.getChildren().size() == 1);
        pictures("sync-problems");

        var rejected = workspace.quarantine().held(person).getFirst().rejected().getFirst().entry();
        Button again = shown("#send-again");
        tabTo(again);
        keys(KeyCode.SPACE);
        await("nothing waits", () -> cards.getChildren().isEmpty());
        pictures("sync-problems-none");
        await("the hub has it", () -> workspace.replica().waiting() == 0);
        assertThat(workspace.quarantine().held(person)).isEmpty();
        assertThat(workspace.cases().history(subject.id()).stream()
                        .filter(entry -> entry.entity().equals(rejected.entity())))
                .singleElement()
                .matches(entry -> entry.position().isPresent() && !entry.id().equals(rejected.id()));
    }
}
