package dev.calmdesk.complaint;

import dev.calmdesk.base.Ids;
import dev.calmdesk.cases.Case;
import dev.calmdesk.cases.Category;
import dev.calmdesk.cases.Severity;
import dev.calmdesk.clock.Clock;
import dev.calmdesk.clock.Clocks;
import dev.calmdesk.complaint.Assessment.Grade;
import dev.calmdesk.complaint.SeverityMatrix.Level;
import dev.calmdesk.data.Field;
import dev.calmdesk.data.Kind;
import dev.calmdesk.data.Rows;
import dev.calmdesk.data.Tx;
import dev.calmdesk.flow.Channel;
import dev.calmdesk.flow.StepForm;
import dev.calmdesk.people.Actor;
import dev.calmdesk.workplace.Workplace;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Writes the records of a complaint's steps and what follows from them: the times of the stages that the five steps
/// contain (acknowledgement, assessment, investigation, decision), the case's heading, and the clocks.
public final class StepRecords {

    private static final String INVESTIGATE = "investigate";
    private static final String SETTLED = "complaint-settled";
    private static final String TELL = "tell-decision";
    private static final String URGENT_START = "urgent-complaint-start";

    private final Workplace workplace;
    private final Clocks clocks;
    private final InstantSource clock;
    private final Ids ids;

    public StepRecords(Workplace workplace, Clocks clocks, InstantSource clock, Ids ids) {
        this.workplace = workplace;
        this.clocks = clocks;
        this.clock = clock;
        this.ids = ids;
    }

    void write(Tx tx, Actor by, Case subject, ComplaintStep step, Map<String, String> form, boolean finished) {
        for (var kind : step.kinds()) {
            var values = StepForm.values(kind, form);
            var seen = StepForm.seen(kind, form);
            addStageTimes(tx, by, subject, kind, values);
            var isLast = kind.equals(step.kinds().getLast());
            if (finished && isLast) {
                values.put("done_at", clock.instant());
                values.put("done_by", by.id());
                tx.write(kind, subject.id()).set(values).over(seen).as("finished", by.id());
            } else {
                tx.write(kind, subject.id()).set(values).over(seen).asWhenChanged("kept", by.id());
            }
        }
        writeHeading(tx, by, subject);
        if (finished && step == ComplaintStep.CLASSIFY) {
            startUrgentClock(tx, by, subject);
        }
        if (finished && step == ComplaintStep.RESOLVE) {
            settle(tx, by, subject);
        }
    }

    private void addStageTimes(Tx tx, Actor by, Case subject, Kind<?> kind, Map<String, @Nullable Object> values) {
        if (kind == Account.KIND) {
            addAcknowledgement(tx, by, subject, values);
        } else if (kind == Assessment.KIND && !values.isEmpty()) {
            addAssessment(tx, by, subject, values);
        } else if (kind == Investigation.KIND) {
            addInvestigation(tx, by, subject, values);
        } else if (kind == Decision.KIND) {
            addTold(tx, by, subject, values);
        }
    }

    private void addAcknowledgement(Tx tx, Actor by, Case subject, Map<String, @Nullable Object> values) {
        var before = tx.find(Account.KIND, subject.id());
        if (values.get("read_back") != null && before.map(Account::readBackAt).isEmpty()) {
            values.put("read_back_at", clock.instant());
        }
        if (Boolean.TRUE.equals(values.get("acknowledged")) && before.map(Account::acknowledgedAt).isEmpty()) {
            values.put("acknowledged_at", clock.instant());
            clocks.meet(tx, by.id(), subject.id(), acknowledgeLimit(subject.channel()));
        }
    }

