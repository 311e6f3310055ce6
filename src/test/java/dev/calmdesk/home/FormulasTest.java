package dev.calmdesk.home;

import static org.assertj.core.api.Assertions.assertThat;

import dev.calmdesk.cases.PromiseState;
import dev.calmdesk.home.Formulas.Handled;
import dev.calmdesk.home.Formulas.Pledge;
import dev.calmdesk.home.Formulas.Rating;
import dev.calmdesk.home.Formulas.Resolved;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormulasTest {

    private static final UUID ME = new UUID(0, 1);
    private static final Instant NOON = Instant.parse("2026-11-22T04:00:00Z");

    @Test
    void withoutADenominatorThereIsNoFigure() {
        assertThat(Formulas.firstContact(List.of()).percent()).isEmpty();
        assertThat(Formulas.satisfied(List.of(new Rating(ME, null))).percent()).isEmpty();
        assertThat(Formulas.meanStars(List.of())).isEmpty();
        assertThat(Formulas.meanHandling(List.of())).isEmpty();
        assertThat(Formulas.kept(List.of(), NOON).percent()).isEmpty();
        assertThat(Formulas.median(List.of())).isEmpty();
    }

    @Test
    void aCustomerWhoCameBackWasNotHelpedAtFirst() {
        var resolved = List.of(
                new Resolved(ME, true, false), new Resolved(ME, true, true), new Resolved(ME, false, false));

        assertThat(Formulas.firstContact(resolved)).isEqualTo(new Share(1, 3));
    }

    @Test
    void onlyRealAnswersCountAsRatings() {
        var asked = List.of(
                new Rating(ME, 5), new Rating(ME, 4), new Rating(ME, 3), new Rating(ME, 0), new Rating(ME, null));

        assertThat(Formulas.satisfied(asked)).isEqualTo(new Share(2, 3));
        assertThat(Formulas.meanStars(asked)).isEqualTo(OptionalDouble.of(4));
    }

    @Test
    void handlingTimeReachesFromAnswerToTheEndOfWrapUp() {
        var handled = List.of(
                new Handled(ME, NOON, NOON.plusMillis(100_500)), new Handled(ME, NOON, NOON.plusSeconds(200)));

        assertThat(Formulas.meanHandling(handled)).isEqualTo(OptionalDouble.of(150.25));
    }

    @Test
    void aPromiseIsKeptInTimeOrMissedOrMovedBeforeItsTime() {
        var inTime = new Pledge(PromiseState.KEPT, NOON, NOON);
        var keptLate = new Pledge(PromiseState.KEPT, NOON.minusSeconds(1), NOON);
        var openAndOver = new Pledge(PromiseState.OPEN, NOON.minusSeconds(1), null);
        var openAndNotDue = new Pledge(PromiseState.OPEN, NOON.plusSeconds(1), null);
        var movedBefore = new Pledge(PromiseState.GIVEN_UP, NOON, NOON.minusSeconds(60));
        var givenUpLate = new Pledge(PromiseState.GIVEN_UP, NOON.minusSeconds(60), NOON);

        assertThat(Formulas.kept(List.of(inTime, openAndNotDue, movedBefore), NOON)).isEqualTo(new Share(1, 1));
        assertThat(Formulas.kept(List.of(inTime, keptLate, openAndOver, givenUpLate), NOON)).isEqualTo(new Share(1, 4));
    }

    @Test
    void theMedianIsTheMiddleOrTheMeanOfTheTwoInTheMiddle() {
        assertThat(Formulas.median(List.of(9.0, 1.0, 5.0))).isEqualTo(OptionalDouble.of(5));
        assertThat(Formulas.median(List.of(9.0, 1.0, 5.0, 6.0))).isEqualTo(OptionalDouble.of(5.5));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 10, 31})
    void halfOfAllValuesLieOnEachSideOfTheMedian(int count) {
        var random = new Random(count);
        var values = Stream.generate(random::nextDouble).limit(count).toList();

        var median = Formulas.median(values).orElseThrow();

        assertThat(values.stream().filter(value -> value < median).count()).isLessThanOrEqualTo(count / 2);
        assertThat(values.stream().filter(value -> value > median).count()).isLessThanOrEqualTo(count / 2);
    }

    @Test
    void aShareIsNeverRounded() {
        assertThat(new Share(2, 3).percent().orElseThrow()).isEqualTo(200.0 / 3);
        assertThat(new Figure(OptionalDouble.of(80), 29, OptionalDouble.of(75.5)).isSmall()).isTrue();
        assertThat(new Figure(OptionalDouble.of(80), 30, OptionalDouble.of(75.5)).isSmall()).isFalse();
        assertThat(new Figure(OptionalDouble.of(80), 30, OptionalDouble.of(75.5)).aboveTeam())
                .isEqualTo(OptionalDouble.of(4.5));
        assertThat(new Figure(OptionalDouble.of(80), 30, OptionalDouble.empty()).aboveTeam()).isEmpty();
    }
}
