package dev.calmdesk.support;

import dev.calmdesk.base.Ids;
import dev.calmdesk.base.Money;
import dev.calmdesk.base.Texts;
import dev.calmdesk.cases.Case;
import dev.calmdesk.cases.CaseVocabulary;
import dev.calmdesk.cases.Cases;
import dev.calmdesk.cases.Chronicle;
import dev.calmdesk.cases.Parties;
import dev.calmdesk.cases.Promises;
import dev.calmdesk.cases.Transfers;
import dev.calmdesk.cases.Unsent;
import dev.calmdesk.cases.When;
import dev.calmdesk.catalogue.Catalogue;
import dev.calmdesk.catalogue.ProductSheet;
import dev.calmdesk.clock.Clocks;
import dev.calmdesk.complaint.ComplaintStep;
import dev.calmdesk.complaint.ComplaintVocabulary;
import dev.calmdesk.complaint.Complaints;
import dev.calmdesk.complaint.DepartmentTasks;
import dev.calmdesk.complaint.EvidenceFiles;
import dev.calmdesk.complaint.FollowUps;
import dev.calmdesk.complaint.Learning;
import dev.calmdesk.complaint.Remedies;
import dev.calmdesk.complaint.StepRecords;
import dev.calmdesk.complaint.Suggestions;
import dev.calmdesk.contact.ContactVocabulary;
import dev.calmdesk.contact.Contacts;
import dev.calmdesk.contact.Direction;
import dev.calmdesk.contact.Drafts;
import dev.calmdesk.contact.Touchpoint;
import dev.calmdesk.customer.Customer;
import dev.calmdesk.customer.CustomerDraft;
import dev.calmdesk.customer.CustomerDraft.NumberDraft;
import dev.calmdesk.customer.Customers;
import dev.calmdesk.customer.MaskedNumber;
import dev.calmdesk.customer.Names;
import dev.calmdesk.customer.NumberType;
import dev.calmdesk.customer.Title;
import dev.calmdesk.data.Database;
import dev.calmdesk.flow.Channel;
import dev.calmdesk.inquiry.Inquiries;
import dev.calmdesk.inquiry.InquiryVocabulary;
import dev.calmdesk.pack.PackFolder;
import dev.calmdesk.people.Actor;
import dev.calmdesk.people.Passwords;
import dev.calmdesk.people.People;
import dev.calmdesk.people.PersonDraft;
import dev.calmdesk.people.Role;
import dev.calmdesk.workplace.Localised;
import dev.calmdesk.workplace.Workplace;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A desk in the service centre of the demonstration company: its workplace data, a few people, every service, and the
/// story of a complaint to work with. It is Sunday, 22 November 2026, 14:21 in Shanghai.
public final class Office implements AutoCloseable {

    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /// What is read aloud or learned is left out: there is much of it and no case needs it.
    private static final Set<String> LEFT_OUT =
            Set.of("line", "scenario", "exam", "plan", "scorecard", "norm", "bulletin");

    private static final List<PackFolder.Document> PACK = pack();

    public final ManualClock clock = new ManualClock("2026-11-22T06:21:00Z");
    public final Ids ids = Ids.timeOrdered(clock);
    public final Database database = Database.inMemory(clock, ids);
    public final Workplace workplace = new Workplace(database);
    public final People people = new People(database, new Passwords(), clock, ids);
    public final Customers customers = new Customers(database, clock, ids);
    public final Catalogue catalogue = new Catalogue(database);
    public final Clocks clocks = new Clocks(database, workplace, clock, ids);
    public final Cases cases = new Cases(database, clock, ids, ZONE);
    public final Promises promises = new Promises(database, clock, ids);
    public final Unsent unsent = new Unsent(database, clock);
    public final Transfers transfers = new Transfers(database, clock, ids);
    public final Drafts drafts = new Drafts(database, clock, ids);
    public final Contacts contacts = new Contacts(database, drafts, cases, clock);
    public final StepRecords records = new StepRecords(workplace, clocks, clock, ids);
    public final Complaints complaints = new Complaints(database, workplace, cases, contacts, records, clock);
    public final Remedies remedies = new Remedies(database, workplace, cases, records, clock, ids);
    public final DepartmentTasks tasks = new DepartmentTasks(database, cases, records, clock, ids);
    public final FollowUps followUps = new FollowUps(database, cases, records, clock, ids);
    public final Learning learning = new Learning(database);
    public final Suggestions suggestions = new Suggestions(database, workplace, cases, learning, clock, ids);
    public final Inquiries inquiries = new Inquiries(database, workplace, cases, contacts, clocks, clock);

    public final Actor lin;
    public final Actor chen;
    public final Actor meng;
    public final Actor lead;
    public final Actor quality;
    public final Actor admin;
    public final Customer zhou;

