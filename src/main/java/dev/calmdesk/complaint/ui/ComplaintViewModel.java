package dev.calmdesk.complaint.ui;

import dev.calmdesk.base.Problem;
import dev.calmdesk.base.Problem.Point;
import dev.calmdesk.cases.Case;
import dev.calmdesk.complaint.CategoryWords;
import dev.calmdesk.complaint.ComplaintStep;
import dev.calmdesk.flow.Stage;
import dev.calmdesk.fx.control.Option;
import dev.calmdesk.fx.control.Stepper;
import dev.calmdesk.fx.control.TreeChoice.Branch;
import dev.calmdesk.people.Actor;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// A complaint on its way through the five steps, which can be visited in any order. Finishing a step is judged by the
/// service; what it misses is listed until it is there.
public final class ComplaintViewModel implements AutoCloseable {

    private final CaseInHand hand;
    private final SootheViewModel soothe;
    private final RecordViewModel record;
    private final ClassifyViewModel classify;
    private final ResolveViewModel resolve;
    private final FollowUpViewModel followUp;
    private final ReadOnlyObjectWrapper<@Nullable ComplaintStep> step = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Stage> stage = new ReadOnlyObjectWrapper<>(Stage.OPENING);
    private final ReadOnlyObjectWrapper<@Nullable Case> subject = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper unwell = new ReadOnlyBooleanWrapper();
    private final BooleanProperty roomy = new SimpleBooleanProperty(true);
    private final ObservableList<Stepper.Step> steps = FXCollections.observableArrayList();
    private final ObservableList<StageTime> stages = FXCollections.observableArrayList();
    private final ObservableList<Point> missing = FXCollections.observableArrayList();
    private final Set<ComplaintStep> judged = EnumSet.noneOf(ComplaintStep.class);

    public ComplaintViewModel(
            ComplaintServices services, Actor actor, ComplaintWork work, ComplaintTools tools) {
        this.hand = new CaseInHand(services, actor, work, tools);
        this.soothe = new SootheViewModel(hand);
        this.record = new RecordViewModel(hand);
        this.classify = new ClassifyViewModel(hand);
        this.resolve = new ResolveViewModel(hand);
        this.followUp = new FollowUpViewModel(hand);
        new KeptStages(hand);
        hand.whenRead(this::show);
        hand.openProperty().subscribe(open -> showOpen());
        roomy.subscribe(change -> showSteps());
        work.form().editsProperty().subscribe(edit -> showStage());
        step.subscribe(change -> {
            showSteps();
            showStage();
        });
        hand.follow();
    }

    private void show(ComplaintSnapshot read) {
        subject.set(read.view().subject());
        var fresh = StageTime.of(read, words());
        if (!stages.equals(fresh)) {
            stages.setAll(fresh);
        }
        if (step.get() == null) {
            step.set(firstStep(read));
        }
        showSteps();
        showStage();
    }

    /// Where the person stopped, or where the case stands.
    private ComplaintStep firstStep(ComplaintSnapshot read) {
        return Arrays.stream(ComplaintStep.values())
                .filter(each -> each.code().equals(read.startAt()))
                .findFirst()
                .orElse(ComplaintStep.SOOTHE);
    }

    ComplaintWords words() {
        return new ComplaintWords(hand.content(), hand.texts(), hand.when());
    }

    private void showSteps() {
        var current = step.get();
        if (current != null) {
            var fresh = new StepSummary(hand.read(), hand.openProperty().get(), hand.form(), words())
                    .steps(current, roomy.get());
            if (!steps.equals(fresh)) {
                steps.setAll(fresh);
            }
        }
    }

    private void showStage() {
        var current = step.get();
        if (current != null) {
            stage.set(ComplaintStage.of(hand.read(), current, hand.form(), words()));
            unwell.set(current.ordinal() <= ComplaintStep.CLASSIFY.ordinal()
                    && hand.view().subject().isOpen()
                    && (hand.text(ClassifyViewModel.HARM).isEmpty()
                            ? CategoryWords.speakOfHealth(hand.text(RecordViewModel.EVENT), hand.content().categories())
                            : !hand.text(ClassifyViewModel.HARM).equals("none")));
        }
    }

    private void showOpen() {
        showSteps();
        if (!judged.isEmpty()) {
            missing.setAll(judged.stream()
                    .flatMap(each -> hand.openProperty().get().getOrDefault(each, List.of()).stream())
                    .toList());
        }
    }

    /// For the line to say and the knowledge dock.
    public ReadOnlyObjectProperty<Stage> stageProperty() {
        return stage.getReadOnlyProperty();
    }

