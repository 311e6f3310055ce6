package dev.calmdesk.cases;

import dev.calmdesk.data.Entry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Puts together what belongs together: one click writes several journal entries, a person sees one deed.
final class Deeds {

    /// What one transaction writes lies closer together than this.
    private static final Duration MOMENT = Duration.ofSeconds(1);

    private Deeds() {}

    /// A journal entry and what its record held after it.
    record Step(Entry entry, Map<String, @Nullable Object> row) {
        String act() {
            return entry.kind() + "." + entry.act();
        }
    }

    /// One deed: the entry that names it and the entries that are part of it, in their order.
    record Deed(Step main, List<Step> parts) {}

    /// Replays the entries, so that each knows its whole record.
    static List<Step> replay(List<Entry> entries) {
        var rows = new HashMap<UUID, Map<String, @Nullable Object>>();
        return entries.stream()
                .map(entry -> {
                    var row = new HashMap<>(rows.getOrDefault(entry.entity(), Map.of()));
                    entry.changes().forEach((field, change) -> row.put(field, change.get(1)));
                    rows.put(entry.entity(), row);
                    return new Step(entry, row);
                })
                .toList();
    }

    static List<Deed> fold(List<Step> steps, Function<String, Telling> tellings) {
        var parts = new LinkedHashMap<Integer, List<Step>>();
        for (var i = 0; i < steps.size(); i++) {
            parts.computeIfAbsent(root(steps, i, tellings), root -> new ArrayList<>()).add(steps.get(i));
        }
        return parts.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> deed(steps.get(entry.getKey()), entry.getValue()))
                .toList();
    }

    private static Deed deed(Step main, List<Step> all) {
        return new Deed(main, all.stream().filter(step -> step != main).toList());
    }

    /// The entry that a chain of “is part of” ends at.
    private static int root(List<Step> steps, int index, Function<String, Telling> tellings) {
        var seen = new java.util.HashSet<Integer>();
        var at = index;
        for (var next = at; next >= 0 && seen.add(next); next = whole(steps, next, tellings)) {
            at = next;
        }
        return at;
    }

    /// @return the entry that this one is part of, -1 if it stands alone
    private static int whole(List<Step> steps, int index, Function<String, Telling> tellings) {
        for (var i = index - 1; i >= 0 && isSameMoment(steps, i, index); i--) {
            if (takes(tellings.apply(steps.get(i).act()).after(), steps.get(index))) {
                return i;
            }
        }
        for (var i = index + 1; i < steps.size() && isSameMoment(steps, i, index); i++) {
            if (takes(tellings.apply(steps.get(i).act()).before(), steps.get(index))) {
                return i;
            }
        }
        return -1;
    }

    private static boolean takes(Set<String> acts, Step step) {
        return acts.contains(step.act());
    }

    private static boolean isSameMoment(List<Step> steps, int one, int other) {
        var a = steps.get(one).entry();
        var b = steps.get(other).entry();
        return a.author().equals(b.author())
                && a.desk().equals(b.desk())
                && Duration.between(a.at(), b.at()).abs().compareTo(MOMENT) < 0;
    }
}
