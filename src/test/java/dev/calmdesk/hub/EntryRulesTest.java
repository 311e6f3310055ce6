package dev.calmdesk.hub;

import static org.assertj.core.api.Assertions.assertThat;

import dev.calmdesk.app.Kinds;
import dev.calmdesk.people.Actor;
import dev.calmdesk.support.Postgres;
import dev.calmdesk.sync.Scopes;
import dev.calmdesk.sync.wire.Push;
import dev.calmdesk.sync.wire.Receipt;
import dev.calmdesk.sync.wire.WireEntry;
import java.time.Clock;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.jspecify.annotations.Nullable;

/// The judging hub on a real database: what it rejects is remembered, and nothing of it is stored.
class EntryRulesTest {

    private static final String TEAM = "team-T1";
    private static final UUID LIN = new UUID(1, 1);
    private static final UUID LEAD = new UUID(1, 2);
    private static final UUID CASE = new UUID(3, 3);

    private final HubDatabase database = HubDatabase.open(Postgres.emptyDatabase());
    private final Enrolment enrolment = new Enrolment(database, Clock.systemUTC());
    private final Feed feed = new Feed(database, new EntryRules(Kinds.ALL, Kinds.OF_THE_COMPANY));
    private final Desk first = new Desk(3);

    private final class Desk {
        private final UUID id = UUID.randomUUID();
        private long seq;

        Desk(long lastSeq) {
            enrolment.redeem(enrolment.offer(TEAM), id, lastSeq).orElseThrow();
        }

        WireEntry entry(String scope, UUID author, String kind, String act, UUID entity, @Nullable Object... fields) {
            var changes = new HashMap<String, List<@Nullable Object>>();
            for (var i = 0; i < fields.length; i += 2) {
                changes.put(String.valueOf(fields[i]), Arrays.asList(null, fields[i + 1]));
            }
            return new WireEntry(UUID.randomUUID(), scope, kind, 1, entity, null, act, author, id, ++seq, 0L, null, changes);
        }

        WireEntry note(String field, @Nullable Object value) {
            return entry(TEAM, LIN, "note", "added", UUID.randomUUID(), field, value);
        }

        List<Receipt> push(WireEntry... entries) {
            return feed.push(id, new Push(feed.identity().epoch(), entries[0].seq(), List.of(entries)));
        }

        /// @return the reason why it was not taken
        @Nullable String reason(WireEntry entry) {
            return push(entry).getFirst().rejected();
        }
    }

    private WireEntry erasure(UUID author, UUID record) {
        return first.entry(
                Scopes.COMPANY, author, "erasure", "erased", UUID.randomUUID(), "customer_id", new UUID(5, 5).toString(),
                "records", "[\"%s\"]".formatted(record), "personal", "{}", "reason", "asked for it", "erased_at", 0L);
    }

    private WireEntry noteOf(UUID id) {
        return first.entry(TEAM, LIN, "note", "added", id, "text", "回电");
    }

    @Test
    void whatFollowsAnErasureInOnePushIsNotTaken() {
        var note = UUID.randomUUID();
        var nobodys = first.entry(TEAM, UUID.randomUUID(), "note", "added", note, "text", "回电");
        var before = noteOf(note);
        assertThat(first.push(nobodys, before, erasure(LEAD, note), noteOf(note)))
                .extracting(Receipt::rejected)
                .containsExactly(Rights.UNKNOWN_AUTHOR, null, null, "erased");
        var unsaid = first.entry(TEAM, UUID.randomUUID(), "note", "added", note, "text", "回电");
        assertThat(first.reason(unsaid)).isEqualTo("erased");
        assertThat(first.reason(noteOf(note))).isEqualTo("erased");
    }

    @Test
    void anErasureThatNobodyAllowedErasesNothing() {
        var note = UUID.randomUUID();

        assertThat(first.push(erasure(LIN, note), noteOf(note)))
                .extracting(Receipt::rejected)
                .containsExactly(Rights.NOT_ALLOWED, null);
        assertThat(first.reason(noteOf(note))).isNull();
    }

