package dev.calmdesk.inquiry.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.calmdesk.base.Texts;
import dev.calmdesk.fx.Background;
import dev.calmdesk.fx.Theme;
import dev.calmdesk.fx.Views;
import dev.calmdesk.fx.control.Stepper;
import dev.calmdesk.support.FxTest;
import dev.calmdesk.support.Office;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import javafx.scene.Parent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class InquiryRecordTest extends FxTest {

    private final Office office = new Office();

    @AfterEach
    void close() {
        office.close();
    }

    private InquiryRecordViewModel model(UUID caseId, Locale language) {
        var model = new InquiryRecordViewModel(
                caseId, office.inquiries, office.chronicle(new Texts(language)), Background.direct());
        model.follow(office.database.changes());
        return model;
    }

    private Parent panel(UUID caseId, Locale language, Theme.Tone tone) {
        return call(() -> {
            theme.use(tone);
            return new Views(new Texts(language))
                    .load(InquiryRecordController.class, Map.of(
                            InquiryRecordController.class,
                            () -> new InquiryRecordController(model(caseId, language), new Texts(language))))
                    .root();
        });
    }

    @Test
    void whatWasAskedAndAnsweredIsShownAsItIsRecorded() {
        var subject = office.inquiry(office.lin, "积分为什么月底清零了？");
        try (var model = model(subject.id(), Locale.SIMPLIFIED_CHINESE)) {
            assertThat(model.recordProperty().get().question()).isEqualTo("积分为什么月底清零了？");
            assertThat(model.recordProperty().get().answer()).isEmpty();
            assertThat(model.recordProperty().get().steps())
                    .extracting(Stepper.Step::state)
                    .containsExactly(
                            Stepper.State.DONE, Stepper.State.DONE, Stepper.State.CURRENT, Stepper.State.TODO,
                            Stepper.State.TODO);

            office.inquiries.finish(office.lin, subject.id(), "answer", Map.of("inquiry.answer", "去年的积分 12 月 31 日到期"));
            assertThat(model.recordProperty().get().answer()).isEqualTo("去年的积分 12 月 31 日到期");
            assertThat(model.recordProperty().get().asked())
                    .extracting(fact -> fact.name() + "：" + fact.value())
                    .containsExactly("类别：会员 · 积分");
        }
    }

    @Test
    void itLooksRightInBothTones() {
        var subject = office.inquiry(office.lin, "积分为什么月底清零了？我上个月还有三千多分。");
        office.inquiries.finish(office.lin, subject.id(), "answer", Map.of(
                "inquiry.answer", "您的积分有两笔：去年获得的在 12 月 31 日到期，今年获得的还在。到期前我们会发一条提醒。",
                "inquiry.understood", "YES"));

        var light = picture(panel(subject.id(), Locale.SIMPLIFIED_CHINESE, Theme.Tone.LIGHT), 900, 480, "inquiry-record-light");
        var dark = picture(panel(subject.id(), Locale.ENGLISH, Theme.Tone.DARK), 900, 480, "inquiry-record-dark");

        assertThat(List.of(light, dark)).allSatisfy(file -> assertThat(file).isNotEmptyFile());
    }
}
