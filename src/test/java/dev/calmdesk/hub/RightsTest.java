package dev.calmdesk.hub;

import static org.assertj.core.api.Assertions.assertThat;

import dev.calmdesk.people.Actor;
import dev.calmdesk.people.Role;
import dev.calmdesk.sync.Scopes;
import dev.calmdesk.sync.wire.WireEntry;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.jspecify.annotations.Nullable;

/// What somebody writes beyond their roles is not taken, whatever their desk says.
class RightsTest {

    private static final UUID DESK = new UUID(7, 7);
    private static final UUID CASE = new UUID(3, 3);

    private final Facts facts = new Facts(true);
    private final Map<Role, UUID> people = new EnumMap<>(Role.class);
    private long written;

    @BeforeEach
    void someoneOfEachRole() {
        for (var role : Role.values()) {
            people.put(role, new UUID(1, role.ordinal()));
            take(entry(Actor.DESK.id(), "person", "added", person(role), "roles", "[\"" + role + "\"]", "active", true));
        }
        var limits = Map.of("AGENT", "300", "LEAD", "3000", "MANAGER", "20000");
        limits.forEach((role, most) -> take(entry(
                Actor.DESK.id(), "workplace", "set", UUID.randomUUID(), "topic", "authority",
                "body", "{\"role\":\"%s\",\"amount\":\"%s\",\"couponAmount\":\"50\"}".formatted(role, most))));
    }

    private UUID person(Role role) {
        return people.get(role);
    }

    private Rights rights(boolean vouched, long enrolledSeq) {
        return new Rights(facts, new Feed.Desk(DESK, "A01", "team-T1", 0, false, enrolledSeq, vouched));
    }

    private WireEntry entry(UUID author, String kind, String act, UUID entity, @Nullable Object... fields) {
        return entry(author, kind, act, entity, null, fields);
    }

    private WireEntry entry(
            UUID author, String kind, String act, UUID entity, @Nullable Long base, @Nullable Object... fields) {
        var changes = new HashMap<String, List<@Nullable Object>>();
        for (var i = 0; i < fields.length; i += 2) {
            changes.put(String.valueOf(fields[i]), Arrays.asList(null, fields[i + 1]));
        }
        return new WireEntry(
                UUID.randomUUID(), Scopes.COMPANY, kind, 1, entity, null, act, author, DESK, ++written, 0L, base, changes);
    }

    private void take(WireEntry entry) {
        facts.take(entry.at(entry.seq()));
    }

    private String judged(WireEntry entry) {
        return rights(false, 0).whyNot(entry).orElse("taken");
    }

    /// Takes it if it is allowed.
    private String sent(WireEntry entry) {
        var judged = judged(entry);
        if (judged.equals("taken")) {
            take(entry);
        }
        return judged;
    }

