package dev.calmdesk.language;

import static org.assertj.core.api.Assertions.assertThat;

import dev.calmdesk.support.SomeTexts;
import org.junit.jupiter.api.Test;

class SyllablesTest {

    @Test
    void lettersAreCutIntoAsFewSyllablesAsPossible() {
        assertThat(Syllables.cut("tuihuoyunfei").orElseThrow().syllables()).containsExactly("tui", "huo", "yun", "fei");
        assertThat(Syllables.cut("xian").orElseThrow().syllables()).containsExactly("xian");
    }

    @Test
    void theLastSyllableMayBeUnfinished() {
        var cut = Syllables.cut("tuih").orElseThrow();
        assertThat(cut.syllables()).containsExactly("tui", "h");
        assertThat(cut.unfinished()).isTrue();
        assertThat(cut.whole()).isEqualTo(1);
    }

    @Test
    void ambiguousLettersHaveAnAlternative() {
        assertThat(Syllables.cut("fangan").orElseThrow().syllables()).containsExactly("fan", "gan");
        assertThat(Syllables.alternative("fangan").orElseThrow().syllables()).containsExactly("fang", "an");
        assertThat(Syllables.alternative("tuihuo")).isEmpty();
    }

    @Test
    void whatIsNoPinyinIsNotCut() {
        assertThat(Syllables.cut("refund")).isEmpty();
        assertThat(Syllables.cut("ymn")).isEmpty();
        assertThat(Syllables.cut("")).isEmpty();
    }

    @Test
    void aCutLosesNoLetterAndAllButTheLastAreSyllables() {
        assertThat(SomeTexts.lowerCaseLetters(20_000, 14)).allSatisfy(letters -> Syllables.cut(letters).ifPresent(cut -> {
            assertThat(String.join("", cut.syllables())).isEqualTo(letters);
            assertThat(cut.syllables().subList(0, cut.whole())).allMatch(Syllables::isSyllable);
            assertThat(cut.unfinished()).isEqualTo(!Syllables.isSyllable(cut.last()));
        }));
    }
}