    /// The case as it was last read; null before the first reading.
    public ReadOnlyObjectProperty<@Nullable Case> subjectProperty() {
        return subject.getReadOnlyProperty();
    }

    /// The step that is shown; null before the first reading.
    public ReadOnlyObjectProperty<@Nullable ComplaintStep> stepProperty() {
        return step.getReadOnlyProperty();
    }

    /// What the stepper shows.
    public ObservableList<Stepper.Step> steps() {
        return steps;
    }

    /// The stages of the complaint with their times.
    ObservableList<StageTime> stages() {
        return stages;
    }

    /// Points that a step could not be finished without; they go as they are settled.
    public ObservableList<Point> missing() {
        return missing;
    }

    /// Whether a step is being finished.
    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /// Whether somebody is unwell, so that health comes first.
    public ReadOnlyBooleanProperty unwellProperty() {
        return unwell.getReadOnlyProperty();
    }

    /// Whether the stepper has room for what the steps to come are about.
    public BooleanProperty roomyProperty() {
        return roomy;
    }

    /// Shows a step and remembers it in the draft.
    public void goTo(ComplaintStep target) {
        if (target != step.get()) {
            step.set(target);
            hand.tools()
                    .background()
                    .run("note step", () -> hand.services().drafts().goTo(hand.draftId(), target.code()))
                    .onProblem(draftIsGone -> {});
        }
    }

    /// Shows the step before or after without judging anything.
    public void move(int by) {
        var current = step.get();
        if (current != null) {
            goTo(ComplaintStep.values()[Math.clamp(current.ordinal() + by, 0, ComplaintStep.values().length - 1)]);
        }
    }

    /// Finishes the step and shows the next one; the last step closes the case.
    public void finish() {
        var finished = step.get();
        if (finished == null || busy.get() || !hand.view().subject().isOpen()) {
            return;
        }
        var complaints = hand.services().complaints();
        var isLast = finished == ComplaintStep.FOLLOW_UP;
        busy.set(true);
        judged.clear();
        missing.clear();
        hand.tools()
                .background()
                .run("finish step", () -> isLast
                        ? complaints.close(hand.actor(), hand.caseId(), hand.typed())
                        : complaints.finish(hand.actor(), hand.caseId(), finished, hand.typed()))
                .then(after -> finished(finished))
                .onProblem(problem -> stay(finished, problem))
                .whenDone(() -> busy.set(false));
    }

    private void finished(ComplaintStep finished) {
        if (finished == ComplaintStep.CLASSIFY) {
            classify.finished();
        }
        if (finished == ComplaintStep.FOLLOW_UP) {
            hand.tools().dialogs().notice("complaint.closed.notice", hand.view().subject().number());
        } else if (step.get() == finished) {
            goTo(ComplaintStep.values()[finished.ordinal() + 1]);
        }
    }

    private void stay(ComplaintStep finished, Problem problem) {
        if (problem instanceof Problem.Incomplete incomplete) {
            judged.addAll(finished == ComplaintStep.FOLLOW_UP ? EnumSet.allOf(ComplaintStep.class) : Set.of(finished));
            missing.setAll(incomplete.points());
            showOpen();
        } else {
            hand.tools().dialogs().problem(problem);
        }
    }

    /// The step in which a point is settled.
    ComplaintStep stepOf(Point point) {
        return hand.content().flow().steps().stream()
                .filter(each -> each.gate().stream().anyMatch(requirement -> requirement.point().equals(point)))
                .map(each -> ComplaintStep.of(each.code()))
                .findFirst()
                .orElseGet(() -> java.util.Objects.requireNonNull(step.get()));
    }

    /// The property behind a field of the forms.
    public StringProperty field(String name) {
        return hand.field(name);
    }

    /// What a field offers to choose from.
    public List<Option> options(String field) {
        return field.equals(RoutingViewModel.TO)
                ? classify.routing().receivers()
                : new ComplaintOptions(words()).of(field);
    }

    List<Branch> categories() {
        return new ComplaintOptions(words()).categories();
    }

    List<Branch> rootCauses() {
        return new ComplaintOptions(words()).rootCauses();
    }

    CaseInHand hand() {
        return hand;
    }

    /// Records that somebody has discomfort; the one act of the health-first notice.
    public void noteDiscomfort() {
        hand.set(ClassifyViewModel.HARM, "discomfort");
    }

    public SootheViewModel soothe() {
        return soothe;
    }

    public RecordViewModel record() {
        return record;
    }

    public ClassifyViewModel classify() {
        return classify;
    }

    public ResolveViewModel resolve() {
        return resolve;
    }

    public FollowUpViewModel followUp() {
        return followUp;
    }

    @Override
    public void close() {
        hand.close();
    }
}
