package dev.calmdesk.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.calmdesk.support.Postgres;
import dev.calmdesk.sync.Scopes;
import dev.calmdesk.sync.wire.Page;
import dev.calmdesk.sync.wire.Push;
import dev.calmdesk.sync.wire.Receipt;
import dev.calmdesk.sync.wire.Refusal;
import dev.calmdesk.sync.wire.Refusal.Code;
import dev.calmdesk.sync.wire.WireEntry;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class FeedTest {

    private static final String TEAM = "team-T1";

    private final HubDatabase database = HubDatabase.open(Postgres.emptyDatabase());
    private final Feed feed = new Feed(database);
    private final Enrolment enrolment = new Enrolment(database, Clock.systemUTC());
    private final UUID epoch = feed.identity().epoch();
    private final UUID desk = enrolled(TEAM);

    private UUID enrolled(String team) {
        var id = UUID.randomUUID();
        enrolment.redeem(enrolment.offer(team), id).orElseThrow();
        return id;
    }

    private static WireEntry entry(UUID desk, long seq, String scope) {
        return new WireEntry(
                UUID.randomUUID(), scope, "note", 1, UUID.randomUUID(), null, "added", UUID.randomUUID(), desk, seq, 0L, null,
                Map.of("text", Arrays.asList(null, "第 " + seq + " 条")));
    }

    private Push push(UUID from, long first, long last) {
        return new Push(epoch, first, LongStream.rangeClosed(first, last)
                .mapToObj(seq -> entry(from, seq, TEAM))
                .toList());
    }

    private Code refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        return catchThrowableOfType(Refusal.class, call).code();
    }

    @Test
    void entriesAreNumberedInTheirScopeWithoutAGap() {
        var receipts = feed.push(desk, push(desk, 1, 3));
        var more = feed.push(desk, push(desk, 4, 5));

        assertThat(receipts).extracting(Receipt::position).containsExactly(1L, 2L, 3L);
        assertThat(more).extracting(Receipt::position).containsExactly(4L, 5L);
        var page = feed.pull(desk, TEAM, epoch, 2);
        assertThat(page.entries()).extracting(WireEntry::seq).containsExactly(3L, 4L, 5L);
        assertThat(page.head()).isEqualTo(5);
    }

    @Test
    void theSamePushAgainGetsTheSameAnswerAndStoresNothing() {
        var first = push(desk, 1, 3);
        var receipts = feed.push(desk, first);
        feed.push(desk, push(desk, 4, 4));

        assertThat(feed.push(desk, first)).isEqualTo(receipts);
        assertThat(feed.pull(desk, TEAM, epoch, 0).head()).isEqualTo(4);
    }

    @Test
    void aPushThatOverlapsTheLastOneAddsOnlyWhatIsNew() {
        var whole = push(desk, 1, 4);
        feed.push(desk, new Push(epoch, 1, whole.entries().subList(0, 2)));

        assertThat(feed.push(desk, whole)).extracting(Receipt::position).containsExactly(1L, 2L, 3L, 4L);
    }

    @Test
    void aPushThatLeavesSomethingOutIsRefusedWithWhereToBegin() {
        feed.push(desk, push(desk, 1, 2));

        var refusal = catchThrowableOfType(Refusal.class, () -> feed.push(desk, push(desk, 4, 5)));
        assertThat(refusal.code()).isEqualTo(Code.GAP);
        assertThat(refusal.expected()).isEqualTo(3);
    }

    @Test
    void anEntryOfAnotherTeamIsRejectedAndHoldsUpNothing() {
        var mixed = new Push(epoch, 1, List.of(entry(desk, 1, TEAM), entry(desk, 2, "team-T9"), entry(desk, 3, TEAM)));
        var receipts = feed.push(desk, mixed);

        assertThat(receipts).extracting(Receipt::position).containsExactly(1L, null, 2L);
        assertThat(feed.heads(List.of(TEAM, "team-T9"))).containsEntry("team-T9", 0L);
        assertThat(database.<List<String>>read(handle -> handle.createQuery("select scope from scope_head")
                        .mapTo(String.class)
                        .list()))
                .as("nothing of another team is touched")
                .doesNotContain("team-T9");
        assertThat(receipts.get(1).rejected()).isEqualTo("foreign-scope");
        assertThat(feed.push(desk, mixed)).isEqualTo(receipts);
    }

    @Test
    void nobodyReadsOrSpeaksForOthers() {
        var other = enrolled("team-T2");
        feed.push(desk, push(desk, 1, 1));

        assertThat(refused(() -> feed.pull(other, TEAM, epoch, 0))).isEqualTo(Code.FOREIGN_SCOPE);
        assertThat(refused(() -> feed.push(other, push(desk, 1, 1)))).isEqualTo(Code.MALFORMED);
        assertThat(refused(() -> feed.push(UUID.randomUUID(), new Push(epoch, 1, List.of())))).isEqualTo(Code.UNKNOWN_DESK);
        assertThat(refused(() -> feed.push(desk, new Push(UUID.randomUUID(), 2, List.of())))).isEqualTo(Code.OTHER_EPOCH);
        assertThat(refused(() -> feed.pull(desk, TEAM, UUID.randomUUID(), 0))).isEqualTo(Code.OTHER_EPOCH);
        assertThat(feed.pull(other, Scopes.COMPANY, epoch, 0).entries()).isEmpty();
    }

    @Test
    void aNumberIsNotGivenToAnotherEntryLater() {
        feed.push(desk, push(desk, 1, 2));

        assertThat(refused(() -> feed.push(desk, push(desk, 1, 2)))).isEqualTo(Code.SEQ_TAKEN);
        assertThat(feed.pull(desk, TEAM, epoch, 0).head()).isEqualTo(2);
    }

    @Test
    void aRevokedDeskIsToldSo() {
        enrolment.revoke(desk);

        assertThat(refused(() -> feed.push(desk, push(desk, 1, 1)))).isEqualTo(Code.REVOKED);
        assertThat(refused(() -> feed.pull(desk, TEAM, epoch, 0))).isEqualTo(Code.REVOKED);
    }

    @Test
    void aCodeLetsOneDeskInOnce() {
        var code = enrolment.offer(TEAM);
        var admitted = enrolment.redeem(code, UUID.randomUUID()).orElseThrow();

        assertThat(enrolment.redeem(code, UUID.randomUUID())).isEmpty();
        assertThat(enrolment.redeem("guessed", UUID.randomUUID())).isEmpty();
        assertThat(enrolment.admitted(admitted.token())).isNotNull();
        assertThat(refused(() -> enrolment.admitted("guessed"))).isEqualTo(Code.UNKNOWN_DESK);
        assertThat(Enrolment.nextCode(98)).isEqualTo("A99");
        assertThat(Enrolment.nextCode(99)).isEqualTo("B01");
    }

    /// Eight desks write into one scope at once while another reads along: it must see every number in order.
    @Test
    void aReaderWhoFollowsTheNumbersMissesNothing() throws InterruptedException {
        var desks = new ArrayList<UUID>();
        for (var i = 0; i < 8; i++) {
            desks.add(enrolled(TEAM));
        }
        var writers = desks.stream()
                .map(writer -> Thread.ofVirtual().start(() -> {
                    for (var seq = 1; seq <= 60; seq += 3) {
                        feed.push(writer, push(writer, seq, seq + 2));
                    }
                }))
                .toList();
        var seen = new HashSet<UUID>();
        var after = 0L;
        while (seen.size() < 8 * 60) {
            Page page = feed.pull(desk, TEAM, epoch, after);
            page.entries().forEach(entry -> seen.add(entry.id()));
            after = page.end();
            if (page.entries().isEmpty() && writers.stream().noneMatch(Thread::isAlive) && page.head() == after) {
                break;
            }
        }
        for (var writer : writers) {
            writer.join();
        }
        assertThat(seen).hasSize(8 * 60);
        assertThat(after).isEqualTo(8 * 60);
    }
}
