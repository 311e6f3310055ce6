package dev.calmdesk.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.calmdesk.support.SomeTexts;
import org.junit.jupiter.api.Test;

class RecordedQueryTest {

    @Test
    void theTellingWordsRemain() {
        var query = new RecordedQuery(
                "晨穗燕麦奶", "L260911-1", "异味", "我昨天打开的一瓶里面有絮状沉淀，喝了以后拉肚子", "希望你们全额退款");

        assertThat(query.text()).isEqualTo("晨穗燕麦奶 异味 有絮状沉淀 拉肚子 全额退款 L260911-1");
    }

    @Test
    void whatWasSaidAlreadyIsNotRepeated() {
        assertThat(new RecordedQuery("燕麦奶", "", "", "燕麥奶 沉淀 沉淀", "").text()).isEqualTo("燕麦奶 沉淀");
    }

    @Test
    void countsAndSmallNumbersSayNothing() {
        assertThat(RecordedQuery.telling("11月20日买的3瓶漏液，单号 20261120")).containsExactly("漏液", "单号", "20261120");
    }

    @Test
    void englishWordsAreChosenToo() {
        assertThat(new RecordedQuery("Oat Milk", "", "", "I found that the milk has sediment in it", "I want a refund").text())
                .isEqualTo("Oat Milk sediment refund");
    }

    @Test
    void nothingRecordedIsNothingToSearchFor() {
        assertThat(new RecordedQuery("", "", "", "", "").text()).isEmpty();
        assertThat(new RecordedQuery(" ", "", "", "我们你们的，这个那个", "").text()).isEmpty();
    }

    @Test
    void itNeverGrowsLong() {
        assertThat(SomeTexts.any(2_000, 120))
                .allSatisfy(text -> assertThat(new RecordedQuery("晨穗燕麦奶", "L260911-1", "异味", text, text).text())
                        .hasSizeLessThanOrEqualTo(40));
    }
}
