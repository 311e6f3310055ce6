package dev.calmdesk.customer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NumbersTest {

    private final Random random = new Random(5);

    @Test
    void aMobileIsTheSameHoweverItIsDressed() {
        for (int i = 0; i < 2000; i++) {
            var mobile = "1" + (3 + random.nextInt(7)) + digits(9);

            assertThat(Numbers.phone(dressed(mobile))).as(mobile).contains(mobile);
        }
    }

    @Test
    void aLandlineHasItsAreaCodeAndNoCountryCode() {
        for (var typed : List.of("0571-8765 4321", "+86 571 8765 4321", "（0571）87654321", "0086-571-87654321",
                "+86 (0)571 8765-4321", "0571 87654321 转 802", "0571-87654321 ext. 9")) {
            assertThat(Numbers.phone(typed)).as(typed).contains("057187654321");
        }
        assertThat(Numbers.phone("400-000-6818")).contains("4000006818");
        assertThat(Numbers.phone("+86 400 000 6818")).contains("4000006818");
        assertThat(Numbers.phone("+86 10 8765 4321")).contains("01087654321");
        assertThat(Numbers.phone("12315")).contains("12315");
        assertThat(Numbers.phone("+886 912-345-678")).contains("+886912345678");
        assertThat(Numbers.phone("00886912345678")).contains("+886912345678");
    }

    @Test
    void whatIsNoNumberIsRefused() {
        for (var typed : List.of("", "1234", "周敏", "zhoumin", "1380000220712345", "138-0000-220a", "++8613800002207")) {
            assertThat(Numbers.phone(typed)).as(typed).isEmpty();
        }
        for (var typed : List.of("", "zhou", "zhou@", "@example.com", "zhou@example", "zhou min@example.com", "a@b@c.d")) {
            assertThat(Numbers.email(typed)).as(typed).isEmpty();
        }
        assertThat(Numbers.account(" @ ")).isEmpty();
    }

    @Test
    void addressesAccountsAndOrdersAreComparedWithoutCaseAndWidth() {
        assertThat(Numbers.email(" ZhouMin＠Example.COM ")).contains("zhoumin@example.com");
        assertThat(Numbers.account("@Zhou Min_88")).contains("zhoumin_88");
        assertThat(Numbers.orderNo(" cs261107－3244 ")).isEqualTo("CS261107-3244");
        assertThat(Numbers.orderKey("cs261107 3244")).isEqualTo(Numbers.orderKey("CS261107-3244"));
    }

    @Test
    void normalisingTwiceChangesNothing() {
        var alphabet = "+0123456789 -()转x@.ａＢ周";
        for (int i = 0; i < 20_000; i++) {
            var typed = random.ints(random.nextInt(18), 0, alphabet.length())
                    .mapToObj(at -> alphabet.substring(at, at + 1))
                    .reduce(random.nextBoolean() ? "+86" : "", String::concat);
            for (var type : NumberType.values()) {
                var once = Numbers.normalised(type, typed);

                assertThat(once.flatMap(form -> Numbers.normalised(type, form))).as(typed).isEqualTo(once);
            }
        }
    }

    @Test
    void onlyFourDigitsOrMoreAreTheEndOfANumber() {
        assertThat(Numbers.ending("2207")).contains("2207");
        assertThat(Numbers.ending("00 2207")).contains("002207");
        assertThat(Numbers.ending("207")).isEqualTo(Optional.empty());
        assertThat(Numbers.ending("a2207")).isEmpty();
    }

    private String dressed(String mobile) {
        var prefix = List.of("", "+86", "+86 ", "0086 ", "86", "0", "+86-0", "tel:", "（+86）").get(random.nextInt(9));
        var gap = List.of("", " ", "-", " - ", "\u00a0", ".", "－").get(random.nextInt(7));
        var spaced = mobile.substring(0, 3) + gap + mobile.substring(3, 7) + gap + mobile.substring(7);
        return prefix + (random.nextBoolean() ? fullWidth(spaced) : spaced) + (random.nextBoolean() ? " " : "");
    }

    private static String fullWidth(String text) {
        return text.chars()
                .map(character -> character >= '0' && character <= '9' ? character - '0' + '０' : character)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private String digits(int count) {
        return random.ints(count, 0, 10).mapToObj(Integer::toString).reduce("", String::concat);
    }
}
