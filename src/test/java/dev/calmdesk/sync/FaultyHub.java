package dev.calmdesk.sync;

import dev.calmdesk.sync.wire.Admission;
import dev.calmdesk.sync.wire.Page;
import dev.calmdesk.sync.wire.Push;
import dev.calmdesk.sync.wire.Receipt;
import dev.calmdesk.sync.wire.WireEntry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;

/// A hub in memory that makes one of the mistakes which hubs make, to show that the random runs notice.
final class FaultyHub implements Fleet.Hubs {

    /// What it does wrong.
    enum Fault {
        NONE,
        /// Numbers are given before they are committed, and readers go past those they could not see.
        READERS_PASS_UNCOMMITTED_NUMBERS,
        /// A push that is sent again is taken again.
        A_PUSH_SENT_AGAIN_COUNTS_AGAIN,
        /// Every write counts as having seen all before it.
        THE_LAST_WRITER_WINS
    }

    private final Fault fault;
    private final SplittableRandom random;
    private final UUID epoch = new UUID(3, 3);
    private final Map<String, List<WireEntry>> feed = new HashMap<>();
    private final Map<String, List<WireEntry>> seen = new HashMap<>();
    private final Map<UUID, Map<Long, Receipt>> receipts = new HashMap<>();

    FaultyHub(Fault fault, long seed) {
        this.fault = fault;
        this.random = new SplittableRandom(seed);
    }

    @Override
    public Admission admit(UUID desk) {
        receipts.put(desk, new HashMap<>());
        return new Admission("A01", "", Fleet.TEAM, new UUID(2, 2), epoch);
    }

    @Override
    public Hub of(UUID desk) {
        return new Hub() {
            @Override
            public List<Receipt> push(Push push) {
                return push.entries().stream().map(entry -> take(desk, entry)).toList();
            }

            @Override
            public Page pull(String scope, UUID epoch, long after) {
                return page(desk, scope, after);
            }
        };
    }

    private Receipt take(UUID desk, WireEntry entry) {
        var known = receipts.get(desk);
        if (known.containsKey(entry.seq()) && fault != Fault.A_PUSH_SENT_AGAIN_COUNTS_AGAIN) {
            return known.get(entry.seq());
        }
        var entries = feed.computeIfAbsent(entry.scope(), fresh -> new ArrayList<>());
        entries.add(fault == Fault.THE_LAST_WRITER_WINS ? seenAll(entry, entries.size()) : entry);
        var receipt = new Receipt(entry.id(), (long) entries.size(), null);
        known.put(entry.seq(), receipt);
        return receipt;
    }

    private static WireEntry seenAll(WireEntry entry, long head) {
        return new WireEntry(
                entry.id(), entry.scope(), entry.kind(), entry.v(), entry.entity(), entry.subject(), entry.act(),
                entry.author(), entry.desk(), entry.seq(), entry.at(), head, entry.changes());
    }

    private Page page(UUID desk, String scope, long after) {
        var entries = feed.getOrDefault(scope, List.of());
        if (fault == Fault.READERS_PASS_UNCOMMITTED_NUMBERS) {
            var visible = seen.computeIfAbsent(desk + scope, fresh -> new ArrayList<>());
            for (var entry : entries.subList(Math.min(entries.size(), visible.size()), entries.size())) {
                if (random.nextInt(30) != 0) {
                    visible.add(entry);
                }
            }
            entries = visible;
        }
        return new Page(scope, after, entries.subList((int) Math.min(after, entries.size()), entries.size()), entries.size());
    }
}
