package dev.calmdesk.meaning;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SentencesTest {

    @Test
    void shortSentencesStayTogetherAndLongOnesStandAlone() {
        var thirty = "这一句话正好有三十个字包括最后的句号在内请数一数看对不对呢。";
        var sixty = "长".repeat(59) + "。";

        assertThat(Sentences.of("先看。再说！")).containsExactly("先看。再说！");
        assertThat(Sentences.of(thirty + thirty + thirty)).containsExactly(thirty + thirty, thirty);
        assertThat(Sentences.of("先看。" + sixty + "再说。")).containsExactly("先看。" + sixty, "再说。");
        assertThat(Sentences.of("一段\n二段" + sixty)).containsExactly("一段", "二段" + sixty);
    }

    @Test
    void aSentenceThatNeverEndsComesInPieces() {
        assertThat(Sentences.of("长".repeat(200))).allMatch(piece -> piece.length() <= 96).hasSize(3);
        assertThat(String.join("", Sentences.of("长".repeat(1000)))).hasSize(1000);
    }

    @Test
    void nothingHasNoPieces() {
        assertThat(Sentences.of("")).isEmpty();
        assertThat(Sentences.of(" \n \n")).isEmpty();
    }
}
