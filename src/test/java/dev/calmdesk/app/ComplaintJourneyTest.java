package dev.calmdesk.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.calmdesk.cases.CaseState;
import dev.calmdesk.data.Entry;
import dev.calmdesk.fx.control.SearchBox;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
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

    @Test
    void whoIsLookedForWhenTheComplaintBeginsIsStillLookedForAndFoundOnTheCase() {
        enter("8051");
        keys(KeyCode.F2);
        shown("#matter");
        robot.write("13800001312");
        keys(KeyCode.ALT, KeyCode.DIGIT2);
        field("soothing.empathy_shown");
        caseId = workspace.drafts().unfinished(person.id()).getFirst().caseId();
        assertThat(subject().customerId()).isNull();

        SearchBox search = shown("#finder .search-field");
        assertThat(search.getText()).isEqualTo("13800001312");
        tabTo(search);
        keys(KeyCode.ENTER);

        await("the case is the caller's", () -> subject().customerId() != null);
        assertThat(workspace.cases().history(caseId).getLast().act()).isEqualTo("identified");
    }

    @Test
    void aNewcomersNameIsKeptBeforeAnybodyPressesAdd() {
        enter("8051");
        keys(KeyCode.F2);
        shown("#matter");
        robot.write("韦清和");
        TextField name = shown("#newcomer .text-field");
        await("the name is taken over", () -> name.getText().equals("韦清和"));

        await("it is kept", () -> form("caller.name").equals("韦清和"));
        keys(KeyCode.ALT, KeyCode.DIGIT1);
        await("the inquiry is open", () -> workspace.drafts().unfinished(person.id()).getFirst().caseId() != null);
        settle();
        TextField after = shown("#newcomer .text-field");
        assertThat(after.getText()).isEqualTo("韦清和");
    }

    @Override
    void filled(String step) {
        pictures("complaint-" + step);
    }
}
