package dev.calmdesk.fx.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.calmdesk.fx.control.Spoken.Kind;
import dev.calmdesk.fx.control.Spoken.Piece;
import dev.calmdesk.support.SomeTexts;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SpokenTest {

    private static Spoken parse(String line) {
        return Spoken.parse(
                line,
                name -> name.equals("customer") ? Optional.of("周女士") : Optional.empty(),
                name -> "<" + name + ">");
    }

    @Test
    void aLineFallsIntoPlainStressedFilledAndMissingPieces() {
        assertThat(parse("{customer}，请看**批号**，{promiseTime} 前回电").pieces())
                .containsExactly(
                        new Piece("周女士", Kind.FILLED),
                        new Piece("，请看", Kind.PLAIN),
                        new Piece("批号", Kind.BOLD),
                        new Piece("，", Kind.PLAIN),
                        new Piece("<promiseTime>", Kind.MISSING),
                        new Piece(" 前回电", Kind.PLAIN));
    }

    @Test
    void aLineIsCompleteOnceNothingIsMissing() {
        assertThat(parse("{customer}，您好").isComplete()).isTrue();
        assertThat(parse("{customer}，{product}").isComplete()).isFalse();
        assertThat(parse("{product}您好").plainText()).isEqualTo("〔<product>〕您好");
    }

    @Test
    void wordsWithoutMarksStayAsTheyAre() {
        assertThat(SomeTexts.any(500, 40).filter(words -> !words.contains("**") && !words.contains("{")))
                .allSatisfy(words -> assertThat(parse(words).plainText()).isEqualTo(words));
    }
}
