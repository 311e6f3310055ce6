package dev.calmdesk.meaning;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.UUID;

/// How near in meaning many things are to what was asked.
///
/// @param known by thing; what is not in it is not known to be near or far
public record Nearness(Map<UUID, Double> known) {

    private static final Comparator<Map.Entry<UUID, Double>> NEAREST_FIRST =
            Map.Entry.<UUID, Double>comparingByValue(Comparator.reverseOrder()).thenComparing(Map.Entry.comparingByKey());

    /// Of a question of which nothing but the words is known.
    public static final Nearness UNKNOWN = new Nearness(Map.of());

    /// @param things what each of them means
    public static Nearness to(Meaning asked, Map<UUID, Meaning> things) {
        var known = new HashMap<UUID, Double>(2 * things.size());
        things.forEach((thing, meaning) -> known.put(thing, meaning.nearness(asked)));
        return new Nearness(known);
    }

    public boolean isUnknown() {
        return known.isEmpty();
    }

    public Optional<Double> of(UUID thing) {
        return Optional.ofNullable(known.get(thing));
    }

    /// The nearest things, the nearest first.
    public List<UUID> nearest(int limit) {
        var kept = new PriorityQueue<>(NEAREST_FIRST.reversed());
        for (var thing : known.entrySet()) {
            if (kept.size() < limit) {
                kept.add(thing);
            } else if (NEAREST_FIRST.compare(thing, kept.element()) < 0) {
                kept.remove();
                kept.add(thing);
            }
        }
        return kept.stream().sorted(NEAREST_FIRST).map(Map.Entry::getKey).toList();
    }
}
