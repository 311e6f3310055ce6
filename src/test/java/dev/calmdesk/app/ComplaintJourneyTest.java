package dev.calmdesk.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.calmdesk.cases.CaseState;
import dev.calmdesk.data.Entry;
import org.junit.jupiter.api.Test;

class ComplaintJourneyTest extends ComplaintByKeyboard {

    @Test
    void aComplaintIsTakenThroughItsFiveStepsByKeyboard() {
        enter("8051");
        takeAndCloseAComplaint();
        assertThat(subject().state()).isEqualTo(CaseState.CLOSED);
        assertThat(workspace.cases().history(caseId).stream().map(Entry::act))
                .contains("opened", "noted", "finished", "advanced", "reached", "closed");
    }

    @Override
    void filled(String step) {
        pictures("complaint-" + step);
    }
}
