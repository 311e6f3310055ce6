package dev.calmdesk.customer;

/// Personal data with its middle hidden: enough to compare with what a customer says, not enough to use. Pure.
public final class Masked {

    private static final String HIDDEN = "***";

    private Masked() {}

    public static String number(NumberType type, String number) {
        return switch (type) {
            case PHONE, LANDLINE -> phone(number);
            case EMAIL -> email(number);
            case SHOP_ACCOUNT, SOCIAL_ACCOUNT -> account(number);
        };
    }

    /// `138****2207`; of a number too short for that, fewer of the last digits and none of the first.
    public static String phone(String number) {
        var length = number.length();
        var ending = length >= 8 ? 4 : length > 4 ? 2 : 0;
        var beginning = Math.clamp(length - 8, 0, 5);
        return number.substring(0, beginning)
                + "*".repeat(length - beginning - ending)
                + number.substring(length - ending);
    }

    /// `z***@example.com`
    public static String email(String address) {
        var at = address.lastIndexOf('@');
        if (at < 0) {
            return account(address);
        }
        return firstOf(address, at > 1 ? 1 : 0) + HIDDEN + address.substring(at);
    }

    /// `zh***8`
    public static String account(String name) {
        var length = name.codePointCount(0, name.length());
        return length < 6
                ? firstOf(name, length > 1 ? 1 : 0) + HIDDEN
                : firstOf(name, 2) + HIDDEN + name.substring(name.offsetByCodePoints(name.length(), -1));
    }

    /// `周*`, `欧阳*`, `J. ***`
    public static String name(String name) {
        var stripped = name.strip();
        if (stripped.isEmpty()) {
            return "";
        }
        if (!Names.isChinese(stripped)) {
            return firstOf(stripped, 1) + ". " + HIDDEN;
        }
        var surname = Names.surname(stripped);
        var rest = stripped.codePointCount(surname.length(), stripped.length());
        return surname + "*".repeat(Math.max(rest, 1));
    }

    private static String firstOf(String text, int count) {
        return text.substring(0, text.offsetByCodePoints(0, count));
    }
}
