package dev.calmdesk.customer;

import dev.calmdesk.data.Kind;
import java.util.UUID;

/// That somebody was shown a customer's clear numbers; who and when stand in the journal.
public record Reveal(UUID id, UUID customerId, String reason) {

    public static final Kind<Reveal> KIND =
            Kind.about("customer_id", "customer_reveal", "customer_reveal", Reveal.class);
}
