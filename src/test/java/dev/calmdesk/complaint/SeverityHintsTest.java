package dev.calmdesk.complaint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.calmdesk.support.Office;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The words of the demonstration company that ask for more than the matrix: said, denied, and said of something else.
class SeverityHintsTest {

    private static final SeverityHints HINTS = hints();

    private static SeverityHints hints() {
        try (var office = new Office()) {
            return SeverityHints.of(office.workplace).orElseThrow();
        }
    }

    private static List<String> codes(String text) {
        return HINTS.in(text).stream().map(found -> found.hint().code()).toList();
    }

    @ParameterizedTest
    @CsvSource({
        "'开盖时烫伤了手',injury", "'瓶子碎了划伤手指流血',injury", "'手被割到手，已送急診',injury", "'the cap cut my finger',injury",
        "'喝完去医院挂水',doctor", "'went to hospital at night',doctor", "'突然喘不上气',danger",
        "'女儿喝了以后拉肚子',vulnerable-unwell", "'my daughter was sick all night',vulnerable-unwell",
        "'全家吃完都拉肚子',several-unwell", "'充电的时候冒烟',fire", "'it caught fire',fire", "'已经联系记者',press",
        "'再不退就曝光',public", "'不解决就起诉',legal", "'I will call my lawyer',legal", "'打过12315了',regulator",
        "'要打給消保官',regulator", "'这是第三次来电',repeated", "'I have been kept calling, third time',repeated",
        "'家里宝宝也在喝',vulnerable"
    })
    void whatIsSaidIsPointedOut(String text, String code) {
        assertThat(codes(text)).contains(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "没有受伤", "没受伤", "人没有受伤", "没有人受伤", "未造成人员受伤", "无人受伤", "並沒有受傷", "沒有人受傷", "并未去医院", "没有去医院看", "受伤倒没有",
        "受傷倒沒有", "幸好没烫伤", "没有起火也没有冒烟", "没有起火和冒烟", "不会曝光", "不想起诉", "不打算找律师", "有没有受伤不清楚", "没有记者", "no injury",
        "nobody was hurt", "there was no fire or smoke", "she was not injured", "he wasn't hurt", "without any injury",
        "never went to hospital", "Nobody got burned, thank you", "I don't want to sue", "客户表示没有受伤，只是想换货", "没有老人孩子喝过"
    })
    void whatIsDeniedIsNot(String text) {
        assertThat(codes(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'没有处理好，孩子烫伤了',injury", "'没想到瓶子炸了',fire", "'不小心烫伤了手',injury", "'不得不去医院',doctor", "'不退款就曝光',public",
        "'没有人理我，我要起诉',legal", "'没有退款但已经受伤了',injury", "'质量不好烫伤了手',injury", "'不是没有受伤',injury", "'没多久就冒烟',fire",
        "'不仅受伤还耽误工作',injury", "'沒想到會受傷',injury", "'not only the floor, my hand was burned',injury",
        "'no refund and my child was injured',injury", "'nobody called back, so I will sue',legal", "'没有受伤的时候没在意，后来烫伤了',injury"
    })
    void aDenialOfSomethingElseDoesNotSilenceIt(String text, String code) {
        assertThat(codes(text)).contains(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"there is an issue with the pack", "the court of appeal" , "shampoo for persons", "我想换货", "", "包装不好看"})
    void aPartOfAWordIsNotTheWord(String text) {
        assertThat(codes(text)).doesNotContain("injury", "fire", "vulnerable", "press");
        assertThat(codes("an issue")).doesNotContain("legal");
    }

    @Test
    void theMostSeriousComesFirstAndTheWordsStandAsTheyWereWritten() {
        var found = HINTS.in("寶寶喝了發燒，要打給消保官");

        assertThat(found).isSortedAccordingTo((a, b) -> a.hint().severity().compareTo(b.hint().severity()));
        assertThat(found.getFirst().hint().code()).isEqualTo("vulnerable-unwell");
        assertThat(found.getFirst().words()).containsExactly("寶寶", "發燒");
    }

    @Test
    void bothGroupsOfWordsHaveToBeSaid() {
        assertThat(codes("女儿很喜欢喝")).doesNotContain("vulnerable-unwell");
        assertThat(codes("我拉肚子")).doesNotContain("vulnerable-unwell", "several-unwell");
    }
}
