package dev.calmdesk.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.calmdesk.app.Kinds;
import dev.calmdesk.base.Problem;
import dev.calmdesk.people.Actor;
import dev.calmdesk.people.Role;
import dev.calmdesk.support.Postgres;
import dev.calmdesk.sync.Fleet.Member;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// How a person settles what two desks wrote without knowing of each other.
class ConflictsTest {

    private final Fleet fleet = new Fleet(3);
    private final Actor lead = new Actor(UUID.randomUUID(), "8001", "组长", Set.of(Role.LEAD), "T1");
    private Member lin;
    private Member chen;
    private Member team;
    private UUID promise;

    @BeforeEach
    void twoDesksWriteOneField() {
        fleet.begin(new Fleet.RealHubs(Postgres.emptyDatabase()), () -> false);
        lin = fleet.members.get(0);
        chen = fleet.members.get(1);
        team = fleet.members.get(2);
        promise = lin.promise("回电");
        fleet.settle();
        lin.set(promise, "text", "下午三点前回电");
        chen.set(promise, "text", "明天上午回电");
        fleet.settle();
    }

    @AfterEach
    void close() {
        fleet.close();
    }

    private static Conflicts conflicts(Member member) {
        return new Conflicts(member.database(), Kinds.ALL, Set.of("article", "product"));
    }

    private Conflict only(Member member) {
        var open = conflicts(member).open(lead);
        assertThat(open).hasSize(1);
        return open.getFirst();
    }

    private List<Object> texts() {
        return fleet.members.stream().map(member -> member.promiseRow(promise).get("text")).toList();
    }

    private void nothingWaitsAnywhere() {
        fleet.members.forEach(member -> {
            assertThat(conflicts(member).open(lead)).isEmpty();
            assertThat(member.conflicts()).isEmpty();
            assertThat(member.soundness().findings()).isEmpty();
        });
    }

    @Test
    void bothVersionsWaitOnEveryDeskWithTheirAuthors() {
        for (var member : fleet.members) {
            var field = only(member).field("text").orElseThrow();
            assertThat(field.versions()).extracting(field::value).containsExactly("下午三点前回电", "明天上午回电");
            assertThat(field.versions()).extracting("desk")
                    .containsExactly(lin.database().desk().id(), chen.database().desk().id());
            assertThat(field.before()).isEqualTo("回电");
        }
    }

    @Test
    void takingTheOtherVersionSettlesItEverywhere() {
        conflicts(team).decide(lead, only(team), Map.of("text", "明天上午回电"));
        assertThat(conflicts(team).open(lead)).isEmpty();
        fleet.settle();

        assertThat(texts()).containsOnly("明天上午回电");
        nothingWaitsAnywhere();
    }

    @Test
    void keepingWhatStandsIsADecisionToo() {
        var before = team.journal().size();
        conflicts(team).decide(lead, only(team), Map.of("text", "下午三点前回电"));
        fleet.settle();

        assertThat(team.journal()).hasSize(before + 1);
        assertThat(texts()).containsOnly("下午三点前回电");
        nothingWaitsAnywhere();
        assertThat(conflicts(lin).recent(lead)).singleElement().satisfies(decision -> {
            assertThat(decision.entry().author()).isEqualTo(lead.id());
            assertThat(decision.over().field("text").orElseThrow().versions()).hasSize(2);
            assertThat(decision.canBeTakenBack()).isTrue();
        });
    }

    @Test
    void aDecisionThatIsTakenBackWaitsAgainOnEveryDesk() {
        var decision = conflicts(team).decide(lead, only(team), Map.of("text", "两点到三点之间回电"));
        fleet.settle();
        assertThat(texts()).containsOnly("两点到三点之间回电");

        conflicts(team).takeBack(lead, decision);
        fleet.settle();

        assertThat(texts()).containsOnly("下午三点前回电");
        for (var member : fleet.members) {
            var field = only(member).field("text").orElseThrow();
            assertThat(field.versions()).extracting(field::value).containsExactly("下午三点前回电", "明天上午回电");
            assertThat(conflicts(member).recent(lead)).isEmpty();
        }
        conflicts(lin).decide(lead, only(lin), Map.of("text", "明天上午回电"));
        fleet.settle();
        assertThat(texts()).containsOnly("明天上午回电");
        nothingWaitsAnywhere();
    }

    @Test
    void whatWasChangedSinceIsNotTakenBack() {
        var decision = conflicts(team).decide(lead, only(team), Map.of("text", "明天上午回电"));
        team.set(promise, "text", "后天回电");

        var problem = catchThrowableOfType(Problem.Refused.class, () -> conflicts(team).takeBack(lead, decision));
        assertThat(problem.textKey()).isEqualTo("sync.problem.decision_overtaken");
        assertThat(conflicts(team).recent(lead)).singleElement().matches(recent -> !recent.canBeTakenBack());
    }

    @Test
    void aDecisionOverAnOlderPictureIsRefused() {
        var seen = only(team);
        conflicts(team).decide(lead, seen, Map.of("text", "明天上午回电"));

        var problem = catchThrowableOfType(
                Problem.Refused.class, () -> conflicts(team).decide(lead, seen, Map.of("text", "别的")));
        assertThat(problem.textKey()).isEqualTo("sync.problem.conflict_changed");
    }

    @Test
    void twoDifferentDecisionsWaitAgain() {
        conflicts(lin).decide(lead, only(lin), Map.of("text", "明天上午回电"));
        conflicts(chen).decide(lead, only(chen), Map.of("text", "今晚回电"));
        fleet.settle();

        for (var member : fleet.members) {
            var field = only(member).field("text").orElseThrow();
            assertThat(field.versions()).extracting(field::value).containsExactly("明天上午回电", "今晚回电");
        }
    }

    @Test
    void itConcernsItsAuthorsAndItsOwnerAndNobodyElse() {
        var owner = new Actor(lin.database().desk().id(), "8021", "林晓棠", Set.of(Role.AGENT), "T1");
        var author = new Actor(chen.database().desk().id(), "8013", "陈屿", Set.of(Role.AGENT), "T1");
        var stranger = new Actor(UUID.randomUUID(), "8099", "别人", Set.of(Role.AGENT), "T1");

        assertThat(conflicts(team).open(owner)).hasSize(1);
        assertThat(conflicts(team).open(author)).hasSize(1);
        assertThat(conflicts(team).open(stranger)).isEmpty();
        var seen = only(team);
        assertThat(catchThrowableOfType(
                        Problem.NotAllowed.class, () -> conflicts(team).decide(stranger, seen, Map.of("text", "别的"))))
                .isNotNull();
    }
}
