package dev.calmdesk.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.calmdesk.base.Ids;
import dev.calmdesk.base.Problem;
import dev.calmdesk.customer.CustomerDraft.NumberDraft;
import dev.calmdesk.customer.CustomerDraft.PurchaseDraft;
import dev.calmdesk.customer.Recognition.Candidate;
import dev.calmdesk.customer.Recognition.Certainty;
import dev.calmdesk.customer.Recognition.Match;
import dev.calmdesk.data.Database;
import dev.calmdesk.data.Journal;
import dev.calmdesk.people.Actor;
import dev.calmdesk.people.Role;
import dev.calmdesk.support.ManualClock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CustomersTest {

    private final ManualClock clock = new ManualClock("2026-11-22T02:00:00Z");
    private final Ids ids = Ids.timeOrdered(clock);
    private final Database database = Database.inMemory(clock, ids);
    private final Customers customers = new Customers(database, clock, ids);
    private final Actor agent = new Actor(ids.next(), "8021", "林晓棠", Set.of(Role.AGENT), "T1");
    private final Actor lead = new Actor(ids.next(), "8101", "周岚", Set.of(Role.LEAD), "T1");
    private final Actor admin = new Actor(ids.next(), "8111", "邱宁", Set.of(Role.ADMIN), "");

    private Customer zhouMin;
    private Customer heJianchuan;
    private Customer ouyangJing;

    @BeforeEach
    void addSome() {
        zhouMin = added("周敏", Title.MS, "13800002207", purchase("CS261107-3244", "2026-11-07"));
        heJianchuan = added("何建川", Title.MR, "13800001312", purchase("CS260928-3655", "2026-09-28"));
        ouyangJing = added("欧阳静", Title.MS, "13800001725", purchase("CS261105-4477", "2026-11-05"));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aWholeNumberInAnyFormIsKnown() {
        customers.addNumber(agent, zhouMin.id(), NumberType.EMAIL, "ZhouMin@example.com");
        customers.addNumber(agent, zhouMin.id(), NumberType.LANDLINE, "0571-8765 4321");
        customers.addNumber(agent, zhouMin.id(), NumberType.SOCIAL_ACCOUNT, "@min_zhou");

        for (var typed : List.of("13800002207", "+86 138 0000 2207", "013800002207", "１３８-００００-２２０７",
                "zhoumin@EXAMPLE.com", "+86 571 87654321", "@Min_Zhou", "CS261107-3244", "cs261107 3244")) {
            assertThat(customers.recognise(typed).known()).as(typed).contains(zhouMin);
        }
    }

    @Test
    void oneOrderOfSeveralLinesIsStillOneCustomer() {
        customers.addPurchase(agent, zhouMin.id(), new PurchaseDraft(
                "CS261107-3244", "晨穗旗舰店", "2026-11-07", "20150", null, 1, 3900, "CNY"));

        assertThat(customers.recognise("CS261107-3244").known()).contains(zhouMin);
        assertThat(customers.profile(zhouMin.id()).purchases()).hasSize(2);
    }

    @Test
    void aNumberOfSeveralIsMaybeAndWhoeverBoughtLastComesFirst() {
        var husband = added("周立", Title.MR, "13800002207", purchase("CS261120-0001", "2026-11-20"));

        var recognition = customers.recognise("138 0000 2207");

        assertThat(recognition.certainty()).isEqualTo(Certainty.MAYBE);
        assertThat(recognition.known()).isEmpty();
        assertThat(recognition.candidates())
                .containsExactly(
                        new Candidate(husband, Match.NUMBER, "138****2207"),
                        new Candidate(zhouMin, Match.NUMBER, "138****2207"));
    }

    @Test
    void lastDigitsAreMaybeAndTheNumberThatFitsIsShownMasked() {
        customers.addNumber(agent, zhouMin.id(), NumberType.PHONE, "13900009876");

        assertThat(customers.recognise("9876").candidates())
                .containsExactly(new Candidate(zhouMin, Match.NUMBER_END, "139****9876"));
        assertThat(customers.recognise("0000 1312").candidates())
                .containsExactly(new Candidate(heJianchuan, Match.NUMBER_END, "138****1312"));
        assertThat(customers.recognise("4477").candidates())
                .containsExactly(new Candidate(ouyangJing, Match.ORDER_END, "138****1725"));
        assertThat(customers.recognise("9876").certainty()).isEqualTo(Certainty.MAYBE);
        assertThat(customers.recognise("876")).isEqualTo(Recognition.NOBODY);
        assertThat(customers.recognise("5555")).isEqualTo(Recognition.NOBODY);
    }

    @Test
    void namesAreFoundByCharactersEitherScriptSoundAndInitials() {
        var zhouMinSameName = added("周敏", Title.MR, "13800009901");
        var zhouMinOtherCharacter = added("周民", Title.MR, "13800009902");
        var zhouMinhua = added("周敏华", Title.NONE, "13800009903");
        added("李想", Title.MR, "13800009904");
        added("林想", Title.MR, "13800009905");

        assertThat(found("周敏")).containsExactly(zhouMin, zhouMinSameName, zhouMinhua, zhouMinOtherCharacter);
        assertThat(found("周女士")).containsExactly(zhouMin, zhouMinhua);
        assertThat(found("周敏先生")).containsExactly(zhouMinSameName, zhouMinhua, zhouMinOtherCharacter);
        assertThat(found("zhoumin")).containsExactly(zhouMin, zhouMinOtherCharacter, zhouMinSameName, zhouMinhua);
        assertThat(found("Zhou Min")).isEqualTo(found("zhoumin"));
        assertThat(found("zhou")).hasSize(4);
        assertThat(found("Ms Zhou")).containsExactly(zhouMin, zhouMinhua);
        assertThat(found("zm")).containsExactly(zhouMin, zhouMinhua, zhouMinOtherCharacter, zhouMinSameName);
        assertThat(found("zmh")).containsExactly(zhouMinhua);
        assertThat(found("歐陽靜")).containsExactly(ouyangJing);
        assertThat(found("欧阳女士")).containsExactly(ouyangJing);
        assertThat(found("建川")).containsExactly(heJianchuan);
        assertThat(found("李")).extracting(Customer::name).containsExactly("李想");
        assertThat(customers.recognise("欧阳静").certainty()).isEqualTo(Certainty.MAYBE);
    }

    @Test
    void whatMeansNobodyIsUnknown() {
        for (var typed : List.of("", "  ", "吴", "z", "nobody@example.com", "13999999999", "%", "'", "x".repeat(5000))) {
            assertThat(customers.recognise(typed)).as(typed).isEqualTo(Recognition.NOBODY);
        }
    }

    @Test
    void peopleEnteredTwiceArePointedOut() {
        var sameName = added("周敏", Title.NONE, "13800009901");
        var sameNumber = added("小周", Title.MS, "+86 138 0000 2207");

        assertThat(customers.lookalikes(zhouMin.id()))
                .extracting(Candidate::customer, Candidate::match)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(sameNumber, Match.NUMBER),
                        org.assertj.core.groups.Tuple.tuple(sameName, Match.NAME));
        assertThat(customers.lookalikes(heJianchuan.id())).isEmpty();
    }

    @Test
    void aProfileShowsMaskedNumbersAndTheNewestPurchaseFirst() {
        customers.addPurchase(agent, zhouMin.id(), purchase("CS261120-0002", "2026-11-20"));

        var profile = customers.profile(zhouMin.id());

        assertThat(profile.customer()).isEqualTo(zhouMin);
        assertThat(profile.numbers()).extracting(MaskedNumber::text).containsExactly("138****2207");
        assertThat(profile.purchases()).extracting(Purchase::boughtOn).containsExactly("2026-11-20", "2026-11-07");
        assertThat(profile.toString()).doesNotContain("13800002207").doesNotContain("周敏");
    }

    @Test
    void clearNumbersNeedAReasonAndAreJournalled() {
        assertRefused("customer.problem.reason_missing", () -> customers.reveal(agent, zhouMin.id(), "  "));
        assertThatThrownBy(() -> customers.reveal(admin, zhouMin.id(), "试一下")).isInstanceOf(Problem.NotAllowed.class);

        var numbers = customers.reveal(agent, zhouMin.id(), "回电约定");

        assertThat(numbers).extracting(CustomerNumber::number).containsExactly("13800002207");
        var last = database.read(handle -> Journal.of(handle, zhouMin.id())).getLast();
        assertThat(last.act()).isEqualTo("revealed");
        assertThat(last.author()).isEqualTo(agent.id());
        assertThat(last.to("reason")).contains("回电约定");
    }

    @Test
    void aNewNameSoundsAnewUnlessTheReadingIsGiven() {
        var renamed = customers.change(agent, zhouMin.id(), Map.of("name", " 曾敏 ", "title", Title.NONE));
        assertThat(renamed.pinyin()).isEqualTo("zeng min");
        assertThat(renamed.initials()).isEqualTo("zm");
        assertThat(renamed.addressed(Locale.CHINA)).isEqualTo("曾敏");

        var read = customers.change(agent, zhouMin.id(), Map.of("pinyin", "Céng Mǐn", "birthday", "1990-02-28"));
        assertThat(read.pinyin()).isEqualTo("ceng min");
        assertThat(found("cengmin")).containsExactly(read);
        assertThat(customers.change(agent, zhouMin.id(), java.util.Collections.singletonMap("birthday", "")).birthday())
                .isNull();
    }

    @Test
    void wrongEntriesAreRefused() {
        assertRefused("customer.problem.name_missing", () -> customers.change(agent, zhouMin.id(), Map.of("name", " ")));
        assertRefused("customer.problem.date_invalid",
                () -> customers.change(agent, zhouMin.id(), Map.of("birthday", "1990-02-30")));
        assertRefused("customer.problem.number_invalid",
                () -> customers.addNumber(agent, zhouMin.id(), NumberType.EMAIL, "zhou"));
        assertRefused("customer.problem.purchase_invalid",
                () -> customers.addPurchase(agent, zhouMin.id(), new PurchaseDraft(
                        "X1", "小程序", "2026-11-01", "10442", null, 0, 100, "CNY")));
        assertThatThrownBy(() -> customers.change(agent, zhouMin.id(), Map.of("team", "T2")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> customers.addNumber(agent, ids.next(), NumberType.PHONE, "13800000001"))
                .isInstanceOf(java.util.NoSuchElementException.class);
    }

    @Test
    void onlyLeadersRaiseATierOrMoveACustomer() {
        assertThatThrownBy(() -> customers.change(agent, zhouMin.id(), Map.of("tier", Tier.GOLD)))
                .isInstanceOf(Problem.NotAllowed.class);
        assertThatThrownBy(() -> customers.move(agent, zhouMin.id(), "T2")).isInstanceOf(Problem.NotAllowed.class);
        customers.change(agent, zhouMin.id(), Map.of("tier", Tier.STANDARD, "city", "杭州"));

        customers.change(lead, zhouMin.id(), Map.of("tier", Tier.GOLD));
        customers.move(lead, zhouMin.id(), "T2");

        assertThat(customers.get(zhouMin.id()))
                .extracting(Customer::tier, Customer::team, Customer::city)
                .containsExactly(Tier.GOLD, "T2", "杭州");
    }

    @Test
    void addingTheSameNumberOrOrderLineTwiceKeepsTheFirst() {
        var first = customers.addNumber(agent, zhouMin.id(), NumberType.PHONE, "13900000001");

        assertThat(customers.addNumber(agent, zhouMin.id(), NumberType.PHONE, "+86 139 0000 0001")).isEqualTo(first);
        customers.addPurchase(agent, zhouMin.id(), purchase("cs261107-3244", "2026-11-07"));
        assertThat(customers.profile(zhouMin.id()).purchases()).hasSize(1);
    }

    @Test
    void importingTwiceMakesNothingTwice() {
        var id = UUID.nameUUIDFromBytes("c01".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        var draft = new CustomerDraft("罗启明", Title.MR, "luo qiming", Tier.GOLD, Stage.GROWING, "南京", null, "T1", null,
                List.of(new NumberDraft(NumberType.PHONE, "13800001533")),
                List.of(purchase("CS261110-4203", "2026-11-10")));

        var first = database.write(tx -> customers.put(tx, lead.id(), id, draft));
        clock.advance(Duration.ofDays(1));
        var second = database.write(tx -> customers.put(tx, lead.id(), id, draft));

        assertThat(second).isEqualTo(first);
        assertThat(customers.profile(id).numbers()).hasSize(1);
        assertThat(customers.profile(id).purchases()).hasSize(1);
    }

    private Customer added(String name, Title title, String phone, PurchaseDraft... purchases) {
        clock.advance(Duration.ofSeconds(1));
        return customers.add(agent, new CustomerDraft(name, title, null, Tier.STANDARD, Stage.NEW, null, null, "T1", null,
                List.of(new NumberDraft(NumberType.PHONE, phone)), List.of(purchases)));
    }

    private static PurchaseDraft purchase(String orderNo, String boughtOn) {
        return new PurchaseDraft(orderNo, "晨穗旗舰店", boughtOn, "10442", "L260911-1", 2, 17_800, "CNY");
    }

    private List<Customer> found(String typed) {
        return customers.recognise(typed).candidates().stream().map(Candidate::customer).toList();
    }

    private static void assertRefused(String textKey, org.assertj.core.api.ThrowableAssert.ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(Problem.class, it -> assertThat(it.textKey()).isEqualTo(textKey));
    }
}
