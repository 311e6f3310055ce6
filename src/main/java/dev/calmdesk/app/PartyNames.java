package dev.calmdesk.app;

import dev.calmdesk.base.Texts;
import dev.calmdesk.cases.Parties;
import dev.calmdesk.customer.Customers;
import dev.calmdesk.customer.MaskedNumber;
import dev.calmdesk.customer.Names;
import dev.calmdesk.customer.Title;
import dev.calmdesk.language.Pinyin;
import java.util.UUID;
import java.util.stream.Collectors;

/// Tells the screens of a case how its customer is addressed.
record PartyNames(Customers customers, Texts texts) implements Parties {

    @Override
    public String addressed(String name, String title) {
        return Names.addressed(name, Title.valueOf(title), Pinyin.nameFull(name), texts.language());
    }

    @Override
    public String numbers(UUID customerId) {
        return customers.profile(customerId).numbers().stream()
                .map(MaskedNumber::text)
                .collect(Collectors.joining(" · "));
    }
}
