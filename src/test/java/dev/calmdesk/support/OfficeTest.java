package dev.calmdesk.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.calmdesk.app.Kinds;
import dev.calmdesk.base.Problem;
import dev.calmdesk.clock.Clock;
import dev.calmdesk.clock.ClockState.Phase;
import dev.calmdesk.data.Entry;
import dev.calmdesk.data.Soundness;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;

/// A test in the [Office]. Whatever it did, every row must equal the sum of its journal entries afterwards.
public abstract class OfficeTest {

    protected final Office office = new Office();

    @AfterEach
    void closeSoundly() {
        assertThat(office.database.read(handle -> Soundness.of(handle, Kinds.ALL)).findings()).isEmpty();
        office.close();
    }

    /// How much was ever done.
    protected long entries() {
        return office.database.read(handle ->
                handle.createQuery("select count(*) from journal").mapTo(Long.class).one());
    }

    /// What happened to a case, as `kind.act`.
    protected List<String> acts(UUID caseId) {
        return office.cases.history(caseId).stream().map(OfficeTest::act).toList();
    }

    protected static String act(Entry entry) {
        return entry.kind() + "." + entry.act();
    }

    /// Expects a problem, and that nothing was written.
    protected Problem refused(String textKey, ThrowingCallable act) {
        var before = entries();
        var thrown = catchThrowable(act);
        assertThat(thrown).as(textKey).isInstanceOf(Problem.class);
        assertThat(((Problem) thrown).textKey()).isEqualTo(textKey);
        assertThat(entries()).as("entries after a refusal").isEqualTo(before);
        return (Problem) thrown;
    }

    /// Expects that a gate names exactly these points, and that nothing was written.
    protected void incomplete(List<String> fields, ThrowingCallable act) {
        var problem = refused("gate.problem.open", act);
        assertThat(((Problem.Incomplete) problem).points()).extracting(Problem.Point::field).containsExactlyElementsOf(fields);
    }

    /// The newest clock of a limit.
    protected Clock clock(UUID subject, String limit) {
        return office.clocks.of(subject).stream()
                .filter(each -> each.limitCode().equals(limit))
                .reduce((earlier, later) -> later)
                .orElseThrow();
    }

    protected Phase phase(UUID subject, String limit) {
        return office.clocks.state(clock(subject, limit)).phase();
    }
}
