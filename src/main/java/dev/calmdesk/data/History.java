package dev.calmdesk.data;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

/// The order in which people read what several desks did: nothing stands before what its author had seen, whatever the
/// clocks say; all else by time.
final class History {

    private static final Comparator<Entry> BY_TIME = Comparator.comparing(Entry::at).thenComparing(Entry::desk);

    private final TreeMap<UUID, Deque<Entry>> desks;
    private final TreeSet<Long> positionsLeft = new TreeSet<>();

    private History(List<Entry> entries) {
        desks = entries.stream()
                .sorted(Comparator.comparing(Entry::seq))
                .collect(Collectors.groupingBy(Entry::desk, TreeMap::new, Collectors.toCollection(ArrayDeque::new)));
        entries.forEach(entry -> entry.position().ifPresent(positionsLeft::add));
    }

    /// @param entries of one history, in any order
    static List<Entry> inOrder(List<Entry> entries) {
        var history = new History(entries);
        var ordered = new ArrayList<Entry>(entries.size());
        while (ordered.size() < entries.size()) {
            ordered.add(history.next());
        }
        return ordered;
    }

    /// Of what each desk did next, the earliest of which the author had seen nothing that is still to come.
    private Entry next() {
        var heads = desks.values().stream().map(Deque::getFirst).toList();
        var next = heads.stream()
                .filter(this::mayFollow)
                .min(BY_TIME)
                .or(() -> heads.stream().min(BY_TIME)) // numbers that contradict each other hide nothing
                .orElseThrow();
        var desk = desks.get(next.desk());
        desk.removeFirst();
        if (desk.isEmpty()) {
            desks.remove(next.desk());
        }
        next.position().ifPresent(positionsLeft::remove);
        return next;
    }

    private boolean mayFollow(Entry entry) {
        return Optional.ofNullable(positionsLeft.isEmpty() ? null : positionsLeft.first())
                .map(first -> first > entry.base().orElse(0L))
                .orElse(true);
    }
}
