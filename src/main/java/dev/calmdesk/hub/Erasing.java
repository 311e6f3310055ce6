package dev.calmdesk.hub;

import dev.calmdesk.data.Json;
import dev.calmdesk.sync.wire.Erased;
import dev.calmdesk.sync.wire.WireEntry;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/// Empties what the hub holds about an erased customer, in the transaction that takes the entry which says so, and lets
/// nothing more in.
final class Erasing {

    private Erasing() {}

    /// Carries out what entries say that were just taken.
    static void apply(Handle handle, List<WireEntry> taken) {
        taken.stream()
                .flatMap(entry -> Erased.in(entry.kind(), entry.act(), entry.changes()).stream())
                .forEach(erased -> apply(handle, erased));
    }

    private static void apply(Handle handle, Erased erased) {
        var records = new HashSet<>(erased.records());
        records.add(erased.customer());
        naming(handle, erased.customer()).forEach(records::add);
        remember(handle, records);
        var about = new HashSet<UUID>();
        var update = handle.prepareBatch("update entry set body = :body where id = :id");
        handle.createQuery("select body from entry where entity = any(:ids) or subject = any(:ids)")
                .bindArray("ids", UUID.class, List.copyOf(records))
                .mapTo(String.class)
                .stream()
                .map(body -> Json.read(body, WireEntry.class))
                .filter(entry -> Erased.concerns(entry.kind()))
                .forEach(entry -> {
                    about.add(entry.entity());
                    var emptied = entry.with(erased.emptied(entry.kind(), entry.changes()));
                    update.bind("body", Json.write(emptied)).bind("id", entry.id()).add();
                });
        if (update.size() > 0) {
            update.execute();
        }
        HubFiles.forget(handle, about);
    }

    /// Records that name the customer and of which the desk that erased did not know.
    private static List<UUID> naming(Handle handle, UUID customer) {
        return handle.createQuery("select body from entry where body like :customer")
                .bind("customer", "%" + customer + "%")
                .mapTo(String.class)
                .stream()
                .map(body -> Json.read(body, WireEntry.class))
                .filter(entry -> Erased.concerns(entry.kind()))
                .filter(entry -> Erased.customerIn(entry.changes()).filter(customer::equals).isPresent())
                .map(WireEntry::entity)
                .toList();
    }

    private static void remember(Handle handle, Collection<UUID> records) {
        handle.createUpdate("insert into erased select unnest(:ids) on conflict do nothing")
                .bindArray("ids", UUID.class, List.copyOf(records))
                .execute();
    }

    /// Late entries about customers who were erased before; what they add to a customer's records is remembered too.
    static Set<UUID> late(Handle handle, List<WireEntry> entries) {
        if (!wasAnyErased(handle)) {
            return Set.of(); // so that the many pushes before that cost nothing
        }
        var named = entries.stream().flatMap(Erasing::named).distinct().toList();
        var erased = new HashSet<>(handle.createQuery("select record from erased where record = any(:ids)")
                .bindArray("ids", UUID.class, named)
                .mapTo(UUID.class)
                .list());
        return about(handle, entries, erased).stream().map(WireEntry::id).collect(Collectors.toSet());
    }

    /// Entries about customers whom an entry before them, of the same push, erases; those that are not taken anyway too,
    /// since the desk keeps them.
    ///
    /// @param judged the ones of them that are in order: an erasure that nobody allowed erases nothing
    static List<WireEntry> followers(Handle handle, List<WireEntry> fresh, List<WireEntry> judged) {
        var followers = new ArrayList<WireEntry>();
        for (var erasure : judged) {
            Erased.in(erasure.kind(), erasure.act(), erasure.changes()).ifPresent(erased -> {
                var records = new HashSet<>(erased.records());
                records.add(erased.customer());
                var rest = fresh.stream().filter(entry -> entry.seq() > erasure.seq()).toList();
                followers.addAll(about(handle, rest, records));
            });
        }
        return followers;
    }

    /// @param erased records; what the entries add to them is added, and remembered
    private static List<WireEntry> about(Handle handle, List<WireEntry> entries, Set<UUID> erased) {
        var about = new ArrayList<WireEntry>();
        var added = new HashSet<UUID>();
        for (var entry : entries) {
            if (Erased.concerns(entry.kind()) && named(entry).anyMatch(erased::contains)) {
                about.add(entry);
                if (erased.add(entry.entity())) {
                    added.add(entry.entity());
                }
            }
        }
        if (!added.isEmpty()) {
            remember(handle, added);
        }
        return about;
    }

    private static boolean wasAnyErased(Handle handle) {
        return handle.createQuery("select exists (select from erased)").mapTo(Boolean.class).one();
    }

    private static Stream<UUID> named(WireEntry entry) {
        return Stream.of(
                        Stream.of(entry.entity()),
                        Stream.ofNullable(entry.subject()),
                        Erased.customerIn(entry.changes()).stream())
                .flatMap(ids -> ids);
    }
}
