package dev.calmdesk.customer;

import dev.calmdesk.data.Kind;
import java.util.UUID;

/// A number, address or account that reaches a customer. Several customers may share one (a family, a front desk).
///
/// @param number as the customer gave it
/// @param normalised the one form of [Numbers] that equal numbers have in common
public record CustomerNumber(UUID id, UUID customerId, NumberType type, String number, String normalised) {

    public static final Kind<CustomerNumber> KIND =
            Kind.about("customer_id", "customer_number", "customer_number", CustomerNumber.class);

    public MaskedNumber masked() {
        return new MaskedNumber(id, type, Masked.number(type, normalised));
    }

    @Override
    public String toString() {
        return "CustomerNumber " + id;
    }
}
