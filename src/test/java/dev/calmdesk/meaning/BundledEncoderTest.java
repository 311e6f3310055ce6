package dev.calmdesk.meaning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What the shipped model is relied on for. It runs where the product is built and tested.
class BundledEncoderTest {

    private static Encoder encoder;

    @BeforeAll
    static void load() {
        encoder = new BundledEncoder().get().orElseThrow();
    }

    private static double nearness(String one, String other) {
        return product(encoder.encode(one), encoder.encode(other));
    }

    private static double product(float[] one, float[] other) {
        return IntStream.range(0, one.length).mapToDouble(i -> (double) one[i] * other[i]).sum();
    }

    @Test
    void theSameInOtherWordsIsNearerThanAnythingElse() {
        assertThat(nearness("东西坏了想把钱要回来", "商品有质量问题如何退款"))
                .isGreaterThan(nearness("东西坏了想把钱要回来", "会员积分怎么兑换"));
        assertThat(nearness("快递一直没到", "物流信息不更新怎么办")).isGreaterThan(nearness("快递一直没到", "如何开具发票"));
        assertThat(nearness("小孩喝了会不会有事", "儿童可以饮用吗")).isGreaterThan(nearness("小孩喝了会不会有事", "门店几点关门"));
    }

    @Test
    void scriptAndWidthMakeNoDifference() {
        assertThat(encoder.encode("退貨要多久？ＡＰＰ")).isEqualTo(encoder.encode("退货要多久?app"));
    }

    @Test
    void anyTextHasADirectionOfLengthOne() {
        var texts = List.of("", " ", "退", "退货", "How do I return it?", "☃🧋𠮷", "退货。".repeat(2000), "a".repeat(5000));
        assertThat(texts).allSatisfy(text -> assertThat(product(encoder.encode(text), encoder.encode(text)))
                .isCloseTo(1, within(1e-4)));
    }

    @Test
    void theSameTextHasTheSameDirection() {
        var before = encoder.encode("保质期多久");
        encoder.encode("完全是别的事情".repeat(30));
        assertThat(encoder.encode("保质期多久")).isEqualTo(before);
        assertThat(new BundledEncoder().get().orElseThrow().encode("保质期多久")).isEqualTo(before);
    }

    @Test
    void ofALongTextTheBeginningCounts() {
        var beginning = "退货。".repeat(400);
        assertThat(encoder.encode(beginning + "发票")).isEqualTo(encoder.encode(beginning + "积分"));
    }

    @Test
    void severalMayAskAtOnce() {
        var texts = IntStream.range(0, 60).mapToObj(i -> "第" + i + "个问题怎么办").toList();
        var oneByOne = texts.stream().map(encoder::encode).toList();
        assertThat(texts.parallelStream().map(encoder::encode).toList()).containsExactlyElementsOf(oneByOne);
    }

    @Test
    void withoutAModelThereIsNone() {
        assertThat(new BundledEncoder("no-such-model").get()).isEmpty();
    }

    @Test
    void itIsLoadedOnce() {
        var bundled = new BundledEncoder();
        assertThat(bundled.get().orElseThrow()).isSameAs(bundled.get().orElseThrow());
    }
}
