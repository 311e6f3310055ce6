package dev.calmdesk.cases;

import java.util.UUID;

/// What the screens of a case show of its customer, who belongs to another feature: never more than everybody may see.
public interface Parties {

    /// @param title name of the form of address, such as `MS`
    String addressed(String name, String title);

    /// The customer's numbers with their middle hidden; empty if there is none.
    String numbers(UUID customerId);
}
