package dev.calmdesk.app;

import dev.calmdesk.bench.FxBeats;
import dev.calmdesk.cases.Case;
import dev.calmdesk.cases.CaseState;
import dev.calmdesk.contact.Draft;
import java.util.UUID;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.FlowPane;
import org.junit.jupiter.api.Test;

/// How long the window's thread is busy at a time while a complaint is taken by keyboard: the first of the day, and one
/// more when everything was shown once.
public abstract class ComplaintBeats extends DeskJourney {

    private final FxBeats beats = new FxBeats();
    private UUID caseId;

    @Test
    void theWindowsThreadInAComplaint() throws InterruptedException {
        enter("8051");
        complaint("the first complaint of the day");
        complaint("another complaint");
    }

    private void complaint(String which) throws InterruptedException {
        beats.begin();
        takeTheCall();
        soothe();
        record();
        classify();
        resolve();
        followUp();
        beats.end(which);
    }

    private void takeTheCall() {
        beats.at("contact: opens");
        keys(KeyCode.F2);
        shown("#matter");
        beats.at("contact: finding the caller");
        robot.write("13800001312");
        await("the caller is recognised", () -> robot.lookup("#found")
                .tryQueryAs(ListView.class)
                .filter(list -> !list.getItems().isEmpty())
                .isPresent());
        keys(KeyCode.ENTER);
        beats.at("soothe: opens");
        keys(KeyCode.ALT, KeyCode.DIGIT2);
        field("soothing.empathy_shown");
        caseId = workspace.drafts().unfinished(person.id()).stream().map(Draft::caseId).findFirst().orElseThrow();
    }

    private void soothe() {
        beats.at("soothe: ticking");
        keys(KeyCode.ALT, KeyCode.DIGIT4);
        tick("soothing.empathy_shown");
        tick("soothing.apology_given");
        keys(KeyCode.ALT, KeyCode.DIGIT2);
        finishTo("record");
    }

    private void record() {
        field("account.event");
        beats.at("record: typing");
        type("account.happened_at", "昨晚七点半左右");
        type("account.place", "家中");
        type("account.people", "本人");
        type("account.event", "打开燕麦奶闻着发酸，倒出来有絮状沉淀");
        type("account.expectation", "退这一箱的钱，告诉我是不是整批有问题");
        beats.at("record: the product");
        type("account.sku", "10442");
        keys(KeyCode.ENTER);
        type("account.batch", "L260911-1");
        type("account.bought_from", "旗舰店");
        beats.at("record: reading back");
        keys(KeyCode.F8);
        await("the read-back text is made", () -> !form("account.read_back_text").isEmpty());
        tick("account.read_back");
        tick("account.acknowledged");
        finishTo("classify");
    }

    private void classify() {
        await("a category is proposed", () -> robot.lookup("#suggestions")
                .tryQueryAs(FlowPane.class)
                .filter(proposed -> !proposed.getChildren().isEmpty())
                .isPresent());
        beats.at("classify: choosing");
        keys(KeyCode.F8);
        await("the proposal is taken", () -> form("assessment.category").equals("food-safety/off-taste"));
        tick("assessment.harm");
        finishTo("resolve");
    }

    private void resolve() {
        field("decision.plan");
        beats.at("resolve: typing");
        tick("investigation.confirmed");
        type("decision.plan", "整箱退款，样品送检，五个工作日内告知结果");
        tick("decision.told");
        tick("decision.answer");
        finishTo("follow_up");
    }

    private void followUp() {
        field("follow_up.satisfaction");
        beats.at("follow up: closing");
        keys(KeyCode.F8);
        await("the customer was reached", () -> !workspace.complaints().view(caseId).tries().isEmpty());
        tabTo("follow_up.satisfaction");
        keys(KeyCode.END);
        tabTo("follow_up.root_cause");
        keys(KeyCode.DOWN);
        tabTo("follow_up.closing_code");
        keys(KeyCode.DOWN);
        beats.at("closed: opens");
        keys(KeyCode.CONTROL, KeyCode.ENTER);
        await("the case is closed", () -> subject().state() == CaseState.CLOSED);
    }

    private void tick(String field) {
        tabTo(field);
        keys(KeyCode.SPACE);
    }

    private void finishTo(String step) {
        beats.at(step + ": opens");
        keys(KeyCode.CONTROL, KeyCode.ENTER);
        await("the case is at " + step, () -> subject().step().equals(step));
    }

    private Case subject() {
        return workspace.cases().find(caseId).orElseThrow();
    }

    private String form(String field) {
        return workspace.drafts().unfinished(person.id()).getFirst().fields().getOrDefault(field, "");
    }
}
