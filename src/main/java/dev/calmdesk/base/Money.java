package dev.calmdesk.base;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.text.NumberFormat;
import java.util.Currency;
import java.util.Locale;
import java.util.regex.Pattern;

/// An amount of money in minor units, such as fen or cents.
///
/// @param currency ISO 4217
public record Money(long minor, String currency) {

    /// A comma parts thousands and nothing else: `12,50` could mean two amounts, so it means none.
    private static final Pattern TYPED =
            Pattern.compile("¥?\\s*((?:\\d{1,3}(?:[, ]\\d{3})+|\\d+)(?:\\.\\d*)?|\\.\\d+)\\s*[元圆圓]?");

    /// Reads an amount as a person types it: `356`, `356.00`, `1,200.5`, `¥88`, `88元`, with wide digits as well.
    ///
    /// @throws Problem.Refused if it is no amount, negative, or finer than the currency
    public static Money parse(String text, String currency) {
        var typed = TYPED.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC).strip());
        if (!typed.matches()) {
            throw Problem.refused("base.problem.not_an_amount", text);
        }
        try {
            var digits = Currency.getInstance(currency).getDefaultFractionDigits();
            var amount = new BigDecimal(typed.group(1).replaceAll("[, ]", ""));
            return new Money(amount.movePointRight(digits).longValueExact(), currency);
        } catch (ArithmeticException e) {
            throw Problem.refused("base.problem.not_an_amount", text);
        }
    }

    public String in(Locale language) {
        var unit = Currency.getInstance(currency);
        var format = NumberFormat.getCurrencyInstance(language);
        format.setCurrency(unit);
        format.setMinimumFractionDigits(unit.getDefaultFractionDigits());
        return format.format(BigDecimal.valueOf(minor, unit.getDefaultFractionDigits()));
    }
}