    /// What is on the form is judged together with what was recorded before. Whatever a person did not decide otherwise
    /// follows the proposal.
    private void addAssessment(Tx tx, Actor by, Case subject, Map<String, @Nullable Object> values) {
        var before = tx.find(Assessment.KIND, subject.id());
        var whole = StepForm.of(tx.handle(), List.of(Assessment.KIND), subject.id());
        values.forEach((field, value) -> whole.put("assessment." + field, Field.text(value)));
        var category = whole.getOrDefault("assessment.category", "");
        if (category.isEmpty()) {
            return;
        }
        var proposed = SeverityMatrix.propose(workplace, whole).severity();
        var overridden = before.filter(known -> known.severity() != known.proposed()).map(Assessment::severity);
        var severity = given(values, "severity", Severity.class, overridden).orElse(proposed);
        var level = matrix().level(severity);
        var grade = given(values, "grade", Grade.class, before.filter(known -> known.severity() == severity).map(Assessment::grade))
                .filter(chosen -> !level.safety());
        values.put("proposed", proposed);
        values.put("severity", severity);
        values.put("grade", grade.orElse(level.grade()));
        values.put("department", given(values, "department", String.class, before.map(Assessment::department))
                .or(() -> Category.find(workplace, category).map(Category::department)));
        if (before.map(Assessment::assessedAt).isEmpty()) {
            values.put("assessed_at", clock.instant());
            clocks.meet(tx, by.id(), subject.id(), "assess");
            startInvestigationClock(tx, by, subject, level);
        }
    }

    /// What stands on the form if the field is on it, else what was there before.
    private static <T> Optional<T> given(
            Map<String, @Nullable Object> values, String field, Class<T> type, Optional<T> before) {
        return values.containsKey(field) ? Optional.ofNullable(values.get(field)).map(type::cast) : before;
    }

    private void startInvestigationClock(Tx tx, Actor by, Case subject, Level level) {
        if (tx.find(Investigation.KIND, subject.id()).map(Investigation::endedAt).isEmpty()) {
            clocks.start(tx, by.id(), subject.id(), INVESTIGATE, subject.channel().name(), level.priority());
        }
    }

    private void addInvestigation(Tx tx, Actor by, Case subject, Map<String, @Nullable Object> values) {
        var before = tx.find(Investigation.KIND, subject.id());
        var hasBegun = values.get("findings") != null || values.get("confirmed") != null;
        if (hasBegun && before.map(Investigation::startedAt).isEmpty()) {
            values.put("started_at", clock.instant());
        }
        if (values.get("confirmed") != null && before.map(Investigation::endedAt).isEmpty()) {
            values.put("ended_at", clock.instant());
            clocks.meet(tx, by.id(), subject.id(), INVESTIGATE);
            if (tx.find(Decision.KIND, subject.id()).map(Decision::toldAt).isEmpty()) {
                clocks.start(tx, by.id(), subject.id(), TELL, subject.channel().name(), "NORMAL");
            }
        }
    }

    private void addTold(Tx tx, Actor by, Case subject, Map<String, @Nullable Object> values) {
        if (Boolean.TRUE.equals(values.get("told"))
                && tx.find(Decision.KIND, subject.id()).map(Decision::toldAt).isEmpty()) {
            values.put("told_at", clock.instant());
            clocks.meet(tx, by.id(), subject.id(), TELL);
            clocks.meet(tx, by.id(), subject.id(), INVESTIGATE);
        }
    }

    private void writeHeading(Tx tx, Actor by, Case subject) {
        var heading = new LinkedHashMap<String, @Nullable Object>();
        tx.find(Account.KIND, subject.id()).ifPresent(account -> {
            heading.put("title", Case.titleOf(account.event()));
            heading.put("sku", account.sku());
            heading.put("batch", account.batch());
        });
        tx.find(Assessment.KIND, subject.id()).ifPresent(assessment -> {
            heading.put("category", assessment.category());
            heading.put("severity", assessment.severity());
        });
        tx.find(Decision.KIND, subject.id()).ifPresent(decision -> heading.put("answered_at", decision.toldAt()));
        tx.write(Case.KIND, subject.id()).set(heading).asWhenChanged("described", by.id());
    }

