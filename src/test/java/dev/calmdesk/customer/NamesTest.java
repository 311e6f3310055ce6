package dev.calmdesk.customer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class NamesTest {

    @Test
    void aCustomerIsAddressedBySurnameAndTitle() {
        assertThat(in(Locale.SIMPLIFIED_CHINESE, "周敏", Title.MS)).isEqualTo("周女士");
        assertThat(in(Locale.SIMPLIFIED_CHINESE, "欧阳静", Title.MS)).isEqualTo("欧阳女士");
        assertThat(in(Locale.TRADITIONAL_CHINESE, "歐陽靜", Title.MR)).isEqualTo("歐陽先生");
        assertThat(in(Locale.SIMPLIFIED_CHINESE, "周敏", Title.NONE)).isEqualTo("周敏");
        assertThat(in(Locale.SIMPLIFIED_CHINESE, "John Smith", Title.MR)).isEqualTo("Smith 先生");
        assertThat(in(Locale.ENGLISH, "周敏", Title.MS)).isEqualTo("Ms Zhou");
        assertThat(in(Locale.ENGLISH, "欧阳静", Title.MS)).isEqualTo("Ms Ouyang");
        assertThat(in(Locale.ENGLISH, "单雄", Title.MR)).isEqualTo("Mr Shan");
        assertThat(in(Locale.ENGLISH, "周敏", Title.NONE)).isEqualTo("Zhou Min");
        assertThat(in(Locale.ENGLISH, "Mary Jane Smith", Title.MS)).isEqualTo("Ms Smith");
        assertThat(in(Locale.ENGLISH, "John Smith", Title.NONE)).isEqualTo("John Smith");
    }

    @Test
    void aReadingIsSurnameThenTheRest() {
        assertThat(Names.reading("周敏")).isEqualTo("zhou min");
        assertThat(Names.reading("何建川")).isEqualTo("he jianchuan");
        assertThat(Names.reading("欧阳静")).isEqualTo("ouyang jing");
        assertThat(Names.reading("曾")).isEqualTo("zeng");
        assertThat(Names.reading("José  O'Neil")).isEqualTo("jose oneil");
        assertThat(Names.spelled(" Lǚ  Xiǎo-táng ")).isEqualTo("lv xiaotang");
    }

    @Test
    void theTitleIsTakenOffWhatWasTyped() {
        assertThat(Names.withoutTitle("周女士")).isEqualTo(new Names.Titled("周", Title.MS));
        assertThat(Names.withoutTitle("周小姐")).isEqualTo(new Names.Titled("周", Title.MS));
        assertThat(Names.withoutTitle(" 欧阳 先生 ")).isEqualTo(new Names.Titled("欧阳", Title.MR));
        assertThat(Names.withoutTitle("Mr. Zhou")).isEqualTo(new Names.Titled("Zhou", Title.MR));
        assertThat(Names.withoutTitle("mrs zhou")).isEqualTo(new Names.Titled("zhou", Title.MS));
        assertThat(Names.withoutTitle("先生")).isEqualTo(new Names.Titled("先生", Title.NONE));
        assertThat(Names.withoutTitle("周敏")).isEqualTo(new Names.Titled("周敏", Title.NONE));
    }

    private static String in(Locale language, String name, Title title) {
        return Names.addressed(name, title, Names.reading(name), language);
    }
}
