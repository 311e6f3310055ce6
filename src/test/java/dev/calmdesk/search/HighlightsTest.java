package dev.calmdesk.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.calmdesk.support.SomeTexts;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HighlightsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            燕麦奶沉淀      | 晨穗燕麦奶：沉淀与变质 | 晨穗[燕麦奶]：[沉淀]与变质
            燕麥奶沉澱      | 晨穗燕麦奶：沉淀与变质 | 晨穗[燕麦奶]：[沉淀]与变质
            燕麦奶          | 晨穗燕麥奶            | 晨穗[燕麥奶]
            yanmainai       | 晨穗燕麦奶：沉淀      | 晨穗[燕麦奶]：沉淀
            tuihuoyunf      | 七天退貨運費谁出      | 七天[退貨運費]谁出
            退huo           | 还能退吗、退货运费    | 还能退吗、[退货]运费
            ymn             | 晨穗燕麦奶：沉淀      | 晨穗[燕麦奶]：沉淀
            燕卖奶          | 晨穗燕麦奶：沉淀      | 晨穗[燕麦奶]：沉淀
            yinhang         | 银行转账              | [银行]转账
            refunds         | How a Refund is paid  | How a [Refund] is paid
            delivry         | Late delivery         | Late [delivery]
            card care       | A card we care for    | A [card] we [care] for
            card            | A card we care for    | A [card] we care for
            deliv           | Late Delivery         | Late [Delivery]
            ＡＰＰ          | 打开 App 查看         | 打开 [App] 查看
            10442           | 燕麦奶 10442、10443   | 燕麦奶 [10442]、10443
            怎么 the        | 怎么看 the label      | 怎么看 the label
            """)
    void whatIsSharedIsMarked(String typed, String title, String expected) {
        assertThat(shown(new Highlights(Typed.of(typed)).title(ShownText.of(title)))).isEqualTo(expected);
    }

    @Test
    void rangesStayInsideTheTextAndApart() {
        var texts = SomeTexts.any(400, 20).map(ShownText::of).toList();
        Stream.concat(SomeTexts.any(60, 10), Stream.of("燕麦奶", "tuihuo", "ymn", "退huo", "a1")).forEach(typed -> {
            var highlights = new Highlights(Typed.of(typed));
            texts.forEach(text -> assertSound(highlights.title(text)));
        });
    }

    private static void assertSound(Marked marked) {
        var end = -1;
        for (var range : marked.ranges()) {
            assertThat(range.start()).as("%s", marked).isGreaterThan(end);
            assertThat(range.end()).as("%s", marked).isBetween(range.start() + 1, marked.text().length());
            end = range.end();
        }
    }

    private static String shown(Marked marked) {
        var shown = new StringBuilder();
        var at = 0;
        for (var range : marked.ranges()) {
            shown.append(marked.text(), at, range.start()).append('[');
            shown.append(marked.text(), range.start(), range.end()).append(']');
            at = range.end();
        }
        return shown.append(marked.text().substring(at)).toString();
    }
}