    /// An urgent complaint is to be begun once, and only where nothing was begun before it was known to be urgent.
    private void startUrgentClock(Tx tx, Actor by, Case subject) {
        var isUrgent = tx.find(Assessment.KIND, subject.id())
                .map(Assessment::severity)
                .filter(severity -> matrix().level(severity).priority().equals("URGENT"))
                .isPresent();
        var isBegun = tx.find(Investigation.KIND, subject.id()).map(Investigation::startedAt).isPresent()
                || Rows.list(tx.handle(), Clock.KIND, "subject_id", subject.id()).stream()
                        .anyMatch(known -> known.limitCode().equals(URGENT_START));
        if (isUrgent && !isBegun) {
            clocks.start(tx, by.id(), subject.id(), URGENT_START, subject.channel().name(), "URGENT");
        }
    }

    /// An agreed and dated plan meets the limit for complaints; the call-back after it gets its own. A plan that is only
    /// corrected asks for no other call.
    private void settle(Tx tx, Actor by, Case subject) {
        startHandling(tx, by, subject.id());
        if (!isSettled(tx, subject)) {
            clocks.meet(tx, by.id(), subject.id(), SETTLED);
            var call = clocks.start(
                    tx, by.id(), subject.id(), "follow-up-first", subject.channel().name(), "NORMAL");
            resolve(tx, by, subject.id());
            call.ifPresent(due -> tx.write(FollowUp.KIND, subject.id())
                    .set("due_at", due.dueAt())
                    .asWhenChanged("planned", by.id()));
        }
    }

    private boolean isSettled(Tx tx, Case subject) {
        return subject.resolvedAt() != null
                && clocks.open(tx.handle(), subject.id()).stream().noneMatch(open -> open.limitCode().equals(SETTLED));
    }

    private void resolve(Tx tx, Actor by, UUID caseId) {
        if (tx.get(Case.KIND, caseId).resolvedAt() == null) {
            tx.write(Case.KIND, caseId).set("resolved_at", clock.instant()).as("resolved", by.id());
        }
    }

    /// A plan that was carried out without ever being finished as a step counts as settled at the end.
    void settleAtLast(Tx tx, Actor by, UUID caseId) {
        clocks.meet(tx, by.id(), caseId, SETTLED);
        resolve(tx, by, caseId);
    }

    /// The first thing done about an urgent complaint meets its clock.
    void startHandling(Tx tx, Actor by, UUID caseId) {
        clocks.meet(tx, by.id(), caseId, URGENT_START);
    }

    void followUpTried(Tx tx, Actor by, UUID caseId) {
        clocks.meet(tx, by.id(), caseId, "follow-up-first");
    }

    void add(Tx tx, Actor by, UUID caseId, int level) {
        tx.write(EmotionReading.KIND, ids.next())
                .set("case_id", caseId)
                .set("level", level)
                .set("at", clock.instant())
                .as("noted", by.id());
    }

    void startClocks(Tx tx, Actor by, Case opened) {
        for (var limit : new String[] {acknowledgeLimit(opened.channel()), "assess", SETTLED}) {
            clocks.start(tx, by.id(), opened.id(), limit, opened.channel().name(), "NORMAL");
        }
    }

    /// A reopened complaint gets a new clock; the first one keeps its result.
    void restartClocks(Tx tx, Actor by, Case reopened) {
        clocks.start(tx, by.id(), reopened.id(), SETTLED, reopened.channel().name(), "NORMAL");
    }

    void stopClocks(Tx tx, Actor by, UUID caseId) {
        clocks.voidAll(tx, by.id(), caseId, "closed");
    }

    private static String acknowledgeLimit(Channel channel) {
        return channel == Channel.EMAIL ? "acknowledge-mail" : "acknowledge-online";
    }

    private SeverityMatrix matrix() {
        return workplace.all(SeverityMatrix.TOPIC).getFirst();
    }
}