    public Office() {
        var somebody = ids.next();
        database.writeDo(tx -> PACK.forEach(document ->
                workplace.put(tx, somebody, document.topic(), document.code(), document.position(), document.body())));
        database.writeDo(tx -> catalogue.put(tx, somebody, List.of(oatMilk())));
        lin = person("8021", "林晓棠", "lin xiaotang", Role.AGENT, "T1");
        chen = person("8013", "陈屿", "chen yu", Role.AGENT, "T1");
        meng = person("8051", "孟楠", "meng nan", Role.SPECIALIST, "T3");
        lead = person("8101", "周岚", "zhou lan", Role.LEAD, "T1");
        quality = person("8105", "方怡", "fang yi", Role.QUALITY, "");
        admin = person("8111", "邱宁", "qiu ning", Role.ADMIN, "");
        zhou = customers.add(lin, CustomerDraft.of(
                "周敏", Title.MS, "T1", new NumberDraft(NumberType.PHONE, "13800002207")));
    }

    private static List<PackFolder.Document> pack() {
        var documents = new ArrayList<PackFolder.Document>();
        PackFolder.withBundled("chensui", pack -> documents.addAll(pack.documents()));
        documents.removeIf(document -> LEFT_OUT.contains(document.topic()));
        return List.copyOf(documents);
    }

    private static ProductSheet oatMilk() {
        var none = new Localised(Map.of("en", "-"));
        return new ProductSheet(
                "10442", new Localised(Map.of("zh-CN", "晨穗燕麦奶", "zh-TW", "晨穗燕麥奶", "en", "Chensui Oat Milk")), "drinks",
                none, new BigDecimal("89.00"), "-", none, none, 270, List.of(), List.of());
    }

    private Actor person(String agentNo, String name, String pinyin, Role role, String team) {
        var draft = new PersonDraft(agentNo, name, pinyin, Set.of(role), team, null);
        return database.write(tx -> people.put(tx, ids.next(), draft, "-")).asActor();
    }

    public EvidenceFiles evidence(Path folder) {
        return new EvidenceFiles(database, cases, folder, clock, ids);
    }

    public Chronicle chronicle(Texts texts) {
        return new Chronicle(texts, when(texts), name(texts), List.of(
                CaseVocabulary.of(workplace, texts), ComplaintVocabulary.of(workplace, catalogue, texts),
                InquiryVocabulary.of(), ContactVocabulary.of()));
    }

    public Parties parties(Texts texts) {
        return new Parties() {
            @Override
            public String addressed(String name, String title) {
                return Names.addressed(name, Title.valueOf(title), Names.reading(name), texts.language());
            }

            @Override
            public String numbers(UUID customerId) {
                return customers.profile(customerId).numbers().stream()
                        .map(MaskedNumber::text)
                        .collect(Collectors.joining("  "));
            }
        };
    }

    public When when(Texts texts) {
        return new When(texts, ZONE, clock);
    }

    private Function<UUID, String> name(Texts texts) {
        return id -> people.find(id)
                .map(person -> person.name() + " " + person.agentNo())
                .orElseGet(() -> texts.get("cases.words.somebody"));
    }

    public void pass(long minutes) {
        clock.advance(Duration.ofMinutes(minutes));
    }

    public Instant in(long minutes) {
        return clock.instant().plus(Duration.ofMinutes(minutes));
    }

    /// Takes a call of the customer Zhou that is a complaint.
    public Case complaint(Actor by) {
        return complaint(by, zhou.id());
    }

    public Case complaint(Actor by, @Nullable UUID customer) {
        var draft = drafts.begin(by, Channel.PHONE, Touchpoint.HOTLINE, Direction.IN, "13800002207");
        if (customer != null) {
            drafts.chooseCustomer(draft.id(), customer);
        }
        return complaints.open(by, draft.id());
    }

    public Case inquiry(Actor by, String question) {
        var draft = drafts.begin(by, Channel.CHAT, Touchpoint.CHAT, Direction.IN, null);
        drafts.chooseCustomer(draft.id(), zhou.id());
        var opened = inquiries.open(by, draft.id());
        inquiries.finish(by, opened.id(), "greet", Map.of("inquiry.greeted", "true"));
        return inquiries.finish(by, opened.id(), "listen", Map.of(
                "inquiry.question", question, "inquiry.category", "membership/points"));
    }

    /// The form fields of a step that let it be finished.
    public static Map<String, String> filled(ComplaintStep step) {
        return switch (step) {
            case SOOTHE -> Map.of(
                    "soothing.empathy_shown", "true", "soothing.apology_given", "true", "soothing.line_said", "先问健康");
            case RECORD -> account();
            case CLASSIFY -> Map.of(
                    "assessment.category", "food-safety/off-taste", "assessment.harm", "discomfort",
                    "assessment.people", "vulnerable", "assessment.media", "none", "assessment.regulator", "none",
                    "assessment.batch", "several", "assessment.department", "quality", "assessment.severity", "S1",
                    "assessment.grade", "COMPLEX");
            case RESOLVE -> Map.of(
                    "investigation.findings", "同批留样酸度超标，确认为灭菌段温度波动", "investigation.confirmed", "CONFIRMED",
                    "decision.plan", "整箱退款并赔付，寄回样品检测", "decision.reason", "确认属于质量问题", "decision.told", "true",
                    "decision.answer", "ACCEPTED", "decision.answer_words", "可以，谢谢你们处理得快");
            case FOLLOW_UP -> Map.of(
                    "follow_up.received", "YES", "follow_up.satisfaction", "5", "follow_up.root_cause",
                    "quality/sterilisation", "follow_up.closing_code", "accepted", "follow_up.customer_words", "很满意");
        };
    }

