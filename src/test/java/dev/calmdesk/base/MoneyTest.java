package dev.calmdesk.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "356 | 35600",
                "356.00 | 35600",
                "356.5 | 35650",
                "0.01 | 1",
                ".5 | 50",
                "0 | 0",
                "1,200.5 | 120050",
                "1,234,567.89 | 123456789",
                "¥88 | 8800",
                "￥ 88 | 8800",
                "１，２００．５０ | 120050",
                " 12 000 | 1200000",
                "88元 | 8800"
            })
    void readsAmountsAsPeopleTypeThem(String typed, long minor) {
        assertThat(Money.parse(typed, "CNY")).isEqualTo(new Money(minor, "CNY"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", " ", "¥", "abc", "-5", "1.005", "1e5", "12,50", "1,2,3", "1.2.3", "99999999999999999999", "0x10", "+5", "88刀",
                "1E1000000000"
            })
    void refusesWhatIsNoAmountOrCouldMeanTwo(String typed) {
        assertThatThrownBy(() -> Money.parse(typed, "CNY"))
                .isInstanceOfSatisfying(Problem.Refused.class, problem ->
                        assertThat(problem.textKey()).isEqualTo("base.problem.not_an_amount"));
    }

    @Test
    void aCurrencyWithoutSmallChangeHasNone() {
        assertThat(Money.parse("1200", "JPY")).isEqualTo(new Money(1200, "JPY"));
        assertThatThrownBy(() -> Money.parse("1200.5", "JPY")).isInstanceOf(Problem.Refused.class);
    }

    @Test
    void readsWhatItShowsAndLosesNoFen() {
        var random = new Random(3);
        for (var i = 0; i < 1000; i++) {
            var amount = new Money(random.nextLong(10_000_000_000L), "CNY");

            assertThat(Money.parse(amount.in(Locale.SIMPLIFIED_CHINESE), "CNY")).isEqualTo(amount);
        }
    }

    @Test
    void showsWholeAmountsWithTheirSmallChange() {
        assertThat(new Money(35600, "CNY").in(Locale.SIMPLIFIED_CHINESE)).isEqualTo("¥356.00");
        assertThat(new Money(120050, "CNY").in(Locale.SIMPLIFIED_CHINESE)).isEqualTo("¥1,200.50");
    }
}
