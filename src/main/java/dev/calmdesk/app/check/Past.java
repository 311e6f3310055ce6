package dev.calmdesk.app.check;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.calmdesk.base.Money;
import dev.calmdesk.complaint.Authority;
import dev.calmdesk.data.Entry;
import dev.calmdesk.data.Journal;
import dev.calmdesk.data.Json;
import dev.calmdesk.workplace.Item;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/// How things stood at an earlier moment, from the journal: whoever loses a role today did nothing wrong yesterday.
final class Past {

    private static final TypeReference<List<String>> TEXTS = new TypeReference<>() {};

    private final Handle handle;
    private final Map<UUID, List<Entry>> histories = new HashMap<>();

    Past(Handle handle) {
        this.handle = handle;
    }

    /// The value that a field had at a moment.
    Optional<String> value(UUID entity, String field, Instant at) {
        return history(entity).stream()
                .filter(entry -> !entry.at().isAfter(at) && entry.changes().containsKey(field))
                .reduce((before, after) -> after)
                .flatMap(entry -> entry.to(field))
                .map(Object::toString);
    }

    /// When a record was changed for the last time.
    Optional<Instant> lastChange(UUID entity) {
        return history(entity).stream()
                .filter(entry -> !entry.changes().isEmpty())
                .map(Entry::at)
                .max(Instant::compareTo);
    }

    private List<Entry> history(UUID entity) {
        return histories.computeIfAbsent(entity, id -> Journal.ofEntity(handle, id));
    }

    List<String> roles(UUID person, Instant at) {
        return value(person, "roles", at).map(roles -> Json.read(roles, TEXTS)).orElse(List.of());
    }

    /// The most that a person might grant in one case, in minor units.
    long authority(UUID person, String remedyType, String currency, Instant at) {
        return roles(person, at).stream()
                .flatMap(role -> item("authority", role).stream())
                .flatMap(item -> value(item, "body", at).stream())
                .map(body -> Json.read(body, Authority.class))
                .map(authority -> remedyType.equals("COUPON") ? authority.couponAmount() : authority.amount())
                .mapToLong(amount -> Money.parse(amount, currency).minor())
                .max()
                .orElse(0);
    }

    Optional<UUID> item(String topic, String code) {
        return handle.createQuery("select id from %s where topic = :topic and code = :code".formatted(Item.KIND.table()))
                .bind("topic", topic)
                .bind("code", code)
                .mapTo(UUID.class)
                .findOne();
    }
}
