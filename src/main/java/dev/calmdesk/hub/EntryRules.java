package dev.calmdesk.hub;

import dev.calmdesk.data.Kind;
import dev.calmdesk.sync.Scopes;
import dev.calmdesk.sync.wire.Rejection;
import dev.calmdesk.sync.wire.WireEntry;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Judges entries by what fits the desks' tables, by who works here and by what each role may do.
public final class EntryRules implements Judge {

    private final Collection<Kind<?>> kinds;
    private final Set<String> names;
    private final Set<String> companyKinds;
    private @Nullable Shapes shapes;

    /// @param kinds all kinds this version knows; entries of others are passed on
    /// @param companyKinds names of the kinds that the whole company shares
    public EntryRules(Collection<Kind<?>> kinds, Set<String> companyKinds) {
        this.kinds = List.copyOf(kinds);
        this.names = kinds.stream().map(Kind::name).collect(Collectors.toUnmodifiableSet());
        this.companyKinds = Set.copyOf(companyKinds);
    }

    /// Makes what entries are judged by from the entries that are there, for a hub that began without judging.
    static void prepare(HubDatabase database) {
        database.write(handle -> {
            if (FactStore.isNobodyKnown(handle)) {
                FactStore.rebuild(handle);
            }
            return 0;
        });
    }

    @Override
    public Map<Long, String> reject(Handle handle, Feed.Desk desk, List<WireEntry> fresh) {
        var facts = FactStore.load(handle, fresh);
        var rights = new Rights(facts, desk);
        var heads = new Heads(handle, fresh);
        var reasons = new HashMap<Long, String>();
        for (var entry : fresh) {
            var reason = whyNot(entry).or(() -> rights.whyNot(entry));
            if (reason.isPresent()) {
                reasons.put(entry.seq(), reason.get());
            } else {
                facts.take(entry.at(heads.next(entry.scope())));
            }
        }
        FactStore.save(handle, facts);
        return reasons;
    }

    private Optional<String> whyNot(WireEntry entry) {
        if (names.contains(entry.kind())
                && companyKinds.contains(entry.kind()) != entry.scope().equals(Scopes.COMPANY)) {
            return Optional.of(Rejection.FOREIGN_SCOPE.onWire());
        }
        return shapes().fits(entry) ? Optional.empty() : Optional.of(Rejection.UNFIT.onWire());
    }

    /// Takes a second to make, which commands that judge nothing do not wait for.
    private synchronized Shapes shapes() {
        if (shapes == null) {
            shapes = Shapes.of(kinds);
        }
        return shapes;
    }

    /// The numbers that entries will get.
    private static final class Heads {

        private final Map<String, Long> heads;

        Heads(Handle handle, List<WireEntry> fresh) {
            this.heads = new HashMap<>(handle.createQuery("select scope, n from scope_head where scope = any(:scopes)")
                    .bindArray("scopes", String.class, fresh.stream().map(WireEntry::scope).distinct().toList())
                    .map((row, context) -> Map.entry(row.getString("scope"), row.getLong("n")))
                    .stream()
                    .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
        }

        long next(String scope) {
            return heads.merge(scope, 1L, Long::sum);
        }
    }
}
