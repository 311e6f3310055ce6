package dev.calmdesk.hub;

import dev.calmdesk.data.Json;
import dev.calmdesk.sync.wire.Numbered;
import dev.calmdesk.sync.wire.Offer;
import dev.calmdesk.sync.wire.Push;
import dev.calmdesk.sync.wire.Receipt;
import dev.calmdesk.sync.wire.Refusal;
import dev.calmdesk.sync.wire.Refusal.Code;
import dev.calmdesk.sync.wire.Rejection;
import dev.calmdesk.sync.wire.WireEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Takes back what the hub had numbered before it was restored from a backup, from the desks that still have it (ADR
/// 0014). Whatever continues the scope as it was gets its old number again; all else is appended, and counts as having
/// seen only what stands where it stood.
final class Offering {

    /// How long after the restore; a desk that was away longer needs somebody to open the door again.
    private static final Duration OPEN = Duration.ofDays(30);

    private final Handle handle;
    private final Judge judge;
    private final Instant now;
    private final Offer offer;
    private final Map<UUID, Receipt> receipts = new HashMap<>();
    private long head;
    private long kept;

    private Offering(Handle handle, Judge judge, Instant now, Offer offer) {
        this.handle = handle;
        this.judge = judge;
        this.now = now;
        this.offer = offer;
        this.kept = offer.kept();
    }

    /// From now on the hub lives anew: what desks had read of it beyond the backup is offered again.
    static void open(Handle handle, UUID epoch, Instant now) {
        handle.execute("update hub set epoch = ?, restored_at = ?", epoch, now.toEpochMilli());
    }

    /// @param desk that offers; its row is locked
    /// @return a receipt for each entry, in their order
    static List<Receipt> take(Handle handle, Judge judge, Instant now, Feed.Desk desk, Offer offer) {
        requireOpen(handle, now);
        requireInOrder(offer);
        if (!desk.reads(offer.scope())) {
            throw Refusal.of(Code.FOREIGN_SCOPE, offer.scope());
        }
        var receipts = new Offering(handle, judge, now, offer).take();
        if (offer.pushed() != null) {
            raise(handle, desk.id(), offer.pushed());
        }
        return receipts;
    }

    private static void requireOpen(Handle handle, Instant now) {
        var isOpen = handle.createQuery("select restored_at from hub")
                .mapTo(Long.class)
                .findOne() // null reads as empty
                .filter(at -> now.isBefore(Instant.ofEpochMilli(at).plus(OPEN)))
                .isPresent();
        if (!isOpen) {
            throw Refusal.of(Code.NOT_RESTORED, "");
        }
    }

    private static void requireInOrder(Offer offer) {
        if (offer.entries().size() > Push.MOST) {
            throw Refusal.of(Code.TOO_LARGE, "at most " + Push.MOST + " entries");
        }
        var before = offer.kept();
        for (var numbered : offer.entries()) {
            if (numbered.position() <= before || !numbered.entry().scope().equals(offer.scope())) {
                throw Refusal.of(Code.MALFORMED, "entries of one scope, by their numbers");
            }
            before = numbered.position();
        }
        if (offer.kept() < 0) {
            throw Refusal.of(Code.MALFORMED, "kept");
        }
    }

    private List<Receipt> take() {
        EntryTable.lockScopes(handle, List.of(offer.scope()));
        head = EntryTable.head(handle, offer.scope());
        findWhatIsHere();
        runs(offer.entries()).forEach(this::take);
        return offer.entries().stream().map(each -> receipts.get(each.entry().id())).toList();
    }

    /// What was in the backup, or came back from another desk.
    private void findWhatIsHere() {
        handle.createQuery("select id, scope, position from entry where id = any(:ids)")
                .bindArray("ids", UUID.class, offer.entries().stream().map(each -> each.entry().id()).toList())
                .map((row, context) -> row.getString("scope").equals(offer.scope())
                        ? new Receipt(row.getObject("id", UUID.class), row.getLong("position"), null)
                        : rejected(row.getObject("id", UUID.class), Rejection.ID_TAKEN))
                .forEach(receipt -> receipts.put(receipt.id(), receipt));
    }

    private static Receipt rejected(UUID id, Rejection reason) {
        return new Receipt(id, null, reason.onWire());
    }

    /// Entries of one desk that follow each other, as a judge takes them.
    private static List<List<Numbered>> runs(List<Numbered> entries) {
        var runs = new ArrayList<List<Numbered>>();
        for (var each : entries) {
            if (runs.isEmpty() || !runs.getLast().getFirst().entry().desk().equals(each.entry().desk())) {
                runs.add(new ArrayList<>());
            }
            runs.getLast().add(each);
        }
        return runs;
    }

    private void take(List<Numbered> run) {
        var desk = run.getFirst().entry().desk();
        reject(desk, run.stream()
                .map(Numbered::entry)
                .filter(entry -> !receipts.containsKey(entry.id()))
                .toList());
        var taken = new ArrayList<WireEntry>();
        for (var each : run) {
            var entry = each.entry();
            var isFresh = !receipts.containsKey(entry.id());
            var receipt = receipts.computeIfAbsent(entry.id(), id -> new Receipt(id, ++head, null));
            if (isFresh) {
                taken.add(entry.seenAtMost(kept));
            }
            if (Objects.equals(receipt.position(), each.position()) && each.position() == kept + 1) {
                kept++;
            }
        }
        Feed.takeIn(handle, taken, taken.stream().collect(Collectors.toMap(WireEntry::seq, Json::write)), now);
        taken.stream().mapToLong(WireEntry::seq).max().ifPresent(newest -> raise(handle, desk, newest));
    }

    private void reject(UUID desk, List<WireEntry> fresh) {
        var numbers = numbersTaken(desk, fresh);
        var late = Erasing.late(handle, fresh);
        for (var entry : fresh) {
            var reason = whyNot(entry, !numbers.add(entry.seq()), late.contains(entry.id()));
            if (reason != null) {
                receipts.put(entry.id(), rejected(entry.id(), reason));
            }
        }
        var inOrder = fresh.stream().filter(entry -> !receipts.containsKey(entry.id())).toList();
        var reasons = judge.reject(handle, judgedBefore(desk), inOrder);
        inOrder.stream()
                .filter(entry -> reasons.containsKey(entry.seq()))
                .forEach(entry -> receipts.put(entry.id(), new Receipt(entry.id(), null, reasons.get(entry.seq()))));
    }

    private static @Nullable Rejection whyNot(WireEntry entry, boolean isNumberTaken, boolean isLate) {
        if (isNumberTaken) {
            return Rejection.ID_TAKEN;
        } else if (isLate) {
            return Rejection.ERASED;
        }
        return Feed.isTooLarge(entry) ? Rejection.TOO_LARGE : null;
    }

    private Set<Long> numbersTaken(UUID desk, List<WireEntry> entries) {
        return new HashSet<>(handle.createQuery("select seq from entry where desk = :desk and seq = any(:seqs)")
                .bind("desk", desk)
                .bindArray("seqs", Long.class, entries.stream().map(WireEntry::seq).toList())
                .mapTo(Long.class)
                .list());
    }

    /// The hub judged these entries when it took them first; whoever restored it answers for them.
    private Feed.Desk judgedBefore(UUID desk) {
        return new Feed.Desk(desk, "", offer.scope(), 0, false, Long.MAX_VALUE, true);
    }

    /// A desk goes on behind all of its entries that are here; otherwise it would number anew what others have read.
    private static void raise(Handle handle, UUID desk, long seq) {
        handle.execute("update desk set last_seq = greatest(last_seq, ?) where id = ?", seq, desk);
    }
}
