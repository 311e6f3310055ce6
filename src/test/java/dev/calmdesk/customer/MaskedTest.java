package dev.calmdesk.customer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class MaskedTest {

    @Test
    void theMiddleIsHidden() {
        assertThat(Masked.phone("13800002207")).isEqualTo("138****2207");
        assertThat(Masked.phone("057187654321")).isEqualTo("0571****4321");
        assertThat(Masked.phone("87654321")).isEqualTo("****4321");
        assertThat(Masked.phone("12315")).isEqualTo("***15");
        assertThat(Masked.phone("+886912345678")).isEqualTo("+8869****5678");
        assertThat(Masked.email("zhoumin@example.com")).isEqualTo("z***@example.com");
        assertThat(Masked.email("z@example.com")).isEqualTo("***@example.com");
        assertThat(Masked.account("zhoumin88")).isEqualTo("zh***8");
        assertThat(Masked.account("zm")).isEqualTo("z***");
        assertThat(Masked.name("周敏")).isEqualTo("周*");
        assertThat(Masked.name("欧阳静")).isEqualTo("欧阳*");
        assertThat(Masked.name("林晓棠")).isEqualTo("林**");
        assertThat(Masked.name("John Smith")).isEqualTo("J. ***");
        assertThat(Masked.name(" ")).isEmpty();
    }

    @Test
    void noNumberCanBeReadFromItsMask() {
        var random = new Random(3);
        for (int i = 0; i < 5000; i++) {
            var text = random.ints(1 + random.nextInt(20), '0', 'z' + 1)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
            for (var type : NumberType.values()) {
                var masked = Masked.number(type, text);

                assertThat(masked).as(text).contains("*").isNotEqualTo(text);
                if (type == NumberType.PHONE && text.length() >= 8) {
                    assertThat(masked).hasSize(text.length()).contains("****").endsWith(text.substring(text.length() - 4));
                }
            }
        }
    }
}
