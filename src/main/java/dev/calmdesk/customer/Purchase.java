package dev.calmdesk.customer;

import dev.calmdesk.data.Kind;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One line of an order: a product that a customer bought.
///
/// @param boughtOn ISO date
/// @param amountMinor what was paid for the line, in the currency's minor unit
public record Purchase(
        UUID id,
        UUID customerId,
        String orderNo,
        String shop,
        String boughtOn,
        String sku,
        @Nullable String batch,
        int quantity,
        long amountMinor,
        String currency) {

    public static final Kind<Purchase> KIND = Kind.about("customer_id", "purchase", "purchase", Purchase.class);
}
