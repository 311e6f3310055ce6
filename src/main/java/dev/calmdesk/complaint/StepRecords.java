package dev.calmdesk.complaint;

import dev.calmdesk.base.Ids;
import dev.calmdesk.cases.Case;
import dev.calmdesk.cases.Category;
import dev.calmdesk.clock.Clocks;
import dev.calmdesk.complaint.SeverityMatrix.Level;
import dev.calmdesk.data.Kind;
import dev.calmdesk.data.Tx;
import dev.calmdesk.flow.Channel;
import dev.calmdesk.flow.StepForm;
import dev.calmdesk.people.Actor;
import dev.calmdesk.workplace.Workplace;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Writes the records of a complaint's steps and what follows from them: the times of the stages that the five steps
/// contain (acknowledgement, assessment, investigation, decision), the case's heading, and the clocks.
public final class StepRecords {

    private static final int TITLE_LENGTH = 40;

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
            addStageTimes(tx, by, subject, kind, values);
            var isLast = kind.equals(step.kinds().getLast());
            if (finished && isLast) {
                values.put("done_at", clock.instant());
                values.put("done_by", by.id());
                tx.write(kind, subject.id()).set(values).as("finished", by.id());
            } else {
                tx.write(kind, subject.id()).set(values).asWhenChanged("kept", by.id());
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
        } else if (kind == Assessment.KIND && values.get("category") != null) {
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

    private void addAssessment(Tx tx, Actor by, Case subject, Map<String, @Nullable Object> values) {
        var category = Category.find(workplace, Objects.toString(values.get("category")));
        var proposal = matrix().propose(texts(values), category.map(Category::defaultSeverity).orElse(null));
        values.put("proposed", proposal.severity());
        values.computeIfAbsent("severity", absent -> proposal.severity());
        var level = matrix().level((dev.calmdesk.cases.Severity) Objects.requireNonNull(values.get("severity")));
        values.compute("grade", (field, given) -> given == null || level.safety() ? level.grade() : given);
        values.computeIfAbsent("department", absent -> category.map(Category::department).orElse(null));
        if (tx.find(Assessment.KIND, subject.id()).map(Assessment::assessedAt).isEmpty()) {
            values.put("assessed_at", clock.instant());
            clocks.meet(tx, by.id(), subject.id(), "assess");
            clocks.start(tx, by.id(), subject.id(), "investigate", subject.channel().name(), level.priority());
        }
    }

    private static Map<String, String> texts(Map<String, @Nullable Object> values) {
        var texts = new LinkedHashMap<String, String>();
        values.forEach((name, value) -> texts.put(name, Objects.toString(value, "")));
        return texts;
    }

    private void addInvestigation(Tx tx, Actor by, Case subject, Map<String, @Nullable Object> values) {
        var before = tx.find(Investigation.KIND, subject.id());
        var hasBegun = values.get("findings") != null || values.get("confirmed") != null;
        if (hasBegun && before.map(Investigation::startedAt).isEmpty()) {
            values.put("started_at", clock.instant());
        }
        if (values.get("confirmed") != null && before.map(Investigation::endedAt).isEmpty()) {
            values.put("ended_at", clock.instant());
            clocks.meet(tx, by.id(), subject.id(), "investigate");
            clocks.start(tx, by.id(), subject.id(), "tell-decision", subject.channel().name(), "NORMAL");
        }
    }

    private void addTold(Tx tx, Actor by, Case subject, Map<String, @Nullable Object> values) {
        if (Boolean.TRUE.equals(values.get("told"))
                && tx.find(Decision.KIND, subject.id()).map(Decision::toldAt).isEmpty()) {
            values.put("told_at", clock.instant());
            clocks.meet(tx, by.id(), subject.id(), "tell-decision");
            clocks.meet(tx, by.id(), subject.id(), "investigate");
        }
    }

    private void writeHeading(Tx tx, Actor by, Case subject) {
        var heading = new LinkedHashMap<String, @Nullable Object>();
        tx.find(Account.KIND, subject.id()).ifPresent(account -> {
            heading.put("title", shortened(account.event()));
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

    private static String shortened(@Nullable String event) {
        var firstLine = Objects.requireNonNullElse(event, "").lines().findFirst().orElse("").strip();
        return firstLine.length() <= TITLE_LENGTH ? firstLine : firstLine.substring(0, TITLE_LENGTH) + "…";
    }

    private void startUrgentClock(Tx tx, Actor by, Case subject) {
        var level = level(tx, subject.id());
        if (level.priority().equals("URGENT")) {
            clocks.start(tx, by.id(), subject.id(), "urgent-complaint-start", subject.channel().name(), "URGENT");
        }
    }

    private Level level(Tx tx, UUID caseId) {
        return matrix().level(Objects.requireNonNull(tx.get(Assessment.KIND, caseId).severity()));
    }

    /// An agreed and dated plan meets the limit for complaints; the call-back after it gets its own.
    private void settle(Tx tx, Actor by, Case subject) {
        startHandling(tx, by, subject.id());
        clocks.meet(tx, by.id(), subject.id(), "complaint-settled");
        clocks.start(tx, by.id(), subject.id(), "follow-up-first", subject.channel().name(), "NORMAL");
        if (tx.get(Case.KIND, subject.id()).resolvedAt() == null) {
            tx.write(Case.KIND, subject.id()).set("resolved_at", clock.instant()).as("resolved", by.id());
        }
        var due = clocks.open(tx.handle(), subject.id()).stream()
                .filter(open -> open.limitCode().equals("follow-up-first"))
                .findFirst();
        if (due.isPresent() && tx.find(FollowUp.KIND, subject.id()).map(FollowUp::dueAt).isEmpty()) {
            tx.write(FollowUp.KIND, subject.id()).set("due_at", due.get().dueAt()).as("planned", by.id());
        }
    }

    /// The first thing done about an urgent complaint meets its clock.
    void startHandling(Tx tx, Actor by, UUID caseId) {
        clocks.meet(tx, by.id(), caseId, "urgent-complaint-start");
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
        for (var limit : new String[] {acknowledgeLimit(opened.channel()), "assess", "complaint-settled"}) {
            clocks.start(tx, by.id(), opened.id(), limit, opened.channel().name(), "NORMAL");
        }
    }

    /// A reopened complaint gets a new clock; the first one keeps its result.
    void restartClocks(Tx tx, Actor by, Case reopened) {
        clocks.start(tx, by.id(), reopened.id(), "complaint-settled", reopened.channel().name(), "NORMAL");
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
