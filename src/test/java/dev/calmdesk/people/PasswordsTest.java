package dev.calmdesk.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class PasswordsTest {

    private static final Passwords.Cost CHEAP = new Passwords.Cost(64, 1, 1);

    private final Passwords passwords = new Passwords(CHEAP);

    @Test
    void theStandardHashIsAPhcStringWithTheDecidedCost() {
        var standard = new Passwords();

        var phc = standard.hash("chensui-demo");

        assertThat(phc).matches("\\$argon2id\\$v=19\\$m=19456,t=2,p=1\\$[A-Za-z0-9+/]{22}\\$[A-Za-z0-9+/]{43}");
        assertThat(standard.verify("chensui-demo", phc)).isTrue();
        assertThat(standard.verify("chensui-demO", phc)).isFalse();
        assertThat(standard.needsRehash(phc)).isFalse();
    }

    /// Made by the reference program: `printf password | argon2 somesalt -id -t 2 -m 16 -p 1 -l 32`.
    @Test
    void aHashMadeElsewhereIsUnderstood() {
        var phc = "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";

        assertThat(passwords.verify("password", phc)).isTrue();
        assertThat(passwords.verify("Password", phc)).isFalse();
        assertThat(passwords.needsRehash(phc)).isTrue();
    }

    @Test
    void everyPasswordFitsItsOwnHashAndNoOther() {
        var random = new Random(7);
        for (int i = 0; i < 100; i++) {
            var password = random.ints(1 + random.nextInt(30), 0x20, 0x9fff)
                    .filter(Character::isDefined)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
            var phc = passwords.hash(password);

            assertThat(passwords.verify(password, phc)).isTrue();
            assertThat(passwords.verify(password + "x", phc)).isFalse();
            assertThat(passwords.hash(password)).isNotEqualTo(phc);
        }
    }

    @Test
    void composedAndDecomposedCharactersAreTheSamePassword() {
        assertThat(passwords.verify("cafe\u0301-krug", passwords.hash("caf\u00e9-krug"))).isTrue();
    }

    @Test
    void aHashThatCannotBeReadFitsNothing() {
        for (var phc : new String[] {
            "",
            "chensui-demo",
            "$argon2i$v=19$m=64,t=1,p=1$c29tZXNhbHRzb21l$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
            "$argon2id$v=19$m=999999,t=99,p=9$c29tZXNhbHRzb21l$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
            "$argon2id$v=19$m=64,t=1,p=1$!!!!!!!!!!!!!!!$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc"
        }) {
            assertThat(passwords.verify("chensui-demo", phc)).as(phc).isFalse();
            assertThat(passwords.needsRehash(phc)).as(phc).isTrue();
        }
    }
}
