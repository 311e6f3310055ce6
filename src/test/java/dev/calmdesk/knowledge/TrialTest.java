package dev.calmdesk.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Words that are typed with a slip, on texts between which only the slip decides.
class TrialTest {

    private Trial trial = new Trial(Stream.of(), Optional.empty());

    @AfterEach
    void close() {
        trial.close();
    }

    private String first(String typed, String... titles) {
        trial.close();
        trial = new Trial(Stream.of(titles).map(title -> new Trial.Text(title, title, "")), Optional.empty());
        return trial.search(typed, 1).getFirst();
    }

    @Test
    void charactersThatStandTogetherNowhereAreFoundByTheirSound() {
        assertThat(first("退或", "退货", "退费", "退或不退")).as("they do stand together").isEqualTo("退或不退");
        assertThat(first("怎么退或", "怎么退费", "怎么退货", "怎么退订", "怎么退换")).isEqualTo("怎么退货");
    }

    @Test
    void charactersBetweenWhichOneIsMissingAreFoundByWhatStandsAround() {
        assertThat(first("保期", "延期保修", "保质期", "期初保价")).isEqualTo("保质期");
    }

    @Test
    void syllablesTypedWithSpacesAreNotTakenForWords() {
        assertThat(first("bao zhi qi duo jiu", "duo pack", "保质期多久", "qi")).isEqualTo("保质期多久");
        assertThat(first("bao bun", "bao bun", "保本")).as("words that stand in a text").isEqualTo("bao bun");
    }
}
