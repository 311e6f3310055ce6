package dev.calmdesk.customer;

import dev.calmdesk.customer.Recognition.Match;
import dev.calmdesk.language.Fold;
import dev.calmdesk.language.Pinyin;
import java.util.Optional;

/// What was typed as a name, and how a customer's name fits it. Pure.
///
/// @param name without its title
/// @param folded the name made comparable, without spaces
/// @param letters how it sounds, without spaces
record Likeness(String name, Title title, String folded, String letters) {

    static Likeness typed(String typed) {
        var titled = Names.withoutTitle(typed);
        var letters = Names.isChinese(titled.name()) ? Pinyin.nameFull(titled.name()) : Names.spelled(titled.name());
        return new Likeness(titled.name(), titled.title(), compact(titled.name()), letters.replace(" ", ""));
    }

    boolean isChinese() {
        return Names.isChinese(name);
    }

    /// One Chinese character says something, one Latin letter does not.
    boolean saysSomething() {
        return isChinese() || letters.length() >= 2;
    }

    /// A number or address that nobody has is not the middle of a name either.
    boolean isWorthAScan() {
        return name.chars().noneMatch(character -> Character.isDigit(character) || character == '@');
    }

    /// @return empty if the customer is somebody else
    Optional<Match> with(Customer customer) {
        if (title != Title.NONE && customer.title() != Title.NONE && title != customer.title()) {
            return Optional.empty();
        }
        var other = compact(customer.name());
        if (other.equals(folded)) {
            return Optional.of(Match.NAME);
        } else if (isChinese() && other.startsWith(folded)) {
            return Optional.of(Match.NAME_START);
        }
        return bySound(customer, other).or(() -> byPart(customer, other));
    }

    private Optional<Match> bySound(Customer customer, String other) {
        var sound = customer.pinyin().replace(" ", "");
        if (sound.equals(letters)) {
            return Optional.of(Match.PINYIN);
        } else if (isChinese()) {
            // Li must not bring Lin and Liu: so many characters must sound the same, not so many letters.
            return other.length() > folded.length()
                            && Pinyin.nameFull(other.substring(0, folded.length())).equals(letters)
                    ? Optional.of(Match.PINYIN_START)
                    : Optional.empty();
        } else if (sound.startsWith(letters)) {
            return Optional.of(Match.PINYIN_START);
        }
        return customer.initials().startsWith(letters) ? Optional.of(Match.INITIALS) : Optional.empty();
    }

    private Optional<Match> byPart(Customer customer, String other) {
        var contained = isChinese()
                ? other.contains(folded)
                : customer.pinyin().replace(" ", "").contains(letters);
        return contained ? Optional.of(Match.NAME_PART) : Optional.empty();
    }

    private static String compact(String name) {
        return Fold.text(name).replace(" ", "");
    }
}
