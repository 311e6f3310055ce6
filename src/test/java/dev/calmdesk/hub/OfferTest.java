package dev.calmdesk.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.calmdesk.app.Kinds;
import dev.calmdesk.support.ManualClock;
import dev.calmdesk.support.Postgres;
import dev.calmdesk.sync.wire.Numbered;
import dev.calmdesk.sync.wire.Offer;
import dev.calmdesk.sync.wire.Page;
import dev.calmdesk.sync.wire.Push;
import dev.calmdesk.sync.wire.Receipt;
import dev.calmdesk.sync.wire.Refusal;
import dev.calmdesk.sync.wire.Refusal.Code;
import dev.calmdesk.sync.wire.WireEntry;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jspecify.annotations.Nullable;

/// What a hub takes back that says it was restored from a backup.
class OfferTest {

    private static final String TEAM = "team-T1";

    private final ManualClock clock = new ManualClock("2026-11-22T02:00:00Z");
    private final HubDatabase database = HubDatabase.open(Postgres.emptyDatabase());
    private final Feed feed = new Feed(database, new EntryRules(Kinds.ALL, Set.of("article")), clock);
    private final Enrolment enrolment = new Enrolment(database, clock);
    private final UUID epoch = UUID.randomUUID();
    private final UUID desk = enrolled();
    private final UUID other = enrolled();

    @BeforeEach
    void restore() {
        feed.restored(epoch);
    }

    private UUID enrolled() {
        var id = UUID.randomUUID();
        enrolment.redeem(enrolment.offer(TEAM), id).orElseThrow();
        return id;
    }

    private static WireEntry entry(UUID desk, long seq, @Nullable Long base, String text) {
        return new WireEntry(
                UUID.randomUUID(), TEAM, "note", 1, UUID.randomUUID(), null, "added", UUID.randomUUID(), desk, seq, 0L, base,
                Map.of("text", Arrays.asList(null, text)));
    }

    private static WireEntry entry(UUID desk, long seq) {
        return entry(desk, seq, null, "第 " + seq + " 条");
    }

    private Offer offer(long kept, Numbered... entries) {
        return new Offer(epoch, TEAM, kept, List.of(entries), null);
    }

    private Code refused(Offer offer) {
        return catchThrowableOfType(Refusal.class, () -> feed.take(desk, offer)).code();
    }

    private Page page() {
        return feed.pull(desk, TEAM, epoch, 0);
    }

    @Test
    void whatContinuesTheBackupKeepsItsNumberAndWhatItHadSeen() {
        var lost = List.of(entry(desk, 1), entry(other, 1, 1L, "二"), entry(desk, 2, 2L, "三"));
        var receipts = feed.take(desk, new Offer(epoch, TEAM, 0, IntStream.range(0, 3)
                .mapToObj(at -> new Numbered(at + 1, lost.get(at)))
                .toList(), null));

        assertThat(receipts).extracting(Receipt::position).containsExactly(1L, 2L, 3L);
        assertThat(page().entries()).isEqualTo(lost);
    }

    @Test
    void whatCannotKeepItsNumberHasSeenOnlyWhatStillStandsWhereItStood() {
        feed.push(other, new Push(epoch, 1, List.of(entry(other, 1))));
        var receipts = feed.take(desk, offer(0, new Numbered(1, entry(desk, 1)), new Numbered(2, entry(desk, 2, 1L, "二"))));

        assertThat(receipts).extracting(Receipt::position).containsExactly(2L, 3L);
        assertThat(page().entries()).extracting(WireEntry::base).containsExactly(null, null, 0L);
    }

    @Test
    void theSameOfferedAgainIsTheSame() {
        var offer = offer(0, new Numbered(1, entry(desk, 1)), new Numbered(2, entry(other, 1)));
        var receipts = feed.take(desk, offer);

        assertThat(feed.take(other, offer)).isEqualTo(receipts);
        assertThat(page().head()).isEqualTo(2);
    }

    @Test
    void aDeskGoesOnBehindWhatWasOfferedOfIt() {
        feed.take(desk, offer(0, new Numbered(1, entry(other, 4))));
        feed.take(desk, new Offer(epoch, TEAM, 0, List.of(), 7L));

        assertThat(catchThrowableOfType(Refusal.class, () -> feed.push(other, new Push(epoch, 6, List.of()))).expected())
                .isEqualTo(5);
        assertThat(catchThrowableOfType(Refusal.class, () -> feed.push(desk, new Push(epoch, 9, List.of()))).expected())
                .isEqualTo(8);
    }

    @Test
    void aNumberOfADeskIsNeverGivenTwice() {
        feed.push(other, new Push(epoch, 1, List.of(entry(other, 1))));
        var receipts = feed.take(desk, offer(
                0, new Numbered(1, entry(other, 1)), new Numbered(2, entry(desk, 1)), new Numbered(3, entry(desk, 1))));

        assertThat(receipts).extracting(Receipt::rejected).containsExactly("id-taken", null, "id-taken");
    }

    @Test
    void whatNoDeskCouldKeepIsNotTaken() {
        var receipts = feed.take(desk, offer(0, new Numbered(1, entry(desk, 1, null, "a\u0000b"))));

        assertThat(receipts).extracting(Receipt::rejected).containsExactly("unfit");
        assertThat(page().head()).isZero();
    }

    @Test
    void anOfferThatIsNotInOrderIsRefused() {
        assertThat(refused(offer(0, new Numbered(2, entry(desk, 1)), new Numbered(1, entry(desk, 2))))).isEqualTo(Code.MALFORMED);
        assertThat(refused(offer(5, new Numbered(5, entry(desk, 1))))).isEqualTo(Code.MALFORMED);
        assertThat(refused(new Offer(epoch, "company", 0, List.of(new Numbered(1, entry(desk, 1))), null)))
                .isEqualTo(Code.MALFORMED);
        assertThat(refused(new Offer(epoch, "team-T9", 0, List.of(), null))).isEqualTo(Code.FOREIGN_SCOPE);
        assertThat(refused(new Offer(UUID.randomUUID(), TEAM, 0, List.of(), null))).isEqualTo(Code.OTHER_EPOCH);
        assertThat(page().head()).isZero();
    }

    @Test
    void theDoorCloses() {
        clock.advance(Duration.ofDays(31));
        assertThat(refused(offer(0, new Numbered(1, entry(desk, 1))))).isEqualTo(Code.NOT_RESTORED);
    }
}
