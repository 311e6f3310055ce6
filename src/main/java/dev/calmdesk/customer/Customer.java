package dev.calmdesk.customer;

import dev.calmdesk.data.Kind;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Somebody who buys from the company or may do so.
///
/// @param pinyin reading of the name, surname first: `zhou min`
/// @param initials first letters of the reading: `zm`
/// @param team code of the team that serves the customer
/// @param birthday ISO date
public record Customer(
        UUID id,
        String name,
        Title title,
        String pinyin,
        String initials,
        Tier tier,
        Stage stage,
        @Nullable String city,
        @Nullable String note,
        String team,
        @Nullable String birthday,
        Instant createdAt) {

    public static final Kind<Customer> KIND = Kind.of("customer", "customer", Customer.class)
            .withAutomatic("initials");

    /// What to say to the customer: 周女士, 周先生, Ms Zhou; the full name if the title is not known.
    public String addressed(Locale language) {
        return Names.addressed(name, title, pinyin, language);
    }

    @Override
    public String toString() {
        return "Customer " + id;
    }
}
