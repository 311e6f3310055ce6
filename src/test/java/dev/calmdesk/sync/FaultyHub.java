package dev.calmdesk.sync;

import dev.calmdesk.sync.wire.Admission;
import dev.calmdesk.sync.wire.Page;
import dev.calmdesk.sync.wire.Push;
import dev.calmdesk.sync.wire.Receipt;
import dev.calmdesk.sync.wire.Refusal;
import dev.calmdesk.sync.wire.WireEntry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A hub in memory that makes one of the mistakes which hubs make, to show that the random runs notice.
final class FaultyHub implements SimulatedNetwork.Hubs {

    /// What it does wrong, and what that breaks.
    enum Fault {
        NONE(null),
        /// Numbers are given before they are committed, and readers go past those they could not see.
        READERS_PASS_UNCOMMITTED_NUMBERS(Property.P4_NO_GAP),
        /// A push that is sent again is taken again.
        A_PUSH_SENT_AGAIN_COUNTS_AGAIN(Property.P2_NOTHING_DOUBLED),
        /// Only what was sent last is known again; what comes later than that is taken again.
        ONLY_THE_LAST_PUSH_IS_KNOWN_AGAIN(Property.P2_NOTHING_DOUBLED),
        /// Every write counts as having seen all before it.
        THE_LAST_WRITER_WINS(Property.P6_NO_WORD_LOST),
        /// Of two writes of one field the one with the later time wins.
        THE_CLOCK_DECIDES(Property.P6_NO_WORD_LOST),
        /// What was taken is answered for before it is kept.
        AN_ANSWER_COMES_BEFORE_THE_COMMIT(Property.P1_NOTHING_MISSING),
        /// What is taken now and then goes into the scope of another team.
        SCOPES_ARE_MIXED_UP(Property.P10_NOTHING_FOREIGN);

        final @Nullable Property breaks;

        Fault(@Nullable Property breaks) {
            this.breaks = breaks;
        }
    }

    private static final int LONGEST_TEXT = 1 << 18;

    private final Fault fault;
    private final UUID epoch = new UUID(3, 3);
    private final Map<String, List<WireEntry>> feed = new HashMap<>();
    private final Map<String, List<WireEntry>> seen = new HashMap<>();
    private final Map<UUID, Map<Long, Receipt>> receipts = new HashMap<>();
    private final Map<UUID, Long> lastSeqs = new HashMap<>();
    private final Map<UUID, String> teams = new HashMap<>();
    private SplittableRandom random = new SplittableRandom(0);

    FaultyHub(Fault fault) {
        this.fault = fault;
    }

    @Override
    public void begin(boolean isJudging) {}

    @Override
    public void shake(SplittableRandom chance) {
        random = chance;
    }

    @Override
    public void heal() {}

    @Override
    public boolean failed() {
        return false;
    }

    @Override
    public Admission admit(UUID desk, String team, long lastSeq) {
        receipts.put(desk, new HashMap<>());
        teams.put(desk, team);
        return new Admission("A01", "", team, new UUID(2, 2), epoch);
    }

    @Override
    public Hub of(UUID desk) {
        return new Hub() {
            @Override
            public List<Receipt> push(Push push) {
                var last = lastSeqs.getOrDefault(desk, 0L);
                if (push.from() > last + 1) {
                    throw Refusal.gap(last + 1);
                }
                if (fault == Fault.ONLY_THE_LAST_PUSH_IS_KNOWN_AGAIN) {
                    receipts.get(desk).keySet().removeIf(seq -> seq < last - 3);
                }
                var answer = push.entries().stream().map(entry -> take(desk, entry)).toList();
                lastSeqs.merge(desk, push.from() + push.entries().size() - 1, Math::max);
                return answer;
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
        var receipt = entry.changes().toString().length() > LONGEST_TEXT / 2
                ? new Receipt(entry.id(), null, "too-large")
                : new Receipt(entry.id(), (long) append(entry), null);
        known.put(entry.seq(), receipt);
        return receipt;
    }

    private int append(WireEntry entry) {
        var entries = feed.computeIfAbsent(scope(entry), fresh -> new ArrayList<>());
        if (fault == Fault.AN_ANSWER_COMES_BEFORE_THE_COMMIT && random.nextInt(30) == 0) {
            return entries.size() + 1; // the process died between the two
        }
        entries.add(
                switch (fault) {
                    case THE_LAST_WRITER_WINS -> seenAll(entry, entries.size());
                    case THE_CLOCK_DECIDES -> seenAll(withoutOlderValues(entry, entries), entries.size());
                    default -> entry;
                });
        return entries.size();
    }

    private String scope(WireEntry entry) {
        var isMixedUp = fault == Fault.SCOPES_ARE_MIXED_UP && Lab.TEAMS.contains(entry.scope()) && random.nextInt(30) == 0;
        return isMixedUp ? Lab.TEAMS.get(random.nextInt(Lab.TEAMS.size())) : entry.scope();
    }

    private static WireEntry withoutOlderValues(WireEntry entry, List<WireEntry> entries) {
        var newer = entry.changes().entrySet().stream()
                .filter(change -> entries.stream()
                        .filter(other -> other.entity().equals(entry.entity()) && other.at() > entry.at())
                        .noneMatch(other -> other.changes().containsKey(change.getKey())))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        return new WireEntry(
                entry.id(), entry.scope(), entry.kind(), entry.v(), entry.entity(), entry.subject(), entry.act(),
                entry.author(), entry.desk(), entry.seq(), entry.at(), entry.base(), newer);
    }

    private static WireEntry seenAll(WireEntry entry, long head) {
        return new WireEntry(
                entry.id(), entry.scope(), entry.kind(), entry.v(), entry.entity(), entry.subject(), entry.act(),
                entry.author(), entry.desk(), entry.seq(), entry.at(), head, entry.changes());
    }

    private Page page(UUID desk, String scope, long after) {
        if (!scope.equals(Scopes.COMPANY) && !scope.equals(teams.get(desk))) {
            throw Refusal.of(Refusal.Code.FOREIGN_SCOPE, scope);
        }
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
        return new Page(scope, after, null, entries.subList((int) Math.min(after, entries.size()), entries.size()), entries.size());
    }
}
