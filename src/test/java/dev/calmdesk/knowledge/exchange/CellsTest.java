package dev.calmdesk.knowledge.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import dev.calmdesk.support.SomeTexts;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CellsTest {

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+86 10", "-5", "@me", "'=1", "\t=1", "＝1", "=cmd|' /C calc'!A0"})
    void whatASpreadsheetWouldRunIsWrittenSoThatItDoesNot(String text) {
        var cell = FormulaGuard.on(text);

        assertThat(cell).startsWith("'");
        assertThat(FormulaGuard.off(cell)).isEqualTo(text);
    }

    @Test
    void everyTextComesBackAsItWas() {
        assertThat(SomeTexts.any(2000, 12)).allSatisfy(text -> {
            assertThat(FormulaGuard.off(FormulaGuard.on(text))).isEqualTo(text);
            if (!text.isEmpty()) {
                assertThat(ListCell.read(ListCell.write(List.of(text, "and", text)))).containsExactly(text, "and", text);
            }
        });
        assertThat(FormulaGuard.off("'quoted'")).isEqualTo("'quoted'");
    }

    @Test
    void listsAreReadAsPeopleSeparateThem() {
        assertThat(ListCell.read(" 退货、退款，换货; a b ；c,\nd ")).containsExactly("退货", "退款", "换货", "a b", "c", "d");
        assertThat(ListCell.read("  ; ")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"CON", "a/b", "../x", "中文", "Late", "index", "a b"})
    void aCodeThatIsNoFileNameGetsAnotherOne(String code) {
        assertThat(FileName.of(code)).matches("[a-z0-9-]+").isNotEqualTo(code).isNotEqualTo(FileName.of(code + "."));
        assertThat(FileName.of("oat-milk-2")).isEqualTo("oat-milk-2");
    }
}
