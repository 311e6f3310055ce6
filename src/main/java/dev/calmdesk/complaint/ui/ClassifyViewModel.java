package dev.calmdesk.complaint.ui;

import dev.calmdesk.cases.Category;
import dev.calmdesk.cases.Severity;
import dev.calmdesk.complaint.SeverityMatrix.Proposal;
import dev.calmdesk.fx.control.Option;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/// What kind of matter it is and how serious. Words and facts propose; a person decides. Severity, department and grade
/// follow their proposal until somebody chooses otherwise.
public final class ClassifyViewModel {

    static final String CATEGORY = "assessment.category";
    static final String HARM = "assessment.harm";
    static final String BATCH = "assessment.batch";
    static final String SEVERITY = "assessment.severity";
    static final String DEPARTMENT = "assessment.department";
    static final String GRADE = "assessment.grade";

    private final CaseInHand hand;
    private final RoutingViewModel routing;
    private final SuggestionsViewModel suggestions;
    private final RaisesViewModel raises;
    private final ReadOnlyObjectWrapper<@Nullable Proposal> proposal = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper why = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper overridden = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper urgent = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper gradeFixed = new ReadOnlyBooleanWrapper();
    private @Nullable String followedDepartment;
    private @Nullable String followedGrade;

    /// A fact that is known already.
    ///
    /// @param field what is chosen
    /// @param words how it is known
    public record Suggestion(String field, String code, String name, String words) {}

    ClassifyViewModel(CaseInHand hand) {
        this.hand = hand;
        this.routing = new RoutingViewModel(hand);
        this.suggestions = new SuggestionsViewModel(hand);
        this.raises = new RaisesViewModel(hand, this::least);
        hand.whenTyped(this::propose, CATEGORY, HARM, "assessment.people", "assessment.media", "assessment.regulator", BATCH);
        hand.whenTyped(this::judge, SEVERITY);
        hand.whenRead(read -> propose());
    }

    public RoutingViewModel routing() {
        return routing;
    }

    private ComplaintWords words() {
        return new ComplaintWords(hand.content(), hand.texts(), hand.when());
    }

    /// That the batch is known already, if the matrix asks for it and nobody answered yet.
    public Optional<Suggestion> batchSuggestion(int others) {
        return hand.content().matrix().facts().stream()
                .filter(fact -> others > 0 && fact.code().equals("batch") && hand.text(BATCH).isEmpty())
                .flatMap(fact -> fact.values().stream())
                .filter(value -> value.code().equals("several"))
                .findFirst()
                .map(value -> new Suggestion(
                        BATCH, value.code(), words().in(value.name()),
                        hand.texts().get("complaint.record.same_batch_show", others)));
    }

    /// Categories that the record suggests.
    public SuggestionsViewModel suggestions() {
        return suggestions;
    }

    /// Reasons to take it more seriously than what is proposed.
    public RaisesViewModel raises() {
        return raises;
    }

    /// What the matrix says; the mildest before anything is known.
    private Severity least() {
        var proposed = proposal.get();
        return proposed == null ? Severity.S4 : proposed.severity();
    }

    public void choose(Suggestion suggestion) {
        hand.set(suggestion.field(), suggestion.code());
    }

    /// The act of this step: takes the likeliest category.
    public void takeFirst() {
        if (hand.text(CATEGORY).isEmpty()) {
            suggestions.take(1);
        }
    }

    /// What is to be remembered of a finished step.
    void finished() {
        suggestions.note();
        raises.note();
    }

    /// Before anything is known there is nothing to propose.
    private void propose() {
        if (!hand.isRead()) {
            return;
        }
        var form = hand.form();
        var isAnyGiven = !hand.text(CATEGORY).isEmpty()
                || hand.content().matrix().facts().stream().anyMatch(fact -> !hand.text("assessment." + fact.code()).isEmpty());
        var before = proposal.get();
        var now = isAnyGiven ? hand.content().propose(form) : null;
        proposal.set(now);
        raises.ask();
        why.set(now == null ? "" : why(now));
        var chosen = hand.text(SEVERITY);
        var followed = before == null ? chosen.isEmpty() : chosen.isEmpty() || chosen.equals(before.severity().name());
        if (now != null && followed) {
            hand.set(SEVERITY, now.severity().name());
        }
        judge();
        followDepartment();
    }

    private String why(Proposal proposed) {
        return proposed.why() == null
                ? hand.texts().get("complaint.classify.why_category", words().category(hand.text(CATEGORY)))
                : words().in(proposed.why());
    }

    /// What follows from the severity that was chosen.
    private void judge() {
        if (!hand.isRead()) {
            return;
        }
        var chosen = severity(hand.text(SEVERITY));
        var proposed = proposal.get();
        overridden.set(chosen != null && proposed != null && chosen != proposed.severity());
        if (chosen == null) {
            urgent.set(false);
            gradeFixed.set(false);
            return;
        }
        var level = hand.content().matrix().level(chosen);
        urgent.set(level.priority().equals("URGENT"));
        gradeFixed.set(level.safety());
        followedGrade = follow(GRADE, followedGrade, level.grade().name());
        if (level.safety()) {
            hand.set(GRADE, level.grade().name());
        }
    }

    private static @Nullable Severity severity(String name) {
        return Arrays.stream(Severity.values()).filter(value -> value.name().equals(name)).findFirst().orElse(null);
    }

    private void followDepartment() {
        var usual = hand.content().category(hand.text(CATEGORY)).map(Category::department).orElse(null);
        if (usual != null) {
            followedDepartment = follow(DEPARTMENT, followedDepartment, usual);
        }
    }

    /// Moves a field along with its proposal unless a person chose otherwise.
    private String follow(String field, @Nullable String before, String now) {
        var chosen = hand.text(field);
        if (chosen.isEmpty() || Objects.equals(chosen, before)) {
            hand.set(field, now);
        }
        return now;
    }

    /// Null before anything is known.
    public ReadOnlyObjectProperty<@Nullable Proposal> proposalProperty() {
        return proposal.getReadOnlyProperty();
    }

    /// Why this severity is proposed.
    public ReadOnlyStringProperty whyProperty() {
        return why.getReadOnlyProperty();
    }

    /// Whether a person decided otherwise, which needs a reason.
    public ReadOnlyBooleanProperty overriddenProperty() {
        return overridden.getReadOnlyProperty();
    }

    /// Whether work has to begin at once.
    public ReadOnlyBooleanProperty urgentProperty() {
        return urgent.getReadOnlyProperty();
    }

    /// Whether somebody's safety leaves no choice of the grade.
    public ReadOnlyBooleanProperty gradeFixedProperty() {
        return gradeFixed.getReadOnlyProperty();
    }

    /// The matrix' facts as rows: name and field.
    public List<Option> facts() {
        return hand.content().matrix().facts().stream()
                .map(fact -> new Option("assessment." + fact.code(), words().in(fact.name())))
                .toList();
    }
}
