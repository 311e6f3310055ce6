package dev.calmdesk.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.calmdesk.base.Problem.Point;
import dev.calmdesk.data.Json;
import dev.calmdesk.pack.PackFolder;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RequirementTest {

    private static final Requirement BATCH = new Requirement(List.of("account.batch"), true, Map.of());
    private static final Requirement EVENT = new Requirement(List.of("account.event"), false, Map.of());
    private static final Requirement SHOP_OR_ORDER =
            new Requirement(List.of("account.bought_from", "account.order_no"), true, Map.of());
    private static final Requirement NEXT_STEP = new Requirement(
            List.of("decision.next_step"), false, Map.of("decision.answer", List.of("REJECTED", "SILENT")));

    private enum Answer {
        ACCEPTED, REJECTED
    }

    private static Facts facts(String name, @Nullable Object value) {
        return new Facts(Collections.singletonMap(name, value), Set.of());
    }

    private static Facts unknown(String... names) {
        return new Facts(Map.of(), Set.of(names));
    }

    static List<Object> given() {
        return List.of("x", 1, 5L, true, List.of("a"), Answer.ACCEPTED);
    }

    static List<Object> notGiven() {
        return List.of("", "  \n", 0, 0L, false, List.of());
    }

    @ParameterizedTest
    @MethodSource("given")
    void aValueSettlesAPoint(Object value) {
        assertThat(EVENT.isMetBy(facts("account.event", value))).isTrue();
    }

    @ParameterizedTest
    @MethodSource("notGiven")
    void whatIsEmptyFalseOrZeroDoesNot(Object value) {
        assertThat(EVENT.isMetBy(facts("account.event", value))).isFalse();
    }

    @Test
    void absentAndNullAreNotGiven() {
        assertThat(EVENT.isMetBy(facts("account.event", null))).isFalse();
        assertThat(EVENT.isMetBy(facts("account.place", "家中"))).isFalse();
    }

    @Test
    void notKnownSettlesOnlyPointsThatAllowIt() {
        assertThat(BATCH.isMetBy(unknown("account.batch"))).isTrue();
        assertThat(BATCH.isMetBy(unknown("account.place"))).isFalse();
        assertThat(EVENT.isMetBy(unknown("account.event"))).isFalse();
    }

    @Test
    void anyOneOfSeveralFactsSettlesAPoint() {
        assertThat(SHOP_OR_ORDER.isMetBy(facts("account.order_no", "CS26"))).isTrue();
        assertThat(SHOP_OR_ORDER.isMetBy(facts("account.bought_from", "旗舰店"))).isTrue();
        assertThat(SHOP_OR_ORDER.isMetBy(unknown("account.order_no"))).isTrue();
        assertThat(SHOP_OR_ORDER.isMetBy(facts("account.batch", "L1"))).isFalse();
    }

    @Test
    void aConditionDecidesWhetherAPointIsAskedAtAll() {
        assertThat(NEXT_STEP.isMetBy(facts("decision.answer", "ACCEPTED"))).isTrue();
        assertThat(NEXT_STEP.isMetBy(facts("decision.answer", null))).isTrue();
        assertThat(NEXT_STEP.isMetBy(facts("decision.answer", "REJECTED"))).isFalse();
        assertThat(NEXT_STEP.isMetBy(facts("decision.answer", Answer.REJECTED))).isFalse();
        assertThat(NEXT_STEP.isMetBy(new Facts(
                        Map.of("decision.answer", "SILENT", "decision.next_step", "三天后再联系"), Set.of())))
                .isTrue();
    }

    @Test
    void allConditionsMustHold() {
        var both = new Requirement(List.of("c"), false, Map.of("a", List.of("1"), "b", List.of("true")));

        assertThat(both.isMetBy(new Facts(Map.of("a", 1), Set.of()))).isTrue();
        assertThat(both.isMetBy(new Facts(Map.of("a", 1, "b", true), Set.of()))).isFalse();
    }

    @Test
    void openPointsStandInTheOrderOfTheGateAndNameTheFirstField() {
        assertThat(Requirement.open(List.of(EVENT, BATCH, SHOP_OR_ORDER, NEXT_STEP), unknown("account.batch")))
                .containsExactly(
                        new Point("account.event", "gate.account.event"),
                        new Point("account.bought_from", "gate.account.bought_from"));
    }

    /// Whoever writes flows by hand leaves out what is the rule.
    @Test
    void aRequirementIsReadFromFewWords() {
        var read = Json.read("{\"need\":[\"a.b\"]}", Requirement.class);

        assertThat(read).isEqualTo(new Requirement(List.of("a.b"), false, Map.of()));
    }

    @Test
    void filledWithEverythingNoShippedGateIsOpenAndWithNothingEachAsks() {
        PackFolder.withBundled("chensui", pack -> pack.documents().stream()
                .filter(document -> document.topic().equals(Flow.TOPIC.name()))
                .map(document -> Json.read(document.body(), Flow.class))
                .flatMap(flow -> flow.steps().stream())
                .forEach(step -> {
                    var everything = new HashMap<String, @Nullable Object>();
                    step.gate().forEach(requirement -> requirement.need().forEach(name -> everything.put(name, true)));

                    assertThat(Requirement.open(step.gate(), new Facts(everything, Set.of()))).as(step.code()).isEmpty();
                    assertThat(Requirement.open(step.gate(), new Facts(Map.of(), Set.of())))
                            .as(step.code())
                            .hasSize((int) step.gate().stream().filter(each -> each.when().isEmpty()).count());
                }));
    }
}
