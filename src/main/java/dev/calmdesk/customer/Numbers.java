package dev.calmdesk.customer;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Brings numbers, addresses and accounts into the one form that equal ones have in common. Pure; normalising twice
/// changes nothing.
public final class Numbers {

    private static final Pattern SEPARATORS = Pattern.compile("[\\s\\p{Z}\\p{Cf}\\-‐‑‒–—―−.()·/]+");
    private static final Pattern EXTENSION = Pattern.compile("(转|轉|分机|分機|ext|x|#|,|;).*$");
    private static final Pattern PHONE = Pattern.compile("\\+?\\d{5,15}");
    private static final Pattern MOBILE = Pattern.compile("1[3-9]\\d{9}");
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]{1,64}@[^@\\s.]+(\\.[^@\\s.]+)+");
    private static final Pattern DIGITS = Pattern.compile("\\d{4,15}");

    private Numbers() {}

    /// @return empty if the number cannot be one of that type
    public static Optional<String> normalised(NumberType type, String number) {
        return switch (type) {
            case PHONE, LANDLINE -> phone(number);
            case EMAIL -> email(number);
            case SHOP_ACCOUNT, SOCIAL_ACCOUNT -> account(number);
        };
    }

    /// A phone number without country code 86, separators and extension; landlines with their area code and its 0, other
    /// countries with `+`.
    public static Optional<String> phone(String number) {
        var plain = digits(number);
        return PHONE.matcher(plain).matches() ? Optional.of(plain) : Optional.empty();
    }

    private static String digits(String number) {
        var plain = halfWidth(number).toLowerCase(Locale.ROOT).strip().replaceFirst("^tel:", "");
        plain = SEPARATORS.matcher(plain).replaceAll("");
        plain = EXTENSION.matcher(plain).replaceAll("");
        return domestic(plain.startsWith("00") ? "+" + plain.substring(2) : plain);
    }

    private static String domestic(String plain) {
        if (plain.startsWith("+86")) {
            var rest = plain.substring(3).replaceFirst("^0+", "0");
            return isDialledAsIs(rest) ? withoutTrunkZero(rest) : "0" + rest;
        }
        if (plain.length() == 13 && plain.startsWith("86") && isMobile(plain.substring(2))) {
            return plain.substring(2);
        }
        return withoutTrunkZero(plain);
    }

    /// Whether a number behind +86 needs no 0 before it: it has one, it is a mobile, or a service number.
    private static boolean isDialledAsIs(String rest) {
        return rest.startsWith("0")
                || isMobile(rest)
                || (rest.length() == 10 && (rest.startsWith("400") || rest.startsWith("800")))
                || rest.length() <= 8;
    }

    private static String withoutTrunkZero(String plain) {
        return plain.startsWith("0") && isMobile(plain.substring(1)) ? plain.substring(1) : plain;
    }

    private static boolean isMobile(String plain) {
        return MOBILE.matcher(plain).matches();
    }

    public static Optional<String> email(String address) {
        var plain = halfWidth(address).strip().toLowerCase(Locale.ROOT);
        return EMAIL.matcher(plain).matches() ? Optional.of(plain) : Optional.empty();
    }

    /// The name of an account in a shop or social network, without a leading `@`.
    public static Optional<String> account(String name) {
        var plain = halfWidth(name).toLowerCase(Locale.ROOT).replaceAll("\\s+", "").replaceFirst("^@+", "");
        return plain.isEmpty() ? Optional.empty() : Optional.of(plain);
    }

    /// An order number as it is kept: upper case, half-width.
    public static String orderNo(String number) {
        return halfWidth(number).strip().toUpperCase(Locale.ROOT).replaceAll("[‐‑‒–—―−]", "-");
    }

    /// What equal order numbers have in common, however they are typed; the column `order_key` has the same.
    static String orderKey(String number) {
        return orderNo(number).replaceAll("[\\s-]", "");
    }

    /// Every form that something typed into one field could have as a number.
    static Set<String> anyForm(String typed) {
        var forms = new LinkedHashSet<String>();
        Stream.of(phone(typed), email(typed), account(typed)).flatMap(Optional::stream).forEach(forms::add);
        return forms;
    }

    /// The digits, if what was typed are at least four digits and nothing else: the end of a number, maybe.
    static Optional<String> ending(String typed) {
        var plain = SEPARATORS.matcher(halfWidth(typed)).replaceAll("");
        return DIGITS.matcher(plain).matches() ? Optional.of(plain) : Optional.empty();
    }

    private static String halfWidth(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC);
    }
}
