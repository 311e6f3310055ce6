package dev.calmdesk.app;

import dev.calmdesk.cases.Case;
import dev.calmdesk.cases.CaseState;
import dev.calmdesk.contact.Draft;
import java.util.UUID;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;

/// The script of a whole complaint by keyboard alone, from the ring of the telephone to the closed case. Those who run it
/// are told of each part as it begins, and of each step when all its fields are filled.
abstract class ComplaintByKeyboard extends DeskJourney {

    UUID caseId;

    /// A part of the script begins.
    void begins(String part) {}

    /// Everything a step asks for stands there, and it is about to be finished.
    void filled(String step) {}

    void takeAndCloseAComplaint() {
        takeTheCall();
        soothe();
        record();
        classify();
        resolve();
        followUp();
    }

    Case subject() {
        return workspace.cases().find(caseId).orElseThrow();
    }

    void takeTheCall() {
        begins("contact: opens");
        keys(KeyCode.F2);
        shown("#matter");
        begins("contact: finding the caller");
        robot.write("13800001312");
        keys(KeyCode.ENTER);
        begins("soothe: opens");
        keys(KeyCode.ALT, KeyCode.DIGIT2);
        field("soothing.empathy_shown");
        caseId = workspace.drafts().unfinished(person.id()).stream().map(Draft::caseId).findFirst().orElseThrow();
    }

    void soothe() {
        begins("soothe: ticking");
        keys(KeyCode.ALT, KeyCode.DIGIT4);
        tick("soothing.empathy_shown");
        tick("soothing.apology_given");
        keys(KeyCode.ALT, KeyCode.DIGIT2);
        filled("soothe");
        finishTo("record");
    }

    void record() {
        field("account.event");
        begins("record: typing");
        type("account.happened_at", "昨晚七点半左右");
        type("account.place", "家中");
        type("account.people", "本人");
        type("account.event", "打开燕麦奶闻着发酸，倒出来有絮状沉淀");
        type("account.expectation", "退这一箱的钱，告诉我是不是整批有问题");
        begins("record: the product");
        type("account.sku", "10442");
        keys(KeyCode.ENTER);
        type("account.batch", "L260911-1");
        type("account.bought_from", "旗舰店");
        begins("record: reading back");
        keys(KeyCode.F8);
        await("the read-back text is made", () -> !form("account.read_back_text").isEmpty());
        tick("account.read_back");
        tick("account.acknowledged");
        filled("record");
        finishTo("classify");
    }

    private void classify() {
        await("a category is proposed", () -> robot.lookup("#suggestions")
                .tryQueryAs(VBox.class)
                .filter(proposed -> !proposed.getChildren().isEmpty())
                .isPresent());
        begins("classify: choosing");
        keys(KeyCode.F8);
        await("the proposal is taken", () -> form("assessment.category").equals("food-safety/off-taste"));
        tick("assessment.harm");
        filled("classify");
        finishTo("resolve");
    }

    private void resolve() {
        field("decision.plan");
        begins("resolve: typing");
        tick("investigation.confirmed");
        type("decision.plan", "整箱退款，样品送检，五个工作日内告知结果");
        tick("decision.told");
        tick("decision.answer");
        filled("resolve");
        finishTo("follow_up");
    }

    private void followUp() {
        field("follow_up.satisfaction");
        begins("follow up: the answers");
        keys(KeyCode.F8);
        await("the customer was reached", () -> !workspace.complaints().view(caseId).tries().isEmpty());
        tick("follow_up.satisfaction");
        tabTo("follow_up.root_cause");
        keys(KeyCode.DOWN);
        settle();
        tabTo(specificCause());
        keys(KeyCode.DOWN);
        await("a root cause is chosen", () -> form("follow_up.root_cause").contains("/"));
        tabTo("follow_up.closing_code");
        keys(KeyCode.DOWN);
        filled("follow-up");
        begins("closed: opens");
        keys(KeyCode.CONTROL, KeyCode.ENTER);
        await("the case is closed", () -> subject().state() == CaseState.CLOSED);
    }

    private Node specificCause() {
        var causes = field("follow_up.root_cause");
        return call(() ->
                causes.lookupAll(".combo-box").stream().skip(1).findFirst().orElseThrow());
    }

    void tick(String field) {
        tabTo(field);
        keys(KeyCode.SPACE);
    }

    String form(String field) {
        return workspace.drafts().unfinished(person.id()).getFirst().fields().getOrDefault(field, "");
    }

    void finishTo(String step) {
        begins(step + ": opens");
        keys(KeyCode.CONTROL, KeyCode.ENTER);
        await("the case is at " + step, () -> subject().step().equals(step));
    }
}
