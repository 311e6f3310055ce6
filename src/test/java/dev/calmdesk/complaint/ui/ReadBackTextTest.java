package dev.calmdesk.complaint.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadBackTextTest {

    private static final Map<String, String> FORM = Map.of(
            "account.happened_at", "昨晚", "account.place", "家中", "account.event", "味道发酸！", "account.sku", "10442",
            "account.batch", "L260911-1", "account.sample_kept", "PACKAGING_ONLY", "account.order_no", "7731",
            "account.expectation", "退款。");

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "zh-CN | 时间是昨晚，地点是家中。经过：味道发酸。产品是晨穗燕麦奶，批号 L260911-1，只剩包装。购买信息：订单号 7731。您希望：退款。",
        "zh-TW | 時間是昨晚，地點是家中。經過：味道发酸。產品是晨穗燕麥奶，批號 L260911-1，只剩包裝。購買資訊：訂單編號 7731。您希望：退款。",
        "en | I noted when: 昨晚, where: 家中. What happened: 味道发酸. The product is Chensui Oat Milk, batch L260911-1, Only the packaging. You bought it order 7731. You would like: 退款."
    })
    void saysWhatIsKnownInTheUsersLanguage(String language, String expected) throws Exception {
        try (var desk = new ComplaintDesk(folder, Locale.forLanguageTag(language))) {
            assertThat(ReadBackText.of(FORM, desk.model.words())).isEqualTo(expected);
        }
    }

    @Test
    void whatIsNotKnownOrEmptyIsLeftOut() throws Exception {
        try (var desk = new ComplaintDesk(folder)) {
            var words = desk.model.words();
            assertThat(ReadBackText.of(Map.of(), words)).isEmpty();
            for (var field : List.of("happened_at", "place", "batch", "order_no", "expectation")) {
                var form = new HashMap<>(FORM);
                form.put("account.not_known", "account.people,account." + field);
                var hidden = ReadBackText.of(form, words);

                assertThat(hidden).as(field).hasSizeLessThan(ReadBackText.of(FORM, words).length());
                assertThat(hidden).doesNotContain("，。", "。。", "：。");
            }
        }
    }
}
