package dev.calmdesk.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.calmdesk.app.Kinds;
import dev.calmdesk.base.Ids;
import dev.calmdesk.base.Problem;
import dev.calmdesk.complaint.Account;
import dev.calmdesk.complaint.FollowUp;
import dev.calmdesk.complaint.Soothing;
import dev.calmdesk.data.Database;
import dev.calmdesk.data.Kind;
import dev.calmdesk.data.SeenAt;
import dev.calmdesk.inquiry.Inquiry;
import dev.calmdesk.support.ManualClock;
import dev.calmdesk.support.RandomRow;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class StepFormTest {

    private final ManualClock clock = new ManualClock("2026-11-22T06:21:00Z");
    private final Ids ids = Ids.timeOrdered(clock);
    private final Database database = Database.inMemory(clock, ids);

    @AfterEach
    void close() {
        database.close();
    }

    @TestFactory
    Stream<DynamicTest> aFormFilledFromARecordGivesTheRecordBack() {
        return Kinds.ALL.stream().map(kind -> DynamicTest.dynamicTest(kind.name(), () -> {
            var random = new RandomRow(kind.name().length());
            for (var i = 0; i < 20; i++) {
                assertReadBack(kind, database.read(handle -> random.values(handle, kind)));
            }
        }));
    }

    private void assertReadBack(Kind<?> kind, Map<String, @Nullable Object> values) {
        var id = ids.next();
        database.writeDo(tx -> tx.write(kind, id).set(values).as("written", id));

        var form = database.read(handle -> StepForm.of(handle, List.of(kind), id));
        var given = new HashMap<>(values);
        given.values().removeIf(value -> value == null || value.equals(false) || value.equals(List.of()));

        assertThat(StepForm.values(kind, form)).isEqualTo(given);
        assertThat(StepForm.readable(kind, form)).isEqualTo(given);
    }

    @Test
    void anEmptiedFieldIsClearedAndAnUntickedOneIsFalse() {
        var values = StepForm.values(Inquiry.KIND, Map.of(
                "inquiry.question", "  ", "inquiry.greeted", "", "inquiry.thanked", "false", "inquiry.articles", "",
                "inquiry.solved", "", "inquiry.satisfaction", " "));

        var expected = new HashMap<String, @Nullable Object>();
        expected.put("question", null);
        expected.put("greeted", false);
        expected.put("thanked", false);
        expected.put("articles", List.of());
        expected.put("solved", null);
        expected.put("satisfaction", null);
        assertThat(values).isEqualTo(expected);
    }

    @Test
    void fieldsOfOtherRecordsAreLeftAlone() {
        var form = Map.of("account.event", "发酸", "account_more.x", "1", "soothing.remark", "急");

        assertThat(StepForm.values(Account.KIND, form)).containsOnlyKeys("event");
        assertThat(StepForm.values(Soothing.KIND, form)).containsOnlyKeys("remark");
        assertThat(StepForm.values(Inquiry.KIND, form)).isEmpty();
    }

    @Test
    void everyEntryThatCannotBeReadIsNamedAtOnce() {
        var form = Map.of(
                "follow_up.satisfaction", "sehr gut", "follow_up.due_at", "明天", "follow_up.received", "MAYBE",
                "follow_up.lesson", "早点打", "follow_up.no_such_field", "1");

        var problem = catchThrowableOfType(Problem.Incomplete.class, () -> StepForm.values(FollowUp.KIND, form));

        assertThat(problem.textKey()).isEqualTo("gate.problem.unreadable");
        assertThat(problem.points())
                .allMatch(point -> point.textKey().equals("gate.unreadable"))
                .extracting(Problem.Point::field)
                .containsExactlyInAnyOrder(
                        "follow_up.satisfaction", "follow_up.due_at", "follow_up.received", "follow_up.no_such_field");
        assertThat(StepForm.readable(FollowUp.KIND, form)).isEqualTo(Map.of("lesson", "早点打"));
    }

    @Test
    void whatPeopleTypeAroundAValueIsTakenOff() {
        assertThat(StepForm.values(FollowUp.KIND, Map.of("follow_up.satisfaction", " 4 ", "follow_up.lesson", "\n早点打 ")))
                .isEqualTo(Map.of("satisfaction", 4, "lesson", "早点打"));
        assertThat(StepForm.values(Account.KIND, Map.of("account.not_known", "account.batch , account.place")))
                .isEqualTo(Map.of("not_known", List.of("account.batch", "account.place")));
    }

    @Test
    void whereNothingIsRecordedTheFormIsEmptyAndNothingWasSeen() {
        assertThat(database.<Map<String, String>>read(handle -> StepForm.of(handle, List.of(Account.KIND), ids.next())))
                .containsExactly(Map.entry("seen.account", "0"));
    }

    @Test
    void aFormHasSeenWhatItsOldestWordHad() {
        var form = Map.of("account.event", "a", "seen.account.event", "12", "seen.account.place", "9", "seen.assessment.category", "3");
        assertThat(StepForm.seen(Account.KIND, form)).contains(new SeenAt(0, 9));
        assertThat(StepForm.seen(Account.KIND, Map.of("account.event", "a", "seen.account", "4"))).isEmpty();
    }
}
