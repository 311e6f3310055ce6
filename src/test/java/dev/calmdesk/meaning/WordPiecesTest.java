package dev.calmdesk.meaning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WordPiecesTest {

    private static final List<String> KNOWN = List.of(
            "[UNK]", "[CLS]", "[SEP]", "退", "货", ",", "!", "$", "un", "##aff", "##able", "able", "5", "##0", "国", "##退");

    private final WordPieces pieces = new WordPieces(vocabulary(KNOWN));

    private static Map<String, Integer> vocabulary(List<String> pieces) {
        return IntStream.range(0, pieces.size()).boxed().collect(Collectors.toMap(pieces::get, i -> i));
    }

    private String cut(String text) {
        return cut(text, 100);
    }

    private String cut(String text, int most) {
        return Arrays.stream(pieces.of(text, most))
                .mapToObj(number -> KNOWN.get((int) number))
                .collect(Collectors.joining(" "));
    }

    @Test
    void chineseCharactersAndSignsStandAlone() {
        assertThat(cut("退货,退$!")).isEqualTo("[CLS] 退 货 , 退 $ ! [SEP]");
        assertThat(cut("unaffable退able")).isEqualTo("[CLS] un ##aff ##able 退 able [SEP]");
    }

    @Test
    void aWordIsCutIntoTheLongestPiecesFromTheLeft() {
        assertThat(cut("unaffable 50")).isEqualTo("[CLS] un ##aff ##able 5 ##0 [SEP]");
    }

    @Test
    void aWordThatCannotBeCutWhollyIsUnknownAsAWhole() {
        assertThat(cut("unx 5")).isEqualTo("[CLS] [UNK] 5 [SEP]");
        assertThat(cut("5" + "0".repeat(100))).as("too long to be a word").isEqualTo("[CLS] [UNK] [SEP]");
    }

    @Test
    void widthCaseAndScriptMakeNoDifference() {
        assertThat(cut("ＵｎＡＦＦable　退貨國！")).isEqualTo(cut("unaffable 退货国!"));
    }

    @Test
    void whatIsTooLongLosesItsEndButNotItsLastMark() {
        assertThat(cut("退".repeat(50), 4)).isEqualTo("[CLS] 退 退 [SEP]");
        assertThat(cut("unaffable", 4)).isEqualTo("[CLS] un ##aff [SEP]");
        assertThat(cut("退退", 4)).isEqualTo("[CLS] 退 退 [SEP]");
    }

    @Test
    void nothingIsTheTwoMarks() {
        assertThat(cut("")).isEqualTo("[CLS] [SEP]");
        assertThat(cut(" \t\n\u3000\u0000")).isEqualTo("[CLS] [SEP]");
    }

    @Test
    void aVocabularyWithoutTheMarksIsNone() {
        assertThatThrownBy(() -> new WordPieces(Map.of("退", 1))).isInstanceOf(IllegalArgumentException.class);
    }
}
