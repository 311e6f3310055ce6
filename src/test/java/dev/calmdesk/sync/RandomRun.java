package dev.calmdesk.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.calmdesk.data.Entry;
import dev.calmdesk.sync.Fleet.Member;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/// One random run: desks act, lose requests and answers, have clocks that are wrong by days, and heal.
final class RandomRun {

    private static final int STEPS = 120;
    private static final List<String> FIELDS = List.of("text", "remark", "due_at");

    private final SplittableRandom random;
    private final Fleet fleet;
    private final List<UUID> promises = new ArrayList<>();
    private boolean isBad = true;
    private int written;

    RandomRun(Fleet fleet, long seed) {
        this.fleet = fleet;
        random = new SplittableRandom(seed);
    }

    /// @throws AssertionError if something was lost, doubled or differs
    void run(Fleet.Hubs hubs) {
        fleet.begin(hubs, () -> isBad && random.nextInt(4) == 0);
        for (var step = 0; step < STEPS; step++) {
            act(fleet.members.get(random.nextInt(fleet.members.size())));
        }
        isBad = false;
        fleet.settle();
        check();
    }

    private void act(Member desk) {
        switch (random.nextInt(10)) {
            case 0 -> promises.add(desk.promise("承诺 " + written++));
            case 1 -> desk.note("备注 " + written++);
            case 2, 3 -> sync(desk);
            case 4 -> fleet.pass(Duration.ofHours(random.nextInt(-400, 400))); // wrong by days, both ways
            default -> change(desk);
        }
    }

    private static void sync(Member desk) {
        try {
            desk.sync();
        } catch (Hub.Unreachable e) {
            // what was moved stays moved, the rest goes next time
        }
    }

    private void change(Member desk) {
        var known = promises.stream()
                .filter(id -> desk.rows("promise").stream().anyMatch(row -> row.get("id").equals(id)))
                .toList();
        if (known.isEmpty()) {
            return;
        }
        var promise = known.get(random.nextInt(known.size()));
        var field = FIELDS.get(random.nextInt(FIELDS.size()));
        desk.set(promise, field, field.equals("due_at") ? (Object) random.nextLong(5) : "值 " + random.nextInt(5));
    }

    private void check() {
        var first = fleet.members.getFirst();
        for (var desk : fleet.members) {
            assertThat(desk.rows("promise")).isEqualTo(first.rows("promise"));
            assertThat(desk.rows("note")).isEqualTo(first.rows("note"));
            assertThat(desk.conflicts()).isEqualTo(first.conflicts());
            assertThat(desk.journal()).isEqualTo(first.journal());
            assertThat(desk.soundness().findings()).isEmpty();
        }
        var journal = first.journal();
        assertThat(journal).extracting(Entry::id).doesNotHaveDuplicates();
        assertThat(journal.stream().map(entry -> entry.position().orElseThrow()).toList())
                .isEqualTo(LongStream.rangeClosed(1, journal.size()).boxed().toList());
        for (var desk : fleet.members) {
            var own = journal.stream().filter(entry -> entry.desk().equals(desk.database().desk().id())).toList();
            assertThat(own.stream().map(Entry::seq).toList())
                    .as("a desk's entries are numbered in the order in which it made them")
                    .isEqualTo(LongStream.rangeClosed(1, own.size()).boxed().toList());
        }
        journal.stream().collect(Collectors.groupingBy(Entry::entity)).forEach((entity, entries) ->
                assertNoWordIsLost(first, entity, entries));
    }

    /// Told without the fold: what somebody wrote is shown, or waits in a conflict, or was replaced by somebody who
    /// had seen it (or the same words).
    private void assertNoWordIsLost(Member desk, UUID entity, List<Entry> entries) {
        var row = desk.rows(entries.getFirst().kind()).stream()
                .filter(each -> each.get("id").equals(entity))
                .findFirst()
                .orElseThrow();
        var waiting = desk.conflicts().stream()
                .filter(conflict -> conflict.get("entity").equals(entity))
                .map(conflict -> conflict.get("entry") + "/" + conflict.get("field"))
                .collect(Collectors.toSet());
        for (var entry : entries) {
            for (var field : entry.changes().keySet()) {
                var value = entry.changes().get(field).get(1);
                var isSafe = same(row.get(field), value)
                        || waiting.contains(entry.id() + "/" + field)
                        || entries.stream()
                                .filter(other -> other.changes().containsKey(field))
                                .filter(other -> same(other.changes().get(field).get(1), value))
                                .anyMatch(other -> isReplacedKnowingly(other, field, entries));
                assertThat(isSafe).as("%s of %s by entry %s", field, entity, entry).isTrue();
            }
        }
    }

    private static boolean isReplacedKnowingly(Entry entry, String field, List<Entry> entries) {
        long position = entry.position().orElseThrow();
        return entries.stream()
                .filter(later -> later.changes().containsKey(field))
                .filter(later -> later.position().orElseThrow() > position)
                .anyMatch(later -> later.desk().equals(entry.desk()) || later.base().orElse(0L) >= position);
    }

    private static boolean same(Object stored, Object value) {
        return Objects.equals(plain(stored), plain(value));
    }

    private static String plain(Object value) {
        return String.valueOf(value);
    }
}
