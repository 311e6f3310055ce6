package dev.calmdesk.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.calmdesk.cases.Case;
import dev.calmdesk.cases.CaseState;
import dev.calmdesk.contact.Draft;
import dev.calmdesk.data.Entry;
import java.util.UUID;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/// A whole complaint by keyboard alone, from the ring of the telephone to the closed case.
class ComplaintJourneyTest extends DeskJourney {

    private UUID caseId;

    @Test
    void aComplaintIsTakenThroughItsFiveStepsByKeyboard() {
        enter("8051");
        takeTheCall();
        soothe();
        record();
        classify();
        resolve();
        followUp();
        var closed = subject();
        assertThat(closed.state()).isEqualTo(CaseState.CLOSED);
        assertThat(workspace.cases().history(caseId).stream().map(Entry::act))
                .contains("opened", "noted", "finished", "advanced", "reached", "closed");
    }

    private Case subject() {
        return workspace.cases().find(caseId).orElseThrow();
    }

    private void takeTheCall() {
        keys(KeyCode.F2);
        shown("#matter");
        robot.write("13800001312");
        await("the caller is recognised", () -> robot.lookup("#found")
                .tryQueryAs(ListView.class)
                .filter(list -> !list.getItems().isEmpty())
                .isPresent());
        keys(KeyCode.ENTER);
        keys(KeyCode.ALT, KeyCode.DIGIT2);
        field("soothing.empathy_shown");
        caseId = workspace.drafts().unfinished(person.id()).stream().map(Draft::caseId).findFirst().orElseThrow();
    }

    private void soothe() {
        keys(KeyCode.ALT, KeyCode.DIGIT4);
        tabTo("soothing.empathy_shown");
        keys(KeyCode.SPACE);
        tabTo("soothing.apology_given");
        keys(KeyCode.SPACE);
        keys(KeyCode.ALT, KeyCode.DIGIT2);
        pictures("complaint-soothe");
        finishTo("record");
    }

    private void record() {
        type("account.happened_at", "昨晚七点半左右");
        type("account.place", "家中");
        type("account.people", "本人");
        type("account.event", "打开燕麦奶闻着发酸，倒出来有絮状沉淀");
        type("account.expectation", "退这一箱的钱，告诉我是不是整批有问题");
        type("account.sku", "10442");
        keys(KeyCode.ENTER);
        type("account.batch", "L260911-1");
        type("account.bought_from", "旗舰店");
        keys(KeyCode.F8);
        await("the read-back text is made", () -> !form("account.read_back_text").isEmpty());
        tabTo("account.read_back");
        keys(KeyCode.SPACE);
        tabTo("account.acknowledged");
        keys(KeyCode.SPACE);
        pictures("complaint-record");
        finishTo("classify");
    }

    private void classify() {
        await("a category is proposed", () -> robot.lookup("#suggestions")
                .tryQueryAs(javafx.scene.layout.FlowPane.class)
                .filter(proposed -> !proposed.getChildren().isEmpty())
                .isPresent());
        keys(KeyCode.F8);
        await("the proposal is taken", () -> form("assessment.category").equals("food-safety/off-taste"));
        tabTo("assessment.harm");
        keys(KeyCode.SPACE);
        pictures("complaint-classify");
        finishTo("resolve");
    }

    private void resolve() {
        tabTo("investigation.confirmed");
        keys(KeyCode.SPACE);
        type("decision.plan", "整箱退款，样品送检，五个工作日内告知结果");
        tabTo("decision.told");
        keys(KeyCode.SPACE);
        tabTo("decision.answer");
        keys(KeyCode.SPACE);
        pictures("complaint-resolve");
        finishTo("follow_up");
    }

    private void followUp() {
        keys(KeyCode.F8);
        await("the customer was reached", () -> !workspace.complaints().view(caseId).tries().isEmpty());
        tabTo("follow_up.satisfaction");
        keys(KeyCode.SPACE);
        tabTo("follow_up.root_cause");
        keys(KeyCode.DOWN);
        settle();
        tabTo(specificCause());
        keys(KeyCode.DOWN);
        await("a root cause is chosen", () -> form("follow_up.root_cause").contains("/"));
        tabTo("follow_up.closing_code");
        keys(KeyCode.DOWN);
        pictures("complaint-follow-up");
        keys(KeyCode.CONTROL, KeyCode.ENTER);
        await("the case is closed", () -> subject().state() == CaseState.CLOSED);
    }

    private Node specificCause() {
        var causes = field("follow_up.root_cause");
        return call(() -> causes.lookupAll(".combo-box").stream()
                .skip(1)
                .findFirst()
                .orElseThrow());
    }

    private String form(String field) {
        return workspace.drafts().unfinished(person.id()).getFirst().fields().getOrDefault(field, "");
    }

    private void finishTo(String step) {
        keys(KeyCode.CONTROL, KeyCode.ENTER);
        await("the case is at " + step, () -> subject().step().equals(step));
    }
}
