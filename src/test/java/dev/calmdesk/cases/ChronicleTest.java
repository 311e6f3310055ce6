package dev.calmdesk.cases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.calmdesk.base.Money;
import dev.calmdesk.base.Texts;
import dev.calmdesk.complaint.ComplaintStep;
import dev.calmdesk.support.Office;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ChronicleTest {

    private final Office office = new Office();

    @AfterEach
    void close() {
        office.close();
    }

    private List<Happening> told(UUID subject) {
        return told(subject, Locale.SIMPLIFIED_CHINESE);
    }

    private List<Happening> told(UUID subject, Locale language) {
        return office.chronicle(new Texts(language)).tell(office.cases.history(subject));
    }

    private static String details(Happening happening) {
        return happening.details().stream()
                .map(detail -> detail.label() + "：" + detail.text())
                .collect(Collectors.joining("\n"));
    }

    private Happening last(UUID subject) {
        return told(subject).getLast();
    }

    @Test
    void aComplaintReadsLikeAColleaguesLog() {
        var subject = office.story();

        assertThat(told(subject.id()).stream().map(item -> item.when() + " " + item.sentence()))
                .containsExactly(
                        "14:21 建立工单：投诉 · 电话",
                        "14:21 客户情绪：4（愤怒）",
                        "14:24 客户情绪：2（不快）",
                        "14:24 安抚完成",
                        "14:31 记录完成",
                        "14:32 请求转交：孟楠 8051 · 专员组",
                        "14:33 定级：S1 严重 · 食品安全 · 异味变味 · 质量部",
                        "14:34 请部门协办：质量部",
                        "14:35 承诺客户：15:00 前回电，告知整批抽检安排",
                        "14:36 申请审批：退款 · ¥356.00");
    }

    @Test
    void whatMattersIsSeenByItsTone() {
        var subject = office.story();

        assertThat(told(subject.id()))
                .extracting(Happening::tone)
                .containsExactly(
                        Tone.PLAIN, Tone.GRAVE, Tone.PLAIN, Tone.PLAIN, Tone.PLAIN, Tone.WAITING, Tone.GRAVE, Tone.WAITING,
                        Tone.WAITING, Tone.WAITING);
    }

    @Test
    void detailsStandInTheOrderOfTheFormAndInTheReadersWords() {
        var subject = office.story();

        assertThat(details(told(subject.id()).get(4))).isEqualTo("""
                发生时间：昨晚七点半左右
                地点：家中（杭州 · 西湖区）
                涉及的人：本人、5 岁女儿
                事情经过：晚饭时打开燕麦奶，女儿喝了两口说味道发酸，倒出来看到有絮状沉淀。女儿当晚肚子不舒服，今早已好转。
                客户期望：退这一箱的钱，并告诉她是不是整批有问题
                产品：晨穗燕麦奶
                购买渠道：旗舰店
                订单号：CS261107-3244
                客户不详：生产批号
                复述结果：客户确认无误
                已告知受理：是
                环节：记录 → 分类""");
        assertThat(details(told(subject.id(), Locale.ENGLISH).get(6))).isEqualTo("""
                Harm to a person：Discomfort, no doctor seen
                People concerned：Infant, child, pregnant or elderly person
                Publicity：None
                Regulator：None
                Same batch：Several of the batch
                Grade：Complex
                Step：Classify → Resolve""");
    }

    @Test
    void aCorrectionSaysFromWhatToWhat() {
        var subject = office.story();
        office.complaints.finish(office.lin, subject.id(), ComplaintStep.RECORD, Map.of("account.people", "本人、6 岁女儿"));

        assertThat(details(last(subject.id()))).isEqualTo("涉及的人：本人、5 岁女儿 → 本人、6 岁女儿");
    }

    @Test
    void aDecisionOnARequestIsOneDeed() {
        var subject = office.story();
        office.pass(2);
        var approval = office.remedies.waiting().getFirst();
        office.remedies.approve(office.lead, approval.id(), new Money(30000, "CNY"), "按先行退款上限");

        assertThat(last(subject.id()).sentence()).isEqualTo("批准申请：退款 · ¥300.00");
        assertThat(last(subject.id()).author()).isEqualTo("周岚 8101");
        assertThat(details(last(subject.id()))).isEqualTo("审批意见：按先行退款上限\n金额：¥356.00 → ¥300.00");
    }

    @Test
    void takingACaseOverIsOneDeed() {
        var subject = office.story();
        office.pass(2);
        office.transfers.accept(office.meng, office.transfers.waiting(subject.id()).orElseThrow().id());

        assertThat(last(subject.id()).sentence()).isEqualTo("接收工单");
        assertThat(details(last(subject.id()))).isEqualTo("负责人：林晓棠 8021 → 孟楠 8051");
    }

    @Test
    void aMovedPromiseTellsTheNewTimeAndWhy() {
        var subject = office.story();
        office.pass(1);
        office.promises.move(
                office.lin, office.promises.of(subject.id()).getFirst().id(), office.in(60), "客户在开会，约四点前");

        assertThat(last(subject.id()).sentence()).isEqualTo("承诺改期：15:00 前回电，告知整批抽检安排");
        assertThat(details(last(subject.id()))).isEqualTo("说明：客户在开会，约四点前\n兑现时间：今天 15:37");
    }

    @Test
    void leavingAContactIsOneDeedWithWhatWasTyped() {
        var subject = office.complaint(office.lin);
        office.pass(6);
        var draft = office.drafts.unfinished(office.lin.id()).getFirst();
        office.complaints.leave(office.lin, draft.id(), Map.of("account.event", "饮料发酸", "soothing.remark", "客户要赶车"));

        assertThat(last(subject.id()).sentence()).isEqualTo("接待结束：电话 · 6 分 0 秒");
        assertThat(details(last(subject.id()))).isEqualTo("备注：客户要赶车\n事情经过：饮料发酸");
    }

    @Test
    void closingTellsTheFollowUp() {
        var subject = office.closedComplaint();

        assertThat(told(subject.id()).stream().skip(5).map(Happening::sentence))
                .containsExactly("告知方案：认可", "回访联系上客户", "办结：客户认可，补救完成");
        assertThat(details(last(subject.id()))).contains("满意度（1–5）：5", "根本原因：灭菌或灌装失控", "客户的话：很满意");

        office.pass(1);
        office.complaints.reopen(office.lead, subject.id(), "退款没有到账");
        assertThat(last(subject.id()).sentence()).isEqualTo("重新打开");
        assertThat(details(last(subject.id()))).contains("内容：退款没有到账");
    }

    @Test
    void longWordsAreShortenedAndCanBeReadInFull() {
        var subject = office.complaint(office.lin);
        office.cases.note(office.lin, subject.id(), "很长的备注。".repeat(40));

        assertThat(last(subject.id()).sentence()).hasSizeLessThan(70).endsWith("…");
        assertThat(last(subject.id()).isShortened()).isTrue();
        assertThat(last(subject.id()).details().getFirst().full()).hasSize(240);
    }

    @Test
    void nothingThatHappenedIsLostAndTimeLimitsStaySilent() {
        var subject = office.story();
        var ids = told(subject.id()).stream().map(Happening::id).toList();
        var steps = Deeds.replay(office.cases.history(subject.id()));
        var entries = office.cases.history(subject.id());

        assertThat(ids).doesNotHaveDuplicates();
        assertThat(entries.stream().filter(entry -> ids.contains(entry.id())).map(entry -> entry.kind())).doesNotContain("clock");
        assertThat(Deeds.fold(steps, act -> Telling.of(Strand.STEPS, act)))
                .as("without knowledge of acts every entry stands alone")
                .hasSameSizeAs(entries);
    }

    @Test
    void anUnknownActOfANewerVersionIsStillTold() {
        var subject = office.complaint(office.lin);
        office.database.writeDo(tx -> tx.write(Note.KIND, office.ids.next())
                .set("case_id", subject.id())
                .set("author", office.lin.id())
                .set("text", "x")
                .set("at", office.clock.instant())
                .as("painted", office.lin.id()));

        assertThat(last(subject.id()).sentence()).isEqualTo("更新记录");
    }
}