    @BeforeEach
    void linWorksHere() {
        assertThat(first.push(
                        first.entry(Scopes.COMPANY, Actor.DESK.id(), "person", "added", LIN, "roles", "[\"AGENT\"]", "active", true),
                        first.entry(Scopes.COMPANY, Actor.DESK.id(), "person", "added", LEAD, "roles", "[\"LEAD\"]", "active", true),
                        first.entry(Scopes.COMPANY, Actor.DESK.id(), "workplace", "set", UUID.randomUUID(), "topic", "authority",
                                "body", "{\"role\":\"AGENT\",\"amount\":\"300\",\"couponAmount\":\"50\"}")))
                .extracting(Receipt::rejected)
                .containsOnlyNulls();
    }

    private WireEntry refund(Desk desk, long amount) {
        return desk.entry(
                TEAM, LIN, "remedy", "proposed", UUID.randomUUID(), "case_id", CASE.toString(), "type", "REFUND",
                "amount_minor", amount, "currency", "CNY", "state", "ALLOWED");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "null", "[]", "{}", "{\"role\":\"AGENT\"}", "{\"role\":null,\"amount\":\"1\",\"couponAmount\":\"1\"}",
        "{\"role\":\"AGENT\",\"amount\":\"much\",\"couponAmount\":\"0.001\"}"
    })
    void anAuthorityThatNobodyCanReadGrantsNothingAndHoldsUpNobody(String body) {
        first.push(first.entry(
                Scopes.COMPANY, Actor.DESK.id(), "workplace", "set", UUID.randomUUID(), "topic", "authority", "body", body));

        assertThat(first.push(refund(first, 300_00), refund(first, 1)))
                .extracting(Receipt::rejected)
                .containsExactly(null, Rights.NOT_ALLOWED);
    }

    @Test
    void ofTwoDesksThatBothGrantTheWholeLimitOneIsToldSo() throws InterruptedException {
        var second = new Desk(0);
        var one = refund(first, 300_00);
        var other = refund(second, 300_00);
        var pushes = List.of(
                Thread.ofVirtual().start(() -> first.push(one)), Thread.ofVirtual().start(() -> second.push(other)));
        for (var push : pushes) {
            push.join();
        }

        assertThat(Stream.of(first.push(one), second.push(other)).map(receipts -> receipts.getFirst().rejected()))
                .containsExactlyInAnyOrder(null, Rights.NOT_ALLOWED);
        assertThat(first.reason(refund(first, 1))).isEqualTo(Rights.NOT_ALLOWED);
    }

    @Test
    void whatIsRejectedIsNotStoredHoldsUpNothingAndIsToldAgain() {
        var stranger = first.entry(TEAM, UUID.randomUUID(), "note", "added", UUID.randomUUID(), "text", "x");
        var mine = first.note("text", "y");
        var receipts = first.push(stranger, mine);

        assertThat(receipts).extracting(Receipt::rejected).containsExactly(Rights.UNKNOWN_AUTHOR, null);
        assertThat(first.push(stranger, mine)).isEqualTo(receipts);
        assertThat(feed.pull(first.id, TEAM, feed.identity().epoch(), 0).entries()).containsExactly(mine);
    }

    @Test
    void aDeskThatComesLaterIsJudgedAlsoForWhatItDidBefore() {
        var second = new Desk(100);

        assertThat(second.reason(second.entry(
                        Scopes.COMPANY, Actor.DESK.id(), "person", "added", UUID.randomUUID(), "roles", "[\"ADMIN\"]", "active", true)))
                .isEqualTo(Rights.NOT_ALLOWED);
        assertThat(second.reason(second.note("text", "x"))).isNull();
    }

    @Test
    void aCodeWithHistoryVouchesForWhatADeskDidBefore() {
        var desk = new Desk(0);
        enrolment.redeem(enrolment.offer(TEAM, true), desk.id, 1).orElseThrow();

        assertThat(desk.reason(desk.entry(TEAM, UUID.randomUUID(), "note", "added", UUID.randomUUID()))).isNull();
        assertThat(desk.reason(desk.entry(TEAM, UUID.randomUUID(), "note", "added", UUID.randomUUID())))
                .isEqualTo(Rights.UNKNOWN_AUTHOR);
    }

    @Test
    void aHubThatBeganWithoutJudgingKnowsItsPeopleAllTheSame() {
        database.write(handle -> handle.execute("delete from fact"));
        assertThat(database.<Boolean>read(FactStore::isNobodyKnown)).isTrue();

        EntryRules.prepare(database);

        assertThat(first.reason(first.entry(TEAM, UUID.randomUUID(), "note", "added", UUID.randomUUID())))
                .isEqualTo(Rights.UNKNOWN_AUTHOR);
        assertThat(first.reason(refund(first, 300_00))).isNull();
    }

    @TestFactory
    Stream<DynamicTest> aValueThatNoDeskCouldKeepIsNotTaken() {
        return Stream.of(
                        Map.entry("text", 5),
                        Map.entry("text", true),
                        Map.entry("text", List.of("x")),
                        Map.entry("text", Map.of("x", 1)),
                        Map.entry("text", "nul \0"),
                        Map.entry("text", "half \ud83d"),
                        Map.entry("text", "x".repeat(20_001)),
                        Map.entry("case_id", "no id"),
                        Map.entry("case_id", "1-1-1-1-1"),
                        Map.entry("at", "yesterday"),
                        Map.entry("at", 1.5),
                        Map.entry("at", new java.math.BigInteger("99999999999999999999")),
                        Map.entry("of_tomorrow", Double.NaN),
                        Map.entry("of_tomorrow", List.of()),
                        Map.entry("id", UUID.randomUUID().toString()),
                        Map.entry("", "x"),
                        Map.entry("text; drop table note", "x"),
                        Map.entry("x".repeat(65), "x"))
                .map(bad -> DynamicTest.dynamicTest(
                        bad.getKey() + " " + bad.getValue().getClass().getSimpleName(),
                        () -> assertThat(first.reason(first.note(bad.getKey(), bad.getValue()))).isEqualTo("unfit")));
    }

    @Test
    void aNameThatNoDeskKnowsAndAMissingValueAreNotTaken() {
        var promise = UUID.randomUUID();
        assertThat(first.reason(first.entry(TEAM, LIN, "promise", "made", promise, "state", "FORGOTTEN"))).isEqualTo("unfit");
        assertThat(first.reason(first.entry(TEAM, LIN, "promise", "made", promise, "text", null))).isEqualTo("unfit");
        assertThat(first.reason(first.entry(TEAM, LIN, "promise", "made", promise, "remark", null))).isNull();
        assertThat(first.reason(first.entry(TEAM, LIN, "promise", "MADE", promise, "remark", null))).isEqualTo("unfit");
        assertThat(first.reason(first.entry(TEAM, LIN, "promise'", "made", promise, "remark", null))).isEqualTo("unfit");
        assertThat(first.reason(first.entry(Scopes.COMPANY, LIN, "promise", "made", promise, "remark", null)))
                .isEqualTo("foreign-scope");
        assertThat(first.reason(first.entry(TEAM, LIN, "person", "password_changed", LIN, "password", "x")))
                .isEqualTo("foreign-scope");
    }

    @Test
    void oneIdTwiceInAPushIsTakenOnce() {
        var note = first.note("text", "x");
        var copy = new WireEntry(
                note.id(), note.scope(), note.kind(), 1, note.entity(), null, note.act(), LIN, first.id, ++first.seq, 0L, null,
                note.changes());

        assertThat(first.push(note, copy)).extracting(Receipt::rejected).containsExactly(null, "id-taken");
    }
}
