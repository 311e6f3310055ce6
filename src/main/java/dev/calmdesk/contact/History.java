package dev.calmdesk.contact;

import dev.calmdesk.cases.CaseRow;
import dev.calmdesk.cases.Cases;
import dev.calmdesk.flow.Channel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/// What we had to do with a customer, over all channels, so that nobody has to repeat themselves (service standard §2).
public final class History {

    private final Contacts contacts;
    private final Cases cases;

    public History(Contacts contacts, Cases cases) {
        this.contacts = contacts;
        this.cases = cases;
    }

    /// One contact, or a case without a finished contact.
    ///
    /// @param subject the case it was about, if any
    public record Item(Instant at, Channel channel, Direction direction, UUID person, Optional<CaseRow> subject) {}

    /// Newest first.
    public List<Item> of(UUID customerId, int limit) {
        var known = cases.ofCustomer(customerId, limit).stream()
                .collect(Collectors.toMap(CaseRow::id, Function.identity()));
        var items = new ArrayList<Item>();
        var shown = new HashSet<UUID>();
        for (var contact : contacts.of(customerId, limit)) {
            var subject = Optional.ofNullable(contact.caseId()).map(known::get);
            subject.ifPresent(row -> shown.add(row.id()));
            items.add(new Item(contact.receivedAt(), contact.channel(), contact.direction(), contact.person(), subject));
        }
        known.values().stream()
                .filter(row -> !shown.contains(row.id()))
                .map(row -> new Item(row.openedAt(), row.channel(), Direction.IN, row.owner(), Optional.of(row)))
                .forEach(items::add);
        items.sort(Comparator.comparing(Item::at).reversed());
        return items.stream().limit(limit).toList();
    }
}