    private DynamicTest only(String what, List<Role> allowed, java.util.function.Function<UUID, WireEntry> write) {
        return DynamicTest.dynamicTest(what, () -> {
            for (var role : Role.values()) {
                assertThat(judged(write.apply(person(role))))
                        .as("%s by %s", what, role)
                        .isEqualTo(allowed.contains(role) ? "taken" : Rights.NOT_ALLOWED);
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> eachActIsForItsRoles() {
        var serving = List.of(Role.AGENT, Role.SPECIALIST, Role.LEAD, Role.MANAGER);
        var leading = List.of(Role.LEAD, Role.MANAGER);
        var target = UUID.randomUUID();
        return Stream.of(
                only("a new account", List.of(Role.ADMIN), by -> entry(by, "person", "added", target, "roles", "[\"ADMIN\"]")),
                only("another's role", List.of(Role.ADMIN), by ->
                        entry(by, "person", "changed", person(Role.AGENT), "roles", "[\"MANAGER\"]")),
                only("another's password", List.of(Role.ADMIN), by ->
                        entry(by, "person", "password_reset", target, "password", "x")),
                only("a role under the name of a password", List.of(), by ->
                        entry(by, "person", "password_changed", by, "password", "x", "roles", "[\"ADMIN\"]")),
                only("another's password under the name of one's own", List.of(), by ->
                        entry(by, "person", "password_changed", target, "password", "x")),
                only("one's own password", List.of(Role.values()), by ->
                        entry(by, "person", "password_changed", by, "password", "x")),
                only("limits of the workplace", List.of(Role.ADMIN, Role.MANAGER), by ->
                        entry(by, "workplace", "set", target, "topic", "authority", "body", "{}")),
                only("publishing", List.of(Role.QUALITY, Role.MANAGER), by ->
                        entry(by, "article", "published", target, "state", "PUBLISHED")),
                only("archiving", List.of(Role.QUALITY, Role.MANAGER), by ->
                        entry(by, "article", "archived", target, "state", "ARCHIVED")),
                only("a picture of articles", List.of(Role.QUALITY, Role.MANAGER), by ->
                        entry(by, "article_picture", "added", target, "sha256", "x")),
                only("a new draft", List.of(
                        Role.AGENT, Role.SPECIALIST, Role.LEAD, Role.TRAINER, Role.QUALITY, Role.MANAGER), by ->
                        entry(by, "article", "drafted", target, "state", "DRAFT", "written_by", by.toString())),
                only("a draft in another's name", List.of(), by ->
                        entry(by, "article", "drafted", target, "state", "DRAFT", "written_by", UUID.randomUUID().toString())),
                only("publishing under the name of a draft", List.of(), by ->
                        entry(by, "article", "drafted", target, "state", "PUBLISHED")),
                only("an answer to a report", List.of(
                        Role.AGENT, Role.SPECIALIST, Role.LEAD, Role.TRAINER, Role.QUALITY, Role.MANAGER), by ->
                        entry(by, "article_report", "answered", target, "answer", "x")),
                only("a report that is answered at once", List.of(), by ->
                        entry(by, "article_report", "reported", target, "answer", "x")),
                only("somebody else's reading", List.of(), by ->
                        entry(by, "article_ack", "acknowledged", target, "person", UUID.randomUUID().toString())),
                only("an import by hand", List.of(), by -> entry(by, "article", "imported", target, "title", "x")),
                only("a new customer", serving, by -> entry(by, "customer", "added", target, "tier", "STANDARD", "team", "T1")),
                only("a new customer of a high tier", leading, by -> entry(by, "customer", "added", target, "tier", "GOLD")),
                only("a tier", leading, by -> entry(by, "customer", "changed", target, "tier", "GOLD")),
                only("a tier as a decision", leading, by -> entry(by, "customer", "decided", target, "tier", "GOLD")),
                only("another team", leading, by -> entry(by, "customer", "moved", target, "team", "T2")),
                only("another team under another name", leading, by ->
                        entry(by, "customer", "changed", target, "team", "T2")),
                only("clear numbers", List.of(Role.AGENT, Role.SPECIALIST, Role.LEAD, Role.QUALITY, Role.MANAGER), by ->
                        entry(by, "customer_reveal", "revealed", target, "reason", "x")),
                only("a case", serving, by -> entry(by, "case", "opened", target, "title", "x")),
                only("somebody else's presence", List.of(), by ->
                        entry(by, "presence", "switched", target, "person", UUID.randomUUID().toString())),
                only("an act that nobody knows", List.of(), by -> entry(by, "person", "promoted", target, "roles", "[]")));
    }

    @Test
    void nobodyChangesWhatSomebodyElseWroteOrWhatIsPublished() {
        var draft = UUID.randomUUID();
        var agent = person(Role.AGENT);
        sent(entry(agent, "article", "drafted", draft, "state", "DRAFT", "written_by", agent.toString()));

        assertThat(judged(entry(agent, "article", "drafted", draft, 1L, "answer", "x"))).isEqualTo("taken");
        assertThat(judged(entry(person(Role.LEAD), "article", "drafted", draft, 1L, "answer", "x")))
                .isEqualTo(Rights.NOT_ALLOWED);
        assertThat(judged(entry(agent, "article", "reviewed", draft, 1L, "state", "REVIEWED"))).isEqualTo(Rights.NOT_ALLOWED);
        assertThat(sent(entry(person(Role.LEAD), "article", "reviewed", draft, 1L, "state", "REVIEWED"))).isEqualTo("taken");
        assertThat(judged(entry(agent, "article", "drafted", draft, 1L, "answer", "x")))
                .as("what was reviewed")
                .isEqualTo(Rights.NOT_ALLOWED);
        sent(entry(person(Role.QUALITY), "article", "published", draft, 2L, "state", "PUBLISHED"));
        assertThat(judged(entry(person(Role.LEAD), "article", "sent_back", draft, 2L, "state", "DRAFT")))
                .as("taking what is published out of use")
                .isEqualTo(Rights.NOT_ALLOWED);
        assertThat(judged(entry(person(Role.MANAGER), "article", "published", draft, 3L, "answer", "x"))).isEqualTo("taken");
    }

    @Test
    void onlyKnownAndActivePeopleWrite() {
        take(entry(person(Role.ADMIN), "person", "deactivated", person(Role.AGENT), 1L, "active", false));

        assertThat(judged(entry(person(Role.AGENT), "note", "added", CASE))).isEqualTo(Rights.UNKNOWN_AUTHOR);
        assertThat(judged(entry(UUID.randomUUID(), "note", "added", CASE))).isEqualTo(Rights.UNKNOWN_AUTHOR);
        assertThat(judged(entry(UUID.randomUUID(), "of-tomorrow", "done", CASE))).isEqualTo(Rights.UNKNOWN_AUTHOR);
        assertThat(judged(entry(person(Role.TRAINER), "of-tomorrow", "done", CASE))).isEqualTo("taken");
    }

    @Test
    void aRoleThatWasTakenAwayCountsNoMoreFromTheNextEntryOn() {
        assertThat(sent(entry(person(Role.ADMIN), "person", "changed", person(Role.LEAD), 1L, "roles", "[\"AGENT\"]")))
                .isEqualTo("taken");

        assertThat(judged(entry(person(Role.LEAD), "customer", "moved", CASE, "team", "T2"))).isEqualTo(Rights.NOT_ALLOWED);
    }

    @Test
    void aForgedRoleIsGivenByNobody() {
        var agent = person(Role.AGENT);
        assertThat(sent(entry(agent, "person", "changed", agent, 1L, "roles", "[\"ADMIN\"]"))).isEqualTo(Rights.NOT_ALLOWED);
        assertThat(sent(entry(agent, "person", "added", UUID.randomUUID(), "roles", "[\"ADMIN\"]", "active", true)))
                .isEqualTo(Rights.NOT_ALLOWED);
        assertThat(sent(entry(Actor.DESK.id(), "person", "changed", agent, 1L, "roles", "[\"ADMIN\"]")))
                .isEqualTo(Rights.NOT_ALLOWED);
        assertThat(facts.worker(agent).orElseThrow().roles()).containsExactly(Role.AGENT);
    }

    private WireEntry proposal(Role by, UUID remedy, String state, long amount) {
        return entry(
                person(by), "remedy", "proposed", remedy, "case_id", CASE.toString(), "type", "REFUND",
                "amount_minor", amount, "currency", "CNY", "state", state);
    }

    @Test
    void nobodyGrantsAboveTheirAuthority() {
        assertThat(judged(proposal(Role.AGENT, UUID.randomUUID(), "ALLOWED", 300_01))).isEqualTo(Rights.NOT_ALLOWED);
        assertThat(judged(proposal(Role.AGENT, UUID.randomUUID(), "ALLOWED", -1))).isEqualTo(Rights.NOT_ALLOWED);
        assertThat(judged(proposal(Role.AGENT, UUID.randomUUID(), "DONE", 1))).isEqualTo(Rights.NOT_ALLOWED);
        assertThat(judged(proposal(Role.AGENT, UUID.randomUUID(), "WAITING", 99_999))).isEqualTo("taken");

        assertThat(sent(proposal(Role.AGENT, UUID.randomUUID(), "ALLOWED", 200_00))).isEqualTo("taken");
        assertThat(judged(proposal(Role.AGENT, UUID.randomUUID(), "ALLOWED", 100_01))).isEqualTo(Rights.NOT_ALLOWED);
        assertThat(judged(proposal(Role.AGENT, UUID.randomUUID(), "ALLOWED", 100_00))).isEqualTo("taken");
        assertThat(judged(proposal(Role.LEAD, UUID.randomUUID(), "ALLOWED", 2800_00))).isEqualTo("taken");
    }

    @Test
    void aGrantDoesNotGrowLater() {
        var remedy = UUID.randomUUID();
        sent(proposal(Role.AGENT, remedy, "ALLOWED", 200_00));

        assertThat(judged(proposal(Role.AGENT, remedy, "ALLOWED", 250_00))).isEqualTo(Rights.NOT_ALLOWED);
        assertThat(judged(entry(person(Role.AGENT), "remedy", "carried_out", remedy, 1L, "state", "DONE", "amount_minor", 900_00)))
                .isEqualTo(Rights.NOT_ALLOWED);
        assertThat(judged(entry(person(Role.LEAD), "remedy", "decided", remedy, 1L, "amount_minor", 4000_00)))
                .isEqualTo(Rights.NOT_ALLOWED);
        assertThat(judged(entry(person(Role.AGENT), "remedy", "carried_out", remedy, 1L, "state", "DONE", "proof", "1")))
                .isEqualTo("taken");
    }

    /// The refusal comes to nothing, as the remedy was carried out meanwhile; the new amount beside it would stay.
    @Test
    void aGrantDoesNotGrowBesideWhatOthersDidMeanwhile() {
        var remedy = UUID.randomUUID();
        var seen = proposal(Role.AGENT, remedy, "ALLOWED", 200_00);
        take(seen);
        take(elsewhere(entry(person(Role.AGENT), "remedy", "carried_out", remedy, seen.seq(), "state", "DONE")));

        assertThat(judged(refusalWith(remedy, 4000_00))).isEqualTo(Rights.NOT_ALLOWED);
        assertThat(judged(refusalWith(remedy, 900_00))).as("within the lead's authority").isEqualTo("taken");
        assertThat(judged(entry(person(Role.LEAD), "remedy", "refused", remedy, "state", "REFUSED"))).isEqualTo("taken");
    }

    private WireEntry refusalWith(UUID remedy, long amount) {
        return entry(person(Role.LEAD), "remedy", "decided", remedy, "state", "REFUSED", "amount_minor", amount);
    }

    private static WireEntry elsewhere(WireEntry entry) {
        return new WireEntry(
                entry.id(), entry.scope(), entry.kind(), entry.v(), entry.entity(), entry.subject(), entry.act(),
                entry.author(), new UUID(7, 8), entry.seq(), entry.at(), entry.base(), entry.changes());
    }

    @Test
    void whatWaitsIsCarriedOutByNobodyBeforeSomebodyElseAllowsIt() {
        var remedy = UUID.randomUUID();
        var approval = UUID.randomUUID();
        var agent = person(Role.AGENT);
        var lead = person(Role.LEAD);
        sent(proposal(Role.AGENT, remedy, "WAITING", 800_00));
        sent(entry(agent, "approval", "asked", approval, "remedy_id", remedy.toString(), "case_id", CASE.toString(),
                "amount_minor", 800_00, "asked_by", agent.toString(), "state", "ASKED"));

        assertThat(judged(entry(agent, "remedy", "carried_out", remedy, 1L, "state", "DONE"))).isEqualTo(Rights.NOT_ALLOWED);
        assertThat(judged(entry(agent, "remedy", "allowed", remedy, 1L, "state", "ALLOWED"))).isEqualTo(Rights.NOT_ALLOWED);
        assertThat(judged(answer(agent, approval, 800_00))).isEqualTo(Rights.NOT_ALLOWED);
        assertThat(judged(entry(lead, "remedy", "allowed", remedy, 1L, "state", "ALLOWED")))
                .as("without an answer")
                .isEqualTo(Rights.NOT_ALLOWED);
        assertThat(judged(answer(lead, approval, 900_00))).as("more than was asked for").isEqualTo(Rights.NOT_ALLOWED);

        assertThat(sent(answer(lead, approval, 700_00))).isEqualTo("taken");
        assertThat(judged(entry(lead, "remedy", "allowed", remedy, 1L, "state", "ALLOWED")))
                .as("another amount than the answer says")
                .isEqualTo(Rights.NOT_ALLOWED);
        assertThat(sent(entry(lead, "remedy", "allowed", remedy, 1L, "state", "ALLOWED", "amount_minor", 700_00)))
                .isEqualTo("taken");
        assertThat(sent(entry(agent, "remedy", "carried_out", remedy, 1L, "state", "DONE", "proof", "R1"))).isEqualTo("taken");
        assertThat(judged(answer(person(Role.MANAGER), approval, 800_00))).as("a second answer").isEqualTo(Rights.NOT_ALLOWED);
    }

    private WireEntry answer(UUID by, UUID approval, long allowed) {
        return entry(by, "approval", "approved", approval, 1L,
                "state", "APPROVED", "allowed_minor", allowed, "decided_by", by.toString());
    }

    @Test
    void nobodyAnswersTheirOwnRequest() {
        var approval = UUID.randomUUID();
        var lead = person(Role.LEAD);
        sent(entry(lead, "approval", "asked", approval, "amount_minor", 5, "asked_by", lead.toString(), "state", "ASKED"));

        assertThat(judged(answer(lead, approval, 5))).isEqualTo(Rights.NOT_ALLOWED);
        assertThat(judged(answer(person(Role.MANAGER), approval, 5))).isEqualTo("taken");
        assertThat(judged(entry(lead, "approval", "asked", UUID.randomUUID(), "asked_by", person(Role.AGENT).toString(),
                "state", "ASKED"))).as("in another's name").isEqualTo(Rights.NOT_ALLOWED);
    }

    @Test
    void aPackThatADeskBeganWithReplacesNothing() {
        var item = UUID.randomUUID();
        var begun = entry(Actor.DESK.id(), "workplace", "set", item, "topic", "limit");
        var later = entry(Actor.DESK.id(), "workplace", "set", item, 5L, "topic", "limit");

        assertThat(rights(false, begun.seq()).whyNot(begun)).isEmpty();
        assertThat(rights(false, begun.seq() - 1).whyNot(begun)).as("after it was enrolled").isPresent();
        assertThat(rights(false, later.seq()).whyNot(later)).as("over what others have").isPresent();
        assertThat(rights(true, 0).whyNot(later)).as("from a desk that somebody answers for").isEmpty();
    }

    @Test
    void whatADeskDidBeforeSomebodyVouchedForItIsTaken() {
        var old = entry(UUID.randomUUID(), "person", "added", UUID.randomUUID(), "roles", "[\"ADMIN\"]");

        assertThat(rights(true, old.seq()).whyNot(old)).isEmpty();
        assertThat(rights(true, old.seq() - 1).whyNot(old)).isPresent();
        assertThat(rights(false, old.seq()).whyNot(old)).isPresent();
    }

    @Test
    void aHubThatKnowsNobodyTakesWhatComes() {
        var nobody = new Rights(new Facts(true), new Feed.Desk(DESK, "A01", "team-T1", 0, false, 0, false));

        assertThat(nobody.whyNot(entry(UUID.randomUUID(), "note", "added", CASE))).isEmpty();
    }
}
