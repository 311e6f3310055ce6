package dev.calmdesk.contact;

import dev.calmdesk.base.Texts;
import dev.calmdesk.cases.Parties;
import dev.calmdesk.customer.Customers;
import dev.calmdesk.customer.MaskedNumber;
import dev.calmdesk.customer.Names;
import dev.calmdesk.customer.Title;
import java.util.UUID;
import java.util.stream.Collectors;

/// Lets the screens of a case address its customer and show the masked numbers.
public final class CustomerParties implements Parties {

    private final Customers customers;
    private final Texts texts;

    public CustomerParties(Customers customers, Texts texts) {
        this.customers = customers;
        this.texts = texts;
    }

    @Override
    public String addressed(String name, String title) {
        return Names.addressed(name, Title.valueOf(title), Names.reading(name), texts.language());
    }

    @Override
    public String numbers(UUID customerId) {
        return customers.profile(customerId).numbers().stream()
                .map(MaskedNumber::text)
                .collect(Collectors.joining("  "));
    }
}
