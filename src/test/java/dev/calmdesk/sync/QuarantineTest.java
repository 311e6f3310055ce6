package dev.calmdesk.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.calmdesk.app.Kinds;
import dev.calmdesk.base.Problem;
import dev.calmdesk.data.Entry;
import dev.calmdesk.data.Journal;
import dev.calmdesk.people.Actor;
import dev.calmdesk.people.Role;
import dev.calmdesk.support.Postgres;
import dev.calmdesk.sync.Fleet.Member;
import dev.calmdesk.sync.wire.Page;
import dev.calmdesk.sync.wire.Push;
import dev.calmdesk.sync.wire.Receipt;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What the hub did not take stays whole on the desk, until a person deals with it.
class QuarantineTest {

    private final Fleet fleet = new Fleet(1);
    private final Actor lead = new Actor(UUID.randomUUID(), "8001", "组长", Set.of(Role.LEAD), "T1");
    private final Actor stranger = new Actor(UUID.randomUUID(), "8099", "别人", Set.of(Role.AGENT), "T1");
    private boolean rejects = true;
    private Member lin;
    private Quarantine quarantine;
    private UUID promise;

    /// Rejects everything while it is told to, as a hub does with what is too large.
    private Fleet.Hubs moody(Fleet.Hubs hubs) {
        return new Fleet.Hubs() {
            @Override
            public dev.calmdesk.sync.wire.Admission admit(UUID desk) {
                return hubs.admit(desk);
            }

            @Override
            public Hub of(UUID desk) {
                var hub = hubs.of(desk);
                return new Hub() {
                    private long skipped;

                    @Override
                    public List<Receipt> push(Push push) {
                        if (rejects) {
                            skipped = push.from() + push.entries().size() - 1;
                            return push.entries().stream()
                                    .map(entry -> new Receipt(entry.id(), null, "too-large"))
                                    .toList();
                        }
                        assertThat(push.from()).isEqualTo(skipped + 1);
                        return push.entries().stream()
                                .map(entry -> new Receipt(entry.id(), entry.seq(), null))
                                .toList();
                    }

                    @Override
                    public Page pull(String scope, UUID epoch, long after) {
                        return rejects ? hub.pull(scope, epoch, after) : new Page(scope, after, null, List.of(), after);
                    }
                };
            }
        };
    }

    @BeforeEach
    void theHubRejectsAPromiseAndItsChange() {
        fleet.begin(moody(new Fleet.RealHubs(Postgres.emptyDatabase())), () -> false);
        lin = fleet.members.getFirst();
        quarantine = new Quarantine(lin.database(), Kinds.ALL);
        promise = lin.promise("回电");
        lin.set(promise, "text", "下午三点前回电");
        assertThat(lin.sync().rejected()).isEqualTo(2);
    }

    @AfterEach
    void close() {
        fleet.close();
    }

    private Quarantine.Held only() {
        var held = quarantine.held(lead);
        assertThat(held).hasSize(1);
        return held.getFirst();
    }

    private List<Entry> history() {
        return lin.database().read(handle -> Journal.ofEntity(handle, promise));
    }

    @Test
    void itIsOneProblemForEachRecordWithAllItsValues() {
        var held = only();
        assertThat(held.kind()).isEqualTo("promise");
        assertThat(held.rejected()).extracting(Quarantine.Rejected::reason).containsOnly("too-large");
        assertThat(held.rejected().getLast().entry().to("text")).hasValue("下午三点前回电");
        assertThat(quarantine.held(stranger)).isEmpty();
    }

    @Test
    void sentAgainItGoesOutAsNewEntriesAndIsToldOnce() {
        var entries = lin.journal().size();
        rejects = false;
        quarantine.sendAgain(lead, only());

        assertThat(quarantine.held(lead)).isEmpty();
        assertThat(lin.journal()).hasSize(entries + 2);
        assertThat(lin.sync().pushed()).isEqualTo(2);
        assertThat(lin.promiseRow(promise).get("text")).isEqualTo("下午三点前回电");
        assertThat(lin.soundness().findings()).isEmpty();
        assertThat(history())
                .hasSize(2)
                .allMatch(entry -> entry.author().equals(lead.id()) && entry.position().isPresent());
    }

    @Test
    void rejectedOnceMoreItIsThereOnceMore() {
        quarantine.sendAgain(lead, only());
        lin.sync();

        assertThat(only().rejected()).hasSize(2);
    }

    @Test
    void keptHereItIsNotAskedAboutAgain() {
        var held = only();
        quarantine.keepHere(held);

        assertThat(quarantine.held(lead)).isEmpty();
        assertThat(history()).hasSize(2);
        var twice = catchThrowableOfType(Problem.Refused.class, () -> quarantine.sendAgain(lead, held));
        assertThat(twice.textKey()).isEqualTo("sync.problem.settled_already");
    }

    /// As on every other desk; nothing is lost, since it waits with its problem.
    @Test
    void aFieldThatOnlySomethingRejectedNamesIsEmptyAgain() {
        rejects = false;
        var taken = lin.promise("回信");
        lin.sync();
        rejects = true;
        lin.set(taken, "remark", "寄到公司");
        lin.sync();

        assertThat(lin.promiseRow(taken).get("remark")).isNull();
        assertThat(lin.soundness().findings()).isEmpty();
        assertThat(quarantine.held(lead)).anySatisfy(held ->
                assertThat(held.rejected().getFirst().entry().to("remark")).hasValue("寄到公司"));
    }
}
