package dev.calmdesk.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.calmdesk.app.Kinds;
import dev.calmdesk.data.Entry;
import dev.calmdesk.data.Kind;
import dev.calmdesk.data.Soundness;
import dev.calmdesk.privacy.Erasure;
import dev.calmdesk.privacy.ErasureDone;
import dev.calmdesk.sync.Simulation.Shared;
import dev.calmdesk.sync.wire.Erased;
import dev.calmdesk.sync.wire.WireEntry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/// Whether nothing was lost when all is quiet again. Told without what the product decides by: what an author had seen
/// was noted when he wrote.
final class Proof {

    /// What nobody writes over.
    private static final Set<String> OF_THE_PROGRAM = Set.of(Erasure.KIND.name(), ErasureDone.KIND.name());

    private final List<SimulatedDesk> desks;
    private final SimulatedNetwork.Hubs hubs;
    private final boolean isLimited;
    private final Map<String, Kind<?>> kinds = new HashMap<>();
    private final Map<UUID, Shared> records;
    /// A desk that was restored goes on under a new id.
    private final Map<UUID, SimulatedDesk> byId = new HashMap<>();
    private final Map<String, List<Entry>> feed = new HashMap<>();
    private final Map<SimulatedDesk, Set<String>> conflicts = new HashMap<>();
    /// Records of which the hub did not take the entry that made them: only their author sees them, if anybody.
    private final Set<UUID> unborn = new HashSet<>();

    /// @param isLimited whether the hub judges what is granted
    Proof(
            List<SimulatedDesk> desks,
            SimulatedNetwork.Hubs hubs,
            List<Kind<?>> kinds,
            List<Shared> records,
            boolean isLimited) {
        this.isLimited = isLimited;
        this.desks = desks;
        this.hubs = hubs;
        kinds.forEach(kind -> this.kinds.put(kind.name(), kind));
        records.forEach(each -> this.kinds.put(each.kind().name(), full(each.kind())));
        this.records = records.stream().collect(Collectors.toMap(Shared::id, each -> each));
        desks.forEach(desk -> desk.lives().forEach(id -> byId.put(id, desk)));
    }

    private static Kind<?> full(Kind<?> kind) {
        return Kinds.ALL.stream().filter(each -> each.name().equals(kind.name())).findFirst().orElseThrow();
    }

    void check() {
        readTheHub();
        Property.allHold(
                Property.P1_NOTHING_MISSING.when(this::nothingAcknowledgedIsMissing),
                Property.P2_NOTHING_DOUBLED.when(this::nothingIsDoubled),
                Property.P4_NO_GAP.when(this::numbersAreWhole),
                Property.P4_NO_GAP.when(this::everyDeskHoldsWhatItsScopesHold),
                Property.P8_OUTBOX_EMPTIES.when(this::nothingWaits),
                Property.P9_ERASED_IS_GONE.when(this::erasedIsGone),
                Property.P10_NOTHING_FOREIGN.when(this::nothingIsForeign),
                Property.P11_GRANTED_ONCE.when(this::limitsAreKept),
                Property.P6_NO_WORD_LOST.when(this::noWordIsLost),
                Property.P3_EQUAL.when(this::rowsEqualTheirEntries),
                Property.P3_EQUAL.when(this::desksOfATeamAreEqual),
                Property.P4_NO_GAP.when(this::historiesAreWholeAndCausal));
        Property.P7_AGAIN_CHANGES_NOTHING.holds(this::sayingItAgainChangesNothing);
    }

    private void readTheHub() {
        for (var desk : desks) {
            for (var scope : scopes(desk)) {
                feed.computeIfAbsent(scope, none -> read(desk, scope));
            }
            desk.replica().quarantine().forEach(each -> unborn.add(each.entry().entity()));
        }
        all().forEach(entry -> unborn.add(entry.entity()));
        all().filter(entry -> seenBy(entry).isEmpty()).forEach(entry -> unborn.remove(entry.entity()));
    }

    private List<String> scopes(SimulatedDesk desk) {
        return List.of(Scopes.COMPANY, desk.team);
    }

    private List<Entry> read(SimulatedDesk desk, String scope) {
        var entries = new ArrayList<Entry>();
        for (var more = true; more; ) {
            var page = hubs.of(desk.id()).pull(scope, desk.link().epoch(), entries.size());
            for (WireEntry entry : page.entries()) {
                entries.add(entry.at(entries.size() + 1));
            }
            more = !page.entries().isEmpty();
        }
        return entries;
    }

    private Stream<Entry> all() {
        return feed.values().stream().flatMap(List::stream);
    }

    private void nothingAcknowledgedIsMissing() {
        var words = all().collect(Collectors.toMap(Entry::id, Entry::changes, (one, again) -> one));
        for (var desk : desks) {
            var held = desk.inQuarantine();
            assertThat(desk.acknowledged()).as("what was acknowledged").allMatch(id -> words.containsKey(id) != held.contains(id));
            desk.numberedOwn().forEach(entry ->
                    assertThat(words.get(entry.id())).as("every word of it").isEqualTo(entry.changes()));
        }
    }

