package dev.calmdesk.sync;

import dev.calmdesk.data.Entry;
import dev.calmdesk.data.Journal;
import dev.calmdesk.data.Json;
import dev.calmdesk.data.RecordId;
import dev.calmdesk.data.Tx;
import dev.calmdesk.sync.wire.Erased;
import dev.calmdesk.sync.wire.Numbered;
import dev.calmdesk.sync.wire.Receipt;
import dev.calmdesk.sync.wire.Rejection;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/// Empties what this store holds about an erased customer: entries first, then the rows that are folded from them. What
/// is done twice changes nothing more.
final class Erasing {

    private Erasing() {}

    /// Carries out what one entry says, or says again.
    static void apply(Tx tx, Erased erased, FoldedRows rows) {
        var records = records(tx.handle(), erased);
        remember(tx.handle(), records);
        var touched = new LinkedHashSet<RecordId>();
        var update = tx.handle().prepareBatch("update journal set changes = :changes where id = :id");
        for (var entry : about(tx.handle(), records)) {
            var emptied = erased.emptied(entry.kind(), entry.changes());
            if (!emptied.equals(entry.changes())) {
                rememberContent(tx.handle(), entry);
                update.bind("changes", Json.write(emptied)).bind("id", entry.id()).add();
                touched.add(entry.record());
            }
        }
        if (update.size() > 0) {
            update.execute();
            tx.compactWhenClosed();
        }
        touched.forEach(rows::foldErased);
        rows.write();
    }

    /// What the entry names, and what else here names the customer: a desk may have opened a case of which the one that
    /// erased did not know.
    private static Set<UUID> records(Handle handle, Erased erased) {
        var records = new HashSet<>(erased.records());
        records.add(erased.customer());
        handle.createQuery("select * from journal where changes like :customer")
                .bind("customer", "%" + erased.customer() + "%")
                .map(Journal::entry)
                .stream()
                .filter(entry -> Erased.concerns(entry.kind()))
                .filter(entry -> Erased.customerIn(entry.changes()).filter(erased.customer()::equals).isPresent())
                .forEach(entry -> records.add(entry.entity()));
        return records;
    }

    private static void remember(Handle handle, Set<UUID> records) {
        var insert = handle.prepareBatch("merge into erased (id) values (?)");
        records.forEach(insert::add);
        insert.execute();
    }

    private static List<Entry> about(Handle handle, Set<UUID> records) {
        return handle.createQuery("select * from journal where entity in (<ids>) or subject in (<ids>)")
                .bindList("ids", List.copyOf(records))
                .map(Journal::entry)
                .stream()
                .filter(entry -> Erased.concerns(entry.kind()))
                .toList();
    }

    /// Contents lie apart, named by their hash; whoever keeps them asks here what may go.
    private static void rememberContent(Handle handle, Entry entry) {
        entry.to("sha256").map(Object::toString).filter(hash -> !hash.equals(Erased.GONE)).ifPresent(hash ->
                handle.execute("merge into erased_content (sha256) values (?)", hash));
    }

    /// Carries out what comes in, and empties what comes in late.
    static void in(Tx tx, List<Numbered> taken, FoldedRows rows) {
        var entries = taken.stream().map(each -> each.entry().at(each.position())).toList();
        for (var entry : entries) {
            Erased.in(entry.kind(), entry.act(), entry.changes()).ifPresent(erased -> apply(tx, erased, rows));
        }
        if (wasAnyErased(tx.handle())) { // so that the many pages before that cost nothing
            again(tx, named(entries.stream().filter(entry -> Erased.concerns(entry.kind()))), rows);
        }
    }

    private static boolean wasAnyErased(Handle handle) {
        return handle.createQuery("select 1 from erased limit 1").mapTo(Integer.class).findOne().isPresent();
    }

    /// What the hub did not take because its customer is erased goes here, too.
    static void refused(Tx tx, List<Receipt> receipts, FoldedRows rows) {
        if (receipts.stream().anyMatch(receipt -> Rejection.ERASED.onWire().equals(receipt.rejected()))) {
            all(tx.handle()).forEach(erased -> apply(tx, erased, rows));
        }
    }

    private static void again(Tx tx, Collection<UUID> entitiesAndSubjects, FoldedRows rows) {
        if (entitiesAndSubjects.isEmpty() || !isAnyErased(tx.handle(), entitiesAndSubjects)) {
            return;
        }
        all(tx.handle()).forEach(erased -> apply(tx, erased, rows));
    }

    private static boolean isAnyErased(Handle handle, Collection<UUID> ids) {
        return handle.createQuery("select 1 from erased where id in (<ids>) limit 1")
                .bindList("ids", List.copyOf(ids))
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
    }

    /// Everything that was erased so far.
    private static List<Erased> all(Handle handle) {
        return handle.createQuery("select * from journal where kind = :kind and act = :act")
                .bind("kind", Erased.KIND)
                .bind("act", Erased.ACT)
                .map(Journal::entry)
                .stream()
                .flatMap(entry -> Erased.in(entry.kind(), entry.act(), entry.changes()).stream())
                .toList();
    }

    private static Set<UUID> named(Stream<Entry> entries) {
        return entries.flatMap(entry -> Stream.of(
                        Stream.of(entry.entity()),
                        entry.subject().stream(),
                        Erased.customerIn(entry.changes()).stream())
                .flatMap(ids -> ids))
                .collect(Collectors.toSet());
    }
}
