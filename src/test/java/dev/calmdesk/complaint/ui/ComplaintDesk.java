package dev.calmdesk.complaint.ui;

import dev.calmdesk.app.Workspace;
import dev.calmdesk.base.Ids;
import dev.calmdesk.base.Problem;
import dev.calmdesk.base.Texts;
import dev.calmdesk.cases.Case;
import dev.calmdesk.cases.When;
import dev.calmdesk.complaint.ComplaintStep;
import dev.calmdesk.contact.Direction;
import dev.calmdesk.contact.Draft;
import dev.calmdesk.contact.Touchpoint;
import dev.calmdesk.customer.CustomerDraft;
import dev.calmdesk.customer.CustomerDraft.NumberDraft;
import dev.calmdesk.customer.NumberType;
import dev.calmdesk.customer.Title;
import dev.calmdesk.flow.Channel;
import dev.calmdesk.fx.Background;
import dev.calmdesk.fx.Dialogs;
import dev.calmdesk.fx.FileChoice;
import dev.calmdesk.fx.FormBuffer;
import dev.calmdesk.fx.Message;
import dev.calmdesk.people.Actor;
import dev.calmdesk.people.PersonDraft;
import dev.calmdesk.people.Role;
import dev.calmdesk.support.ManualClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A desk at which a complaint is worked on: the demonstration company in memory, three people, one call, and the view
/// model of the wizard on it. It is Sunday, 22 November 2026, 14:21 in Shanghai.
final class ComplaintDesk implements AutoCloseable {

    final ManualClock clock = new ManualClock("2026-11-22T06:21:00Z");
    final Ids ids = Ids.timeOrdered(clock);
    final Workspace workspace;
    final Background background = Background.direct();
    final Texts texts;
    final When when;
    final List<Problem> problems = new ArrayList<>();
    final List<Path> chosenFiles = new ArrayList<>();
    final Actor agent;
    final Actor specialist;
    final Actor lead;
    final Draft draft;
    final Case subject;
    final FormBuffer form;
    final ComplaintViewModel model;

    private final Path folder;
    private final List<AutoCloseable> opened = new ArrayList<>();

    ComplaintDesk(Path folder) {
        this(folder, Locale.SIMPLIFIED_CHINESE);
    }

    ComplaintDesk(Path folder, Locale language) {
        this.folder = folder;
        workspace = Workspace.inMemory(folder.resolve("evidence"), clock, ids, Workspace.bundledPack(clock, ids));
        texts = new Texts(language);
        when = new When(texts, workspace.zone(), clock);
        agent = person("8021", "林晓棠", "lin xiaotang", Role.AGENT, "T1");
        specialist = person("8051", "孟楠", "meng nan", Role.SPECIALIST, "T3");
        lead = person("8101", "周岚", "zhou lan", Role.LEAD, "T1");
        var zhou = workspace.customers().add(agent, CustomerDraft.of(
                "周敏", Title.MS, "T1", new NumberDraft(NumberType.PHONE, "13800002207")));
        draft = workspace.drafts().begin(agent, Channel.PHONE, Touchpoint.HOTLINE, Direction.IN, "13800002207");
        workspace.drafts().chooseCustomer(draft.id(), zhou.id());
        subject = workspace.complaints().open(agent, draft.id());
        form = form(draft);
        model = model(agent, draft, form);
    }

    private Actor person(String agentNo, String name, String pinyin, Role role, String team) {
        var draftOf = new PersonDraft(agentNo, name, pinyin, Set.of(role), team, null);
        return workspace.database()
                .write(tx -> workspace.people().put(tx, ids.next(), draftOf, "-"))
                .asActor();
    }

    FormBuffer form(Draft of) {
        return new FormBuffer(of.fields(), background, fields -> workspace.drafts().save(of.id(), fields));
    }

    /// Opens the wizard for somebody.
    ComplaintViewModel model(Actor actor, Draft of, FormBuffer buffer) {
        var opening = new ComplaintViewModel(
                services(), actor, new ComplaintWork(subject.id(), of.id(), buffer), tools());
        opened.add(opening);
        return opening;
    }

