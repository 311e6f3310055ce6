package dev.calmdesk.customer;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is entered about a new customer.
///
/// @param pinyin reading of the name, surname first; null to derive it from the name
/// @param birthday ISO date
public record CustomerDraft(
        String name,
        Title title,
        @Nullable String pinyin,
        Tier tier,
        Stage stage,
        @Nullable String city,
        @Nullable String note,
        String team,
        @Nullable String birthday,
        List<NumberDraft> numbers,
        List<PurchaseDraft> purchases) {

    public CustomerDraft {
        numbers = List.copyOf(numbers);
        purchases = List.copyOf(purchases);
    }

    /// A caller of whom no more is known yet.
    public static CustomerDraft of(String name, Title title, String team, NumberDraft... numbers) {
        return new CustomerDraft(
                name, title, null, Tier.STANDARD, Stage.POTENTIAL, null, null, team, null, List.of(numbers), List.of());
    }

    /// @param number in any form
    public record NumberDraft(NumberType type, String number) {}

    /// @param boughtOn ISO date
    public record PurchaseDraft(
            String orderNo,
            String shop,
            String boughtOn,
            String sku,
            @Nullable String batch,
            int quantity,
            long amountMinor,
            String currency) {}
}
