package dev.calmdesk.language;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
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

    @Property(tries = 2000)
    void foldingTwiceIsFoldingOnce(@ForAll @StringLength(max = 12) String text) {
        var once = Fold.text(text);
        assertThat(Fold.text(once)).isEqualTo(once);
    }

    @Property(tries = 2000)
    void everyPositionLiesInsideTheShownTextAndNeverGoesBack(@ForAll @StringLength(max = 12) String text) {
        var folded = Fold.of(text);
        for (var i = 0; i < folded.length(); i++) {
            assertThat(folded.start(i)).isBetween(0, folded.end(i) - 1);
            assertThat(folded.end(i)).isLessThanOrEqualTo(text.length());
            if (i > 0) {
                assertThat(folded.start(i)).isGreaterThanOrEqualTo(folded.start(i - 1));
            }
        }
    }

    @Property(tries = 500)
    void chineseTextKeepsItsLengthAndPositions(@ForAll @CharRange(from = '\u4e00', to = '\u9fff') String text) {
        var folded = Fold.of(text);
        assertThat(folded.length()).isEqualTo(text.length());
        for (var i = 0; i < text.length(); i++) {
            assertThat(folded.start(i)).isEqualTo(i);
        }
    }
}
