package dev.calmdesk.complaint.ui;

import dev.calmdesk.complaint.Assessment.Grade;
import dev.calmdesk.complaint.Decision;
import dev.calmdesk.complaint.Investigation;
import dev.calmdesk.people.Role;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/// Find out, put right, tell the customer: investigation, remedies, decision, promise, each with its own time.
public final class ResolveViewModel {

    static final String PLAN = "decision.plan";
    static final String ANSWER = "decision.answer";
    static final String TOLD = "decision.told";

    private final CaseInHand hand;
    private final TasksViewModel tasks;
    private final RemediesViewModel remedies;
    private final PromisesViewModel promises;
    private final ReadOnlyStringWrapper investigated = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper toldAt = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper needsNextStep = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper reserved = new ReadOnlyBooleanWrapper();

    ResolveViewModel(CaseInHand hand) {
        this.hand = hand;
        this.tasks = new TasksViewModel(hand);
        this.remedies = new RemediesViewModel(hand);
        this.promises = new PromisesViewModel(hand);
        hand.whenTyped(() -> needsNextStep.set(isNotAgreed(hand.text(ANSWER))), ANSWER);
        hand.whenTyped(this::judgeActor, ClassifyViewModel.GRADE);
        hand.whenRead(read -> {
            investigated.set(read.view().investigation().map(this::times).orElse(""));
            toldAt.set(read.view().decision()
                    .filter(Decision::told)
                    .map(Decision::toldAt)
                    .map(hand.when()::brief)
                    .orElse(""));
            judgeActor();
        });
    }

    private static boolean isNotAgreed(String answer) {
        return answer.equals(Decision.Answer.REJECTED.name()) || answer.equals(Decision.Answer.SILENT.name());
    }

    private String times(Investigation investigation) {
        if (investigation.startedAt() == null) {
            return "";
        }
        var from = hand.when().brief(investigation.startedAt());
        return investigation.endedAt() == null
                ? hand.texts().get("complaint.stage.since", from)
                : hand.texts().get("complaint.resolve.from_to", from, hand.when().brief(investigation.endedAt()));
    }

    private void judgeActor() {
        reserved.set(hand.text(ClassifyViewModel.GRADE).equals(Grade.COMPLEX.name())
                && !hand.actor().isAny(Role.SPECIALIST, Role.LEAD, Role.MANAGER));
    }

    public TasksViewModel tasks() {
        return tasks;
    }

    public RemediesViewModel remedies() {
        return remedies;
    }

    public PromisesViewModel promises() {
        return promises;
    }

    /// Since when it is investigated, and until when it was; empty before.
    public ReadOnlyStringProperty investigatedProperty() {
        return investigated.getReadOnlyProperty();
    }

    /// When the customer was told; empty before.
    public ReadOnlyStringProperty toldAtProperty() {
        return toldAt.getReadOnlyProperty();
    }

    /// Whether the customer did not agree, so that other ways have to be told.
    public ReadOnlyBooleanProperty needsNextStepProperty() {
        return needsNextStep.getReadOnlyProperty();
    }

    /// Whether somebody else has to settle it, because it is complex.
    public ReadOnlyBooleanProperty reservedProperty() {
        return reserved.getReadOnlyProperty();
    }

    /// The act of this step: the customer was told plan and reason.
    public void tell() {
        hand.set(TOLD, "true");
    }
}