    private static HashMap<String, String> account() {
        var form = new HashMap<String, String>();
        form.put("account.happened_at", "昨晚七点半左右");
        form.put("account.place", "家中（杭州 · 西湖区）");
        form.put("account.people", "本人、5 岁女儿");
        form.put("account.event", "晚饭时打开燕麦奶，女儿喝了两口说味道发酸，倒出来看到有絮状沉淀。女儿当晚肚子不舒服，今早已好转。");
        form.put("account.expectation", "退这一箱的钱，并告诉她是不是整批有问题");
        form.put("account.sku", "10442");
        form.put("account.not_known", "account.batch");
        form.put("account.bought_from", "旗舰店");
        form.put("account.order_no", "CS261107-3244");
        form.put("account.read_back", "CONFIRMED");
        form.put("account.acknowledged", "true");
        return form;
    }

    /// The complaint of the customer Zhou up to a request for approval: furious at 14:21, calmer, recorded, S1, offered to
    /// the specialist, promised, refund asked.
    public Case story() {
        var subject = complaint(lin);
        complaints.noteEmotion(lin, subject.id(), 4);
        pass(3);
        complaints.noteEmotion(lin, subject.id(), 2);
        complaints.finish(lin, subject.id(), ComplaintStep.SOOTHE, filled(ComplaintStep.SOOTHE));
        pass(7);
        complaints.finish(lin, subject.id(), ComplaintStep.RECORD, filled(ComplaintStep.RECORD));
        pass(1);
        transfers.ask(lin, subject.id(), new Transfers.Offer(meng.id(), "T3", "safety", "孩子已好转，客户在等抽检安排"));
        pass(1);
        complaints.finish(lin, subject.id(), ComplaintStep.CLASSIFY, filled(ComplaintStep.CLASSIFY));
        pass(1);
        tasks.ask(lin, subject.id(), "quality", "调取同批留样，检测感官、菌落与酸度", in(24 * 60));
        pass(1);
        promises.make(lin, subject.id(), "15:00 前回电，告知整批抽检安排", in(25));
        pass(1);
        remedies.propose(lin, subject.id(), refund());
        return cases.find(subject.id()).orElseThrow();
    }

    /// A complaint that the lead took through all its steps to the end.
    public Case closedComplaint() {
        var subject = complaint(lead);
        complaints.noteEmotion(lead, subject.id(), 3);
        for (var step : ComplaintStep.values()) {
            pass(1);
            if (step == ComplaintStep.FOLLOW_UP) {
                followUps.reached(lead, subject.id(), null);
                pass(1);
                complaints.close(lead, subject.id(), filled(step));
            } else {
                complaints.finish(lead, subject.id(), step, filled(step));
            }
        }
        return cases.find(subject.id()).orElseThrow();
    }

    public Remedies.Proposal refund() {
        return new Remedies.Proposal(
                "REFUND", new Money(35600, "CNY"), "整箱先行退款", "先行退款规则", "quality", in(120),
                "整箱疑似变质，孩子不适已好转，客户为金卡，30 天内第 2 次投诉。");
    }

    /// A team's day: the story of the customer Zhou and cases at other steps, of other people, with little and much time.
    public void someCases() {
        described(chen, "两瓶漏液，纸箱湿透", "logistics/damaged", "S2", Map.of("media", "threatened"));
        described(lin, "活动说送的杯子没有收到", "price/gift", "S3", Map.of());
        pass(60);
        described(chen, "瓶盖一拧就裂", "quality/packaging", "S3", Map.of());
        var points = inquiry(lin, "积分为什么月底清零了？");
        promises.make(lin, points.id(), "查清积分明细后回复", in(130));
        pass(40);
        complaint(chen, null);
        story();
        pass(17);
    }

    private void described(Actor by, String event, String category, String severity, Map<String, String> more) {
        var subject = complaint(by);
        var account = account();
        account.put("account.event", event);
        complaints.noteEmotion(by, subject.id(), 3);
        complaints.finish(by, subject.id(), ComplaintStep.SOOTHE, filled(ComplaintStep.SOOTHE));
        complaints.finish(by, subject.id(), ComplaintStep.RECORD, account);
        var facts = new HashMap<>(Map.of(
                "assessment.category", category, "assessment.harm", "none", "assessment.people", "one",
                "assessment.media", "none", "assessment.regulator", "none", "assessment.batch", "single",
                "assessment.severity", severity, "assessment.department", "logistics", "assessment.grade", "GENERAL"));
        more.forEach((field, value) -> facts.put("assessment." + field, value));
        facts.put("assessment.override_reason", "与客户核对后");
        complaints.finish(by, subject.id(), ComplaintStep.CLASSIFY, facts);
    }

    @Override
    public void close() {
        database.close();
    }
}