    private void nothingIsDoubled() {
        assertThat(all().map(Entry::id)).doesNotHaveDuplicates();
        assertThat(all().map(entry -> entry.desk() + " " + entry.seq())).doesNotHaveDuplicates();
    }

    private void nothingWaits() {
        for (var desk : desks) {
            assertThat(desk.replica().outbox(desk.link()).entries()).isEmpty();
        }
    }

    private void numbersAreWhole() {
        for (var desk : desks) {
            var own = Stream.concat(all(), desk.replica().quarantine().stream().map(Quarantine.Rejected::entry))
                    .filter(entry -> entry.desk().equals(desk.id()))
                    .map(Entry::seq)
                    .sorted()
                    .toList();
            assertThat(own).isEqualTo(LongStream.rangeClosed(1, own.size()).boxed().toList());
        }
        feed.values().forEach(entries -> entries.stream().collect(Collectors.groupingBy(Entry::desk)).values()
                .forEach(ofOne -> assertThat(ofOne).extracting(Entry::seq).isSorted()));
    }

    private void everyDeskHoldsWhatItsScopesHold() {
        for (var desk : desks) {
            for (var scope : scopes(desk)) {
                assertThat(desk.numbered(scope)).isEqualTo(feed.get(scope));
            }
        }
    }

    private void erasedIsGone() {
        var erased = all().flatMap(entry -> Erased.in(entry.kind(), entry.act(), entry.changes()).stream())
                .map(Erased::customer)
                .collect(Collectors.toSet());
        Lab.TEAMS.stream().filter(team -> erased.contains(Customers.customer(team))).forEach(team -> {
            var word = Customers.word(team);
            assertThat(hubs.holds(word)).as("the hub holds the word").isFalse();
            for (var desk : desks) {
                assertThat(desk.journal()).noneMatch(entry -> entry.contains(word));
                for (var kind : Customers.KINDS) {
                    assertThat(desk.rows(kind.table()).values()).noneMatch(row -> row.contains(word));
                }
            }
        });
    }

    private void nothingIsForeign() {
        for (var desk : desks) {
            var held = scopes(desk).stream().mapToInt(scope -> feed.get(scope).size()).sum();
            assertThat(desk.journal()).hasSize(held + desk.replica().quarantine().size());
            assertThat(feed.get(desk.team))
                    .allMatch(entry -> Objects.requireNonNull(byId.get(entry.desk())).team.equals(desk.team));
        }
    }

    private void limitsAreKept() {
        if (!isLimited) {
            return;
        }
        assertThat(all().filter(entry -> entry.act().equals("carried_out")).map(Entry::entity))
                .as("nothing is carried out twice")
                .doesNotHaveDuplicates();
        var onHub = all().map(Entry::entity).filter(entity -> !unborn.contains(entity)).collect(Collectors.toSet());
        for (var desk : desks) {
            assertThat(Company.granted(desk, onHub)).allMatch(granted -> granted <= Company.LIMIT);
        }
    }

    private void rowsEqualTheirEntries() {
        for (var desk : desks) {
            assertThat(desk.soundness(List.copyOf(kinds.values())).findings())
                    .filteredOn(finding -> !(finding.fault() == Soundness.Fault.NO_ROW && unborn.contains(finding.id())))
                    .isEmpty();
        }
    }

    private void desksOfATeamAreEqual() {
        for (var desk : desks) {
            var other = desks.stream().filter(each -> each.team.equals(desk.team)).findFirst().orElseThrow();
            var first = desks.getFirst();
            for (var kind : kinds.values()) {
                var isOfTheCompany = Kinds.OF_THE_COMPANY.contains(kind.name());
                assertThat(born(desk.rows(kind.table())))
                        .as(kind.name())
                        .isEqualTo(born((isOfTheCompany ? first : other).rows(kind.table())));
            }
            assertThat(born(desk.conflicts())).isEqualTo(born(other.conflicts()));
        }
    }

    private Map<UUID, String> born(Map<UUID, String> rows) {
        rows.keySet().removeAll(unborn);
        return rows;
    }

    private Set<String> born(Set<String> conflicts) {
        conflicts.removeIf(conflict -> unborn.contains(UUID.fromString(conflict.substring(0, conflict.indexOf(' ')))));
        return conflicts;
    }

    private void noWordIsLost() {
        var byEntity = all().collect(Collectors.groupingBy(Entry::entity));
        byEntity.keySet().removeIf(entity -> !records.containsKey(entity)
                && OF_THE_PROGRAM.contains(byEntity.get(entity).getFirst().kind()));
        byEntity.forEach((entity, entries) -> {
            if (!unborn.contains(entity)) {
                noWordIsLost(records.get(entity), entries);
            }
        });
        assertThat(byEntity.keySet()).allSatisfy(entity -> assertThat(records).containsKey(entity));
    }