    ComplaintServices services() {
        return new ComplaintServices(
                workspace.complaints(), workspace.remedies(), workspace.departmentTasks(), workspace.followUps(),
                workspace.evidenceFiles(), workspace.promises(), workspace.transfers(), workspace.cases(),
                workspace.clocks(), workspace.drafts(), workspace.catalogue(), workspace.lines(), workspace.workplace(),
                workspace.people());
    }

    private ComplaintTools tools() {
        return new ComplaintTools(background, new Heard(), new Chosen(), workspace.database().changes(), texts, when);
    }

    void pass(long minutes) {
        clock.advance(Duration.ofMinutes(minutes));
    }

    void type(String field, String text) {
        form.field(field).set(text);
    }

    void type(Map<String, String> fields) {
        fields.forEach(this::type);
    }

    String typed(String field) {
        return form.field(field).get();
    }

    /// Other complaints about a batch.
    void others(String batch, int count) {
        for (var i = 0; i < count; i++) {
            var call = workspace.drafts().begin(agent, Channel.CHAT, Touchpoint.CHAT, Direction.IN, null);
            var other = workspace.complaints().open(agent, call.id());
            workspace.complaints().keep(agent, other.id(), ComplaintStep.RECORD, Map.of("account.batch", batch));
        }
    }

    /// A file that a customer sent.
    void evidence(String name, int bytes) throws IOException {
        var file = Files.write(Files.createDirectories(folder.resolve("sent")).resolve(name), new byte[bytes]);
        model.record().evidence().add(List.of(file));
    }

    /// Takes the case to the end of a step.
    ComplaintDesk soothed() {
        model.soothe().note(4);
        pass(3);
        model.soothe().note(2);
        model.soothe().calm();
        model.finish();
        return this;
    }

    ComplaintDesk recorded() {
        soothed();
        pass(5);
        type(Map.of(
                "account.happened_at", "昨晚七点半左右", "account.place", "家中（杭州 · 西湖区）", "account.people", "本人、5 岁女儿",
                "account.event", "晚饭时打开燕麦奶，女儿喝了两口说味道发酸，倒出来看到有絮状沉淀。女儿当晚肚子不舒服，今早已好转。",
                "account.expectation", "退这一箱的钱，并告诉她是不是整批有问题", "account.sku", "10442",
                "account.batch", "L260911-1", "account.bought_from", "旗舰店 · 订单尾号 7731"));
        model.record().readBack();
        type("account.acknowledged", "true");
        pass(2);
        type("account.read_back", "CONFIRMED");
        model.finish();
        return this;
    }

    ComplaintDesk classified() {
        recorded();
        type(Map.of(
                "assessment.category", "food-safety/off-taste", "assessment.harm", "discomfort",
                "assessment.people", "vulnerable", "assessment.media", "none", "assessment.regulator", "none",
                "assessment.batch", "single"));
        type(RoutingViewModel.NOTE, "孩子已好转，客户在等抽检安排");
        model.classify().routing().offer();
        model.finish();
        return this;
    }

    @Override
    public void close() throws Exception {
        for (var each : opened) {
            each.close();
        }
        workspace.close();
    }

    private final class Heard implements Dialogs {
        @Override
        public void confirm(Message question, String actionKey, Runnable action) {
            action.run();
        }

        @Override
        public void inform(Message message) {
            // nobody to inform
        }

        @Override
        public void problem(Problem problem) {
            problems.add(problem);
        }

        @Override
        public void notice(String textKey, Object... arguments) {
            texts.get(textKey, arguments);
        }
    }

    private final class Chosen implements FileChoice {
        @Override
        public List<Path> open(String titleKey, Type... types) {
            texts.get(titleKey);
            return List.copyOf(chosenFiles);
        }

        @Override
        public Optional<Path> save(String titleKey, String suggestedName, Type... types) {
            return Optional.empty();
        }

        @Override
        public Optional<Path> folder(String titleKey) {
            return Optional.empty();
        }
    }
}
