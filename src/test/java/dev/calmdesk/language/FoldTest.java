package dev.calmdesk.language;

import static org.assertj.core.api.Assertions.assertThat;

import dev.calmdesk.support.SomeTexts;
import org.junit.jupiter.api.Test;

class FoldTest {

    @Test
    void widthCaseAndScriptFallTogether() {
        assertThat(Fold.text("ＡＢＣ１２３ 退貨運費 冷萃烏龍茶")).isEqualTo("abc123 退货运费 冷萃乌龙茶");
        assertThat(Fold.text("線上客服臺灣與麵條")).isEqualTo(Fold.text("线上客服台湾与面条"));
    }

    @Test
    void invisibleCharactersOfPastedTextFallAway() {
        assertThat(Fold.text("燕麦\u200b奶\ufeff")).isEqualTo("燕麦奶");
    }

    @Test
    void aPositionLeadsBackToTheShownPiece() {
        var folded = Fold.of("重量㎏和①號ｶﾞ");
        assertThat(folded.text()).isEqualTo("重量kg和1号ガ");
        assertThat(folded.shownOf(2, 4)).isEqualTo("㎏");
        assertThat(folded.shownOf(3, 4)).isEqualTo("㎏");
        assertThat(folded.shownOf(6, 7)).isEqualTo("號");
        assertThat(folded.shownOf(7, 8)).isEqualTo("ｶﾞ");
    }

    @Test
    void foldingTwiceIsFoldingOnce() {
        assertThat(SomeTexts.any(20_000, 12)).allSatisfy(text -> {
            var once = Fold.text(text);
            assertThat(Fold.text(once)).isEqualTo(once);
        });
    }

    @Test
    void everyPositionLiesInsideTheShownTextAndNeverGoesBack() {
        assertThat(SomeTexts.any(5_000, 12)).allSatisfy(text -> {
            var folded = Fold.of(text);
            for (var i = 0; i < folded.length(); i++) {
                assertThat(folded.start(i)).isBetween(i == 0 ? 0 : folded.start(i - 1), folded.end(i) - 1);
                assertThat(folded.end(i)).isLessThanOrEqualTo(text.length());
            }
        });
    }

    @Test
    void everyCommonChineseCharacterStaysOneCharacterInItsPlace() {
        for (var character = '\u4e00'; character <= '\u9fff'; character++) {
            var folded = Fold.of("a" + character + "b");
            assertThat(folded.length()).isEqualTo(3);
            assertThat(folded.shownOf(1, 2)).isEqualTo(String.valueOf(character));
        }
    }
}
