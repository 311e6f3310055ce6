package dev.calmdesk.base;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.Currency;
import java.util.Locale;

/// An amount of money in minor units, such as fen or cents.
///
/// @param currency ISO 4217
public record Money(long minor, String currency) {

    /// Reads an amount as a person types it: `356`, `356.00`, `1,200.5`, `¥88`.
    ///
    /// @throws Problem.Refused if it is no amount, negative, or finer than the currency
    public static Money parse(String text, String currency) {
        try {
            var digits = Currency.getInstance(currency).getDefaultFractionDigits();
            var minor = new BigDecimal(text.strip().replaceAll("[¥￥,，\\s]", ""))
                    .movePointRight(digits)
                    .longValueExact();
            if (minor < 0) {
                throw Problem.refused("base.problem.not_an_amount", text);
            }
            return new Money(minor, currency);
        } catch (ArithmeticException | NumberFormatException e) {
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
