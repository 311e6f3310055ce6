package dev.calmdesk.complaint.ui;

import dev.calmdesk.base.Changes;
import dev.calmdesk.base.Money;
import dev.calmdesk.base.Problem;
import dev.calmdesk.cases.Chronicle;
import dev.calmdesk.complaint.Evidence;
import dev.calmdesk.complaint.EvidenceCopies;
import dev.calmdesk.complaint.ui.ComplaintRecord.Request;
import dev.calmdesk.fx.Background;
import dev.calmdesk.fx.Work;
import dev.calmdesk.people.Actor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/// What is recorded about a complaint, for reading, and what can be decided or reported without going through its steps:
/// requests for approval, proofs, answers of departments, closing and reopening.
public final class ComplaintRecordViewModel implements AutoCloseable {

    private static final Set<String> KINDS = Set.of(
            "case", "soothing", "emotion", "account", "evidence", "assessment", "investigation", "task", "remedy", "approval",
            "decision", "follow_up", "follow_up_try", "person");

    private final UUID caseId;
    private final ComplaintRecordServices services;
    private final ComplaintRecords records;
    private final Actor actor;
    private final Background background;
    private final ComplaintRecordTools tools;
    private final EvidenceCopies copies;
    private final ReadOnlyObjectWrapper<@Nullable ComplaintRecord> record = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();
    private final Map<String, StringProperty> typed = new HashMap<>();
    private final List<Changes.Subscription> open = new ArrayList<>();

    public ComplaintRecordViewModel(
            UUID caseId,
            ComplaintRecordServices services,
            Chronicle chronicle,
            Actor actor,
            ComplaintRecordTools tools) {
        this.caseId = caseId;
        this.services = services;
        this.records = new ComplaintRecords(services, chronicle, actor);
        this.actor = actor;
        this.tools = tools;
        this.background = tools.background();
        this.copies = new EvidenceCopies(services.evidence());
        reload();
    }

    /// Reloads when somebody here or elsewhere changes what is recorded.
    public void follow(Changes source) {
        open.add(background.whenChanged(source, KINDS, this::reload));
    }

    private void reload() {
        background.latest(record).run("read complaint", () -> records.read(caseId)).then(record::set);
    }

    /// Allows all that was asked for.
    public void approve(Request request) {
        allow(request, new Money(request.amountMinor(), request.currency()), "");
    }

    /// Allows less than was asked for.
    ///
    /// @param amount as typed
    public void reduce(Request request, String amount, String remark) {
        problem.set(null);
        try {
            allow(request, Money.parse(amount, request.currency()), remark);
        } catch (Problem notAnAmount) {
            problem.set(notAnAmount);
        }
    }

    private void allow(Request request, Money allowed, String remark) {
        act("approve remedy", () -> services.remedies()
                .approve(actor, request.id(), allowed, remark.isBlank() ? null : remark.strip()));
    }

    public void refuse(Request request, String remark) {
        act("refuse remedy", () -> services.remedies().refuse(actor, request.id(), remark));
    }

    public void carryOut(UUID remedyId) {
        act("carry out remedy", () -> services.remedies().carryOut(actor, remedyId, typed(remedyId).get()));
    }

    public void drop(UUID remedyId) {
        act("drop remedy", () -> services.remedies().drop(actor, remedyId));
    }

    public void answer(UUID taskId) {
        act("answer task", () -> services.tasks().answer(actor, taskId, typed(taskId).get()));
    }

    /// Ends the complaint as it is recorded; the gates of all steps are judged.
    public void closeCase() {
        act("close complaint", () -> services.complaints().close(actor, caseId, services.complaints().form(caseId)));
    }

    public void reopen(String reason) {
        act("reopen complaint", () -> services.complaints().reopen(actor, caseId, reason));
    }

    /// Shows a file in the program that this computer has for it.
    void openEvidence(UUID id) {
        var evidence = evidence(id);
        act("open evidence", () -> tools.viewer().show(copies.toOpen(evidence)));
    }

    /// Lets the person choose where a copy goes.
    void saveEvidence(UUID id) {
        var evidence = evidence(id);
        tools.files()
                .save("complaint.evidence.save", EvidenceCopies.name(evidence))
                .ifPresent(target -> act("save evidence", () -> copies.save(evidence, target))
                        .then(saved -> tools.dialogs().notice("complaint.evidence.saved", target)));
    }

    private Evidence evidence(UUID id) {
        return Objects.requireNonNull(record.get()).view().evidence().stream()
                .filter(evidence -> evidence.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private Work<@Nullable Void> act(String name, Background.Action action) {
        problem.set(null);
        return background.run(name, action).onProblem(problem::set);
    }

    /// What is typed about a remedy or task and not sent yet; survives that others change the complaint meanwhile.
    StringProperty typed(UUID id) {
        return typed.computeIfAbsent(id.toString(), fresh -> new SimpleStringProperty(""));
    }

    ReadOnlyObjectProperty<@Nullable ComplaintRecord> recordProperty() {
        return record.getReadOnlyProperty();
    }

    /// What the last act was refused for; null if it was not.
    public ReadOnlyObjectProperty<@Nullable Problem> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    @Override
    public void close() {
        open.forEach(Changes.Subscription::close);
        background.latest(record).drop();
    }
}