    /// What somebody wrote is shown, or waits in a conflict, or it (or the same words) was replaced by somebody who had
    /// seen it.
    private void noWordIsLost(Shared shared, List<Entry> entries) {
        var desk = desks.stream()
                .filter(each -> shared.team() == null || each.team.equals(shared.team()))
                .findFirst()
                .orElseThrow();
        var row = desk.row(kinds.get(shared.kind().name()), shared.id());
        var waiting = conflicts.computeIfAbsent(desk, SimulatedDesk::conflicts);
        for (var entry : entries) {
            entry.changes().forEach((field, change) -> {
                if (kinds.get(shared.kind().name()).automatic().contains(field)) {
                    return; // nobody said it
                }
                var value = String.valueOf(change.get(1));
                var isSafe = value.equals(row.get(field))
                        || waiting.contains(shared.id() + " " + field + " " + entry.id())
                        || entries.stream()
                                .filter(same -> same.changes().containsKey(field))
                                .filter(same -> value.equals(String.valueOf(same.changes().get(field).get(1))))
                                .anyMatch(same -> isReplacedKnowingly(same, field, entries));
                assertThat(isSafe)
                        .as(() -> "%s of %s %s by entry %d; it is %s, after %s"
                                .formatted(
                                        field, shared.kind().name(), shared.id(), entry.position().orElseThrow(),
                                        row.get(field), told(field, entries)))
                        .isTrue();
            });
        }
    }

    private String told(String field, List<Entry> entries) {
        return entries.stream()
                .filter(entry -> entry.changes().containsKey(field))
                .map(entry -> "\n%d by %d, base %s, seen %s: %s".formatted(
                        entry.position().orElseThrow(),
                        desks.indexOf(byId.get(entry.desk())),
                        entry.base(),
                        entries.stream().filter(each -> seenBy(entry).contains(each.id())).map(Entry::position).toList(),
                        entry.changes().get(field)))
                .collect(Collectors.joining());
    }

    private boolean isReplacedKnowingly(Entry entry, String field, List<Entry> entries) {
        return entries.stream()
                .filter(later -> later.changes().containsKey(field))
                .anyMatch(later -> hasSeen(later, entry));
    }

    private boolean hasSeen(Entry later, Entry entry) {
        return later.desk().equals(entry.desk()) ? later.seq() > entry.seq() : seenBy(later).contains(entry.id());
    }

    private Set<UUID> seenBy(Entry entry) {
        return Objects.requireNonNull(byId.get(entry.desk())).seenBy(entry.id());
    }

    private void historiesAreWholeAndCausal() {
        for (var desk : List.of(desks.getFirst(), desks.getLast())) {
            scopes(desk).stream()
                    .flatMap(scope -> feed.get(scope).stream())
                    .filter(entry -> entry.subject().isPresent())
                    .collect(Collectors.groupingBy(entry -> entry.subject().orElseThrow()))
                    .forEach((subject, entries) -> {
                        var history = desk.history(subject).stream()
                                .filter(entry -> entry.position().isPresent())
                                .toList();
                        assertThat(history).containsExactlyInAnyOrderElementsOf(entries);
                        assertIsCausal(history);
                    });
        }
    }

    private void assertIsCausal(List<Entry> history) {
        var before = new HashSet<UUID>();
        for (var entry : history) {
            var seen = history.stream()
                    .filter(earlier -> seenBy(entry).contains(earlier.id()) && !isOfAnotherLife(earlier, entry))
                    .map(Entry::id)
                    .toList();
            assertThat(before).as("what the author of %s had seen stands before it", entry).containsAll(seen);
            before.add(entry.id());
        }
    }

    /// What waited in a copy and was sent before the restore: its author has seen it, but no number says so (ADR 0008).
    private boolean isOfAnotherLife(Entry earlier, Entry entry) {
        return !earlier.desk().equals(entry.desk()) && byId.get(earlier.desk()) == byId.get(entry.desk());
    }

    private void sayingItAgainChangesNothing() {
        for (var desk : List.of(desks.getFirst(), desks.getLast())) {
            var before = everything(desk);
            var link = desk.link();
            var again = desk.replica().outbox(
                    new Link(link.hub(), link.epoch(), "", "", link.teamScope(), link.enrolledAt(), 0));
            if (!again.entries().isEmpty()) {
                desk.take(again, hubs.of(desk.id()).push(again));
            }
            for (var scope : scopes(desk)) {
                desk.take(hubs.of(desk.id()).pull(scope, link.epoch(), 0));
            }
            desk.sync();
            assertThat(everything(desk)).isEqualTo(before);
            scopes(desk).forEach(scope ->
                    assertThat(read(desk, scope)).as("the hub took nothing again").isEqualTo(feed.get(scope)));
        }
    }

    private List<Object> everything(SimulatedDesk desk) {
        var everything = new ArrayList<Object>(desk.journal());
        everything.add(desk.conflicts());
        kinds.values().forEach(kind -> everything.add(desk.rows(kind.table())));
        return everything;
    }
}
