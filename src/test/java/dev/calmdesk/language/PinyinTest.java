package dev.calmdesk.language;

import static org.assertj.core.api.Assertions.assertThat;

import dev.calmdesk.support.SomeTexts;
import org.junit.jupiter.api.Test;

class PinyinTest {

    @Test
    void namesSoundAsPeopleTypeThem() {
        assertThat(Pinyin.full("周敏")).isEqualTo("zhoumin");
        assertThat(Pinyin.initials("周敏")).isEqualTo("zm");
        assertThat(Pinyin.full("吕女士")).isEqualTo("lvnvshi");
    }

    @Test
    void traditionalTextSoundsLikeSimplified() {
        assertThat(Pinyin.full("退貨運費")).isEqualTo(Pinyin.full("退货运费")).isEqualTo("tuihuoyunfei");
    }

    @Test
    void thePhraseDecidesHowAPolyphoneSounds() {
        assertThat(Pinyin.full("银行行动")).isEqualTo("yinhangxingdong");
        assertThat(Pinyin.readings('行')).containsExactly("xing", "hang");
    }

    @Test
    void surnamesHaveTheirOwnReadings() {
        assertThat(Pinyin.nameFull("单雄")).isEqualTo("shanxiong");
        assertThat(Pinyin.nameFull("尉迟敏")).isEqualTo("yuchimin");
        assertThat(Pinyin.nameInitials("曾琪")).isEqualTo("zq");
    }

    @Test
    void otherLettersAndDigitsStayAndAllElseFallsAway() {
        assertThat(Pinyin.full("Ａ型 燕麦奶（2 瓶）")).isEqualTo("axingyanmainai2ping");
        assertThat(Pinyin.initials("Tom 周")).isEqualTo("tomz");
    }

    @Test
    void thereIsOneEntryForEachFoldedCharacter() {
        assertThat(SomeTexts.any(5_000, 12))
                .allSatisfy(text -> assertThat(Pinyin.of(text)).hasSize(Fold.text(text).length()));
    }
}
