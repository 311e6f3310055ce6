package dev.calmdesk.complaint.ui;

import dev.calmdesk.base.Texts;
import dev.calmdesk.cases.Case;
import dev.calmdesk.cases.When;
import dev.calmdesk.catalogue.ProductSheet;
import dev.calmdesk.catalogue.ProductSheet.BatchSheet;
import dev.calmdesk.complaint.ComplaintStep;
import dev.calmdesk.contact.Direction;
import dev.calmdesk.contact.Draft;
import dev.calmdesk.contact.Touchpoint;
import dev.calmdesk.flow.Channel;
import dev.calmdesk.flow.Line;
import dev.calmdesk.flow.Lines;
import dev.calmdesk.fx.Background;
import dev.calmdesk.fx.FormBuffer;
import dev.calmdesk.pack.PackFolder;
import dev.calmdesk.people.Actor;
import dev.calmdesk.support.ChosenFiles;
import dev.calmdesk.support.ClosedComplaints;
import dev.calmdesk.support.Office;
import dev.calmdesk.support.ScriptedDialogs;
import dev.calmdesk.support.SomeComplaints;
import dev.calmdesk.workplace.Localised;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/// A call of the customer Zhou that is a complaint, and the wizard opened on it. It is 14:21.
final class ComplaintDesk implements AutoCloseable {

    private static final List<PackFolder.Document> EMPATHY = empathy();

    final Office office = new Office();
    final Background background = Background.direct();
    final ScriptedDialogs dialogs = new ScriptedDialogs();
    final List<Path> chosenFiles = new ArrayList<>();
    final List<Path> viewed = new ArrayList<>();
    final List<UUID> looked = new ArrayList<>();
    final Texts texts;
    final When when;
    final Draft draft;
    final Case subject;
    final FormBuffer form;
    final ComplaintViewModel model;

    private final Path folder;
    private final ComplaintServices services;
    private final List<AutoCloseable> opened = new ArrayList<>();

    ComplaintDesk(Path folder) {
        this(folder, Locale.SIMPLIFIED_CHINESE);
    }

    ComplaintDesk(Path folder, Locale language) {
        this.folder = folder;
        texts = new Texts(language);
        when = new When(texts, Office.ZONE, office.clock);
        office.database.writeDo(tx -> {
            EMPATHY.forEach(line -> office.workplace.put(
                    tx, office.lin.id(), line.topic(), line.code(), line.position(), line.body()));
            office.catalogue.put(tx, office.lin.id(), List.of(oatMilk()));
        });
        services = new ComplaintServices(
                office.complaints, office.remedies, office.tasks, office.followUps, office.suggestions,
                office.evidence(folder.resolve("evidence")), office.promises, office.transfers, office.cases, office.clocks,
                office.drafts, office.catalogue, new Lines(office.workplace), office.workplace, office.people);
        draft = office.drafts.begin(office.lin, Channel.PHONE, Touchpoint.HOTLINE, Direction.IN, "13800002207");
        office.drafts.chooseCustomer(draft.id(), office.zhou.id());
        subject = office.complaints.open(office.lin, draft.id());
        form = form(draft);
        model = model(office.lin, draft, form);
    }

    private static List<PackFolder.Document> empathy() {
        var lines = new ArrayList<PackFolder.Document>();
        PackFolder.withBundled("chensui", pack -> lines.addAll(pack.documents()));
        lines.removeIf(line -> !line.topic().equals(Line.TOPIC.name()) || !line.code().contains("empathise"));
        return List.copyOf(lines);
    }

    private static ProductSheet oatMilk() {
        var none = new Localised(Map.of("en", "-"));
        return new ProductSheet(
                "10442", new Localised(Map.of("zh-CN", "晨穗燕麦奶", "zh-TW", "晨穗燕麥奶", "en", "Chensui Oat Milk")), "drinks",
                new Localised(Map.of("zh-CN", "1L×6 盒", "en", "1 L × 6")), new BigDecimal("89.00"), "-", none, none, 270,
                List.of("燕麦奶", "植物奶"),
                List.of(
                        new BatchSheet("L260911-1", "2026-09-11", "2027-06-08", "HZ1"),
                        new BatchSheet("L260930-2", "2026-09-30", "2027-06-27", "JX2"),
                        new BatchSheet("L251220-1", "2025-12-20", "2026-09-16", "HZ1")));
    }

    FormBuffer form(Draft of) {
        return new FormBuffer(of.fields(), background, fields -> office.drafts.save(of.id(), fields));
    }

    /// Opens the wizard for somebody.
    ComplaintViewModel model(Actor actor, Draft of, FormBuffer buffer) {
        var opening = new ComplaintViewModel(
                services, actor, new ComplaintWork(subject.id(), of.id(), buffer, looked::add), tools());
        opened.add(opening);
        return opening;
    }

    ComplaintServices services() {
        return services;
    }

    private ComplaintTools tools() {
        return new ComplaintTools(
                background, dialogs, new ChosenFiles(chosenFiles), viewed::add, office.database.changes(), texts, when);
    }

    /// Complaints that were closed some weeks ago, and what is learned from them.
    void closedBefore(int count) {
        new ClosedComplaints(office.database, office.lead.id(), office.clock.instant().minus(Duration.ofDays(30)))
                .add(new SomeComplaints(5, 0.03).list(count));
        office.learning.learn();
    }

    void pass(long minutes) {
        office.pass(minutes);
    }

    List<String> said() {
        return dialogs.said();
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
            var other = office.complaint(office.lin, null);
            office.complaints.keep(office.lin, other.id(), ComplaintStep.RECORD, Map.of("account.batch", batch));
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

    /// A dear coupon that did not work: an agent may settle it.
    ComplaintDesk classifiedAsGeneral() {
        recorded();
        type(Map.of("assessment.category", "price/coupon", "assessment.harm", "none"));
        model.finish();
        return this;
    }

    ComplaintDesk resolved() {
        classifiedAsGeneral();
        type(Map.of(
                RemediesViewModel.TYPE, "REFUND", RemediesViewModel.AMOUNT, "89", RemediesViewModel.TERMS, "退一箱货款",
                RemediesViewModel.DUE, "2026-11-22T10:00:00Z"));
        model.resolve().remedies().propose();
        type(Map.of(
                "investigation.confirmed", "CONFIRMED", "decision.plan", "整箱退款", "decision.told", "true",
                "decision.answer", "ACCEPTED"));
        model.finish();
        return this;
    }

    @Override
    public void close() throws Exception {
        for (var each : opened) {
            each.close();
        }
        office.close();
    }
}
