package dev.calmdesk.complaint.ui;

import dev.calmdesk.base.Money;
import dev.calmdesk.base.Problem;
import dev.calmdesk.base.Texts;
import dev.calmdesk.cases.Chronicle;
import dev.calmdesk.cases.When;
import dev.calmdesk.complaint.Account;
import dev.calmdesk.complaint.Approval;
import dev.calmdesk.complaint.ApprovalState;
import dev.calmdesk.complaint.Assessment;
import dev.calmdesk.complaint.Authority;
import dev.calmdesk.complaint.ComplaintRights;
import dev.calmdesk.complaint.ComplaintStep;
import dev.calmdesk.complaint.ComplaintView;
import dev.calmdesk.complaint.Decision;
import dev.calmdesk.complaint.DepartmentTask;
import dev.calmdesk.complaint.EmotionReading;
import dev.calmdesk.complaint.Evidence;
import dev.calmdesk.complaint.FollowUp;
import dev.calmdesk.complaint.FollowUpTry;
import dev.calmdesk.complaint.Investigation;
import dev.calmdesk.complaint.Remedy;
import dev.calmdesk.complaint.RemedyType;
import dev.calmdesk.complaint.Soothing;
import dev.calmdesk.complaint.ui.ComplaintRecord.Line;
import dev.calmdesk.complaint.ui.ComplaintRecord.RemedyLine;
import dev.calmdesk.complaint.ui.ComplaintRecord.Request;
import dev.calmdesk.complaint.ui.ComplaintRecord.StepCard;
import dev.calmdesk.data.Kind;
import dev.calmdesk.fx.control.FactGrid.Fact;
import dev.calmdesk.fx.control.Signal;
import dev.calmdesk.people.Actor;
import dev.calmdesk.people.Person;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Reads what is recorded about a complaint and says it in words. Blocks on the disk.
final class ComplaintRecords {

    private final ComplaintRecordServices services;
    private final Chronicle chronicle;
    private final Actor actor;

    ComplaintRecords(ComplaintRecordServices services, Chronicle chronicle, Actor actor) {
        this.services = services;
        this.chronicle = chronicle;
        this.actor = actor;
    }

    private Texts texts() {
        return chronicle.texts();
    }

    private When when() {
        return chronicle.when();
    }

    ComplaintRecord read(UUID caseId) {
        var view = services.complaints().view(caseId);
        var rights = new ComplaintRights(actor, view, services.workplace());
        return new ComplaintRecord(
                view,
                ComplaintRecordStages.of(view, texts(), when()),
                view.emotions().stream().map(EmotionReading::level).toList(),
                steps(view),
                facts(Decision.KIND, view.decision()),
                view.evidence().stream().map(this::evidence).toList(),
                view.tasks().stream().map(task -> task(task, rights)).toList(),
                view.remedies().stream().map(remedy -> remedy(remedy, view, rights)).toList(),
                view.approvals().stream()
                        .filter(approval -> approval.state() == ApprovalState.ASKED)
                        .flatMap(approval -> request(approval, view, rights).stream())
                        .toList(),
                view.tries().stream().map(this::attempt).toList(),
                rights.whyNotClose(),
                rights.whyNotReopen());
    }

    private Map<ComplaintStep, StepCard> steps(ComplaintView view) {
        var cards = new EnumMap<ComplaintStep, StepCard>(ComplaintStep.class);
        cards.put(ComplaintStep.SOOTHE, card(
                ComplaintStep.SOOTHE, view.soothing().map(Soothing::doneAt), view.soothing().map(Soothing::doneBy),
                facts(Soothing.KIND, view.soothing())));
        cards.put(ComplaintStep.RECORD, card(
                ComplaintStep.RECORD, view.account().map(Account::doneAt), view.account().map(Account::doneBy),
                facts(Account.KIND, view.account())));
        cards.put(ComplaintStep.CLASSIFY, card(
                ComplaintStep.CLASSIFY, view.assessment().map(Assessment::doneAt),
                view.assessment().map(Assessment::doneBy), assessment(view)));
        cards.put(ComplaintStep.RESOLVE, resolve(view));
        cards.put(ComplaintStep.FOLLOW_UP, card(
                ComplaintStep.FOLLOW_UP, view.followUp().map(FollowUp::doneAt), view.followUp().map(FollowUp::doneBy),
                facts(FollowUp.KIND, view.followUp())));
        return cards;
    }

    /// Begun as soon as somebody was asked or something was proposed.
    private StepCard resolve(ComplaintView view) {
        var card = card(
                ComplaintStep.RESOLVE, view.decision().map(Decision::doneAt), view.decision().map(Decision::doneBy),
                facts(Investigation.KIND, view.investigation()));
        var isBegun = view.decision().isPresent() || !view.tasks().isEmpty() || !view.remedies().isEmpty();
        return card.signal() == Signal.NEUTRAL && isBegun
                ? new StepCard(card.name(), texts().get("complaint.sheet.begun"), Signal.SOON, card.facts())
                : card;
    }

    private StepCard card(ComplaintStep step, Optional<Instant> doneAt, Optional<UUID> doneBy, List<Fact> facts) {
        var flow = services.complaints().flow();
        var name = flow.step(step.code()).name().in(texts().language());
        if (doneAt.isPresent()) {
            var by = doneBy.map(this::name).orElse("");
            return new StepCard(
                    name, texts().get("complaint.sheet.done", when().brief(doneAt.get()), by).strip(), Signal.OK, facts);
        }
        return facts.isEmpty()
                ? new StepCard(name, texts().get("complaint.sheet.todo"), Signal.NEUTRAL, facts)
                : new StepCard(name, texts().get("complaint.sheet.begun"), Signal.SOON, facts);
    }

    /// A proposal that was taken is not worth a line.
    private List<Fact> assessment(ComplaintView view) {
        var isTaken = view.assessment().filter(found -> found.proposed() == found.severity()).isPresent();
        return facts(Assessment.KIND, view.assessment(), isTaken ? Set.of("proposed") : Set.of());
    }

    private <R extends Record> List<Fact> facts(Kind<R> kind, Optional<R> row) {
        return facts(kind, row, Set.of("read_back_text"));
    }

    private <R extends Record> List<Fact> facts(Kind<R> kind, Optional<R> row, Set<String> except) {
        return row.map(found -> chronicle.facts(kind, found, except).stream()
                        .map(detail -> new Fact(detail.label(), detail.full()))
                        .toList())
                .orElse(List.of());
    }

    private Line evidence(Evidence evidence) {
        var isHere = services.evidence().find(evidence).isPresent();
        var size = chronicle.value(Evidence.KIND, evidence, "bytes");
        return new Line(
                evidence.id(), evidence.name(),
                joined(size, when().at(evidence.addedAt()), isHere ? "" : texts().get("complaint.evidence.not_here")), "",
                Signal.NEUTRAL, "",
                isHere ? Optional.empty() : Optional.of(Problem.refused("complaint.problem.evidence_not_here", evidence.name())));
    }

    private Line task(DepartmentTask task, ComplaintRights rights) {
        var department = chronicle.value(DepartmentTask.KIND, task, "department");
        var isLate = task.isOpen() && when().now().isAfter(task.dueAt());
        var state = !task.isOpen() ? "done" : isLate ? "late" : "open";
        var signal = !task.isOpen() ? Signal.OK : isLate ? Signal.LATE : Signal.SOON;
        var detail = task.isOpen()
                ? texts().get("complaint.task.due", when().at(task.dueAt()))
                : texts().get("complaint.task.answered", when().at(answeredAt(task)), task.finding());
        return new Line(
                task.id(), department + " · " + task.ask(), detail, texts().get("complaint.task." + state), signal, "",
                task.isOpen() ? rights.whyNotAnswer(task) : Optional.of(Problem.refused("complaint.problem.task_answered")));
    }

    private static Instant answeredAt(DepartmentTask task) {
        return Objects.requireNonNull(task.answeredAt());
    }

    private RemedyLine remedy(Remedy remedy, ComplaintView view, ComplaintRights rights) {
        var line = new Line(
                remedy.id(),
                joined(chronicle.value(Remedy.KIND, remedy, "type"), money(remedy.amountMinor(), remedy.currency())),
                joined(
                        remedy.terms(),
                        named("rule", remedy.rule()),
                        named("cost_centre", chronicle.value(Remedy.KIND, remedy, "cost_centre")),
                        named("due_at", chronicle.value(Remedy.KIND, remedy, "due_at")),
                        named("proof", remedy.proof())),
                texts().name(remedy.state()),
                RemediesViewModel.signal(remedy.state()),
                decided(remedy, view),
                Optional.empty());
        return new RemedyLine(line, proofHint(remedy), rights.whyNotCarryOut(remedy), rights.whyNotDrop(remedy));
    }

    private String named(String field, @Nullable String value) {
        return value == null || value.isBlank()
                ? ""
                : texts().get("cases.words.headline", texts().get("field.remedy." + field), value);
    }

    private String proofHint(Remedy remedy) {
        return services.workplace()
                .first(RemedyType.TOPIC, type -> type.code().equals(remedy.type()))
                .map(type -> type.proof().in(texts().language()))
                .orElse("");
    }

    /// What became of the request for a remedy.
    private String decided(Remedy remedy, ComplaintView view) {
        return view.approvals().stream()
                .filter(approval -> approval.remedyId().equals(remedy.id()))
                .reduce((earlier, later) -> later)
                .filter(approval -> approval.decidedBy() != null && approval.decidedAt() != null)
                .map(approval -> joined(
                        texts().get(
                                "complaint.sheet.decided", name(approval.decidedBy()), when().at(approval.decidedAt()),
                                texts().name(approval.state())),
                        approval.allowedMinor() == null ? "" : money(approval.allowedMinor(), remedy.currency()),
                        approval.remark() == null ? "" : approval.remark()))
                .orElse("");
    }

    private Optional<Request> request(Approval approval, ComplaintView view, ComplaintRights rights) {
        return view.remedies().stream()
                .filter(remedy -> remedy.id().equals(approval.remedyId()))
                .findFirst()
                .map(remedy -> new Request(
                        approval.id(),
                        texts().get("complaint.sheet.request", chronicle.value(Remedy.KIND, remedy, "type")),
                        texts().get(
                                "complaint.sheet.asked", view.subject().number(), name(approval.askedBy()),
                                when().brief(approval.askedAt())),
                        money(approval.amountMinor(), remedy.currency()),
                        approval.amountMinor(),
                        remedy.currency(),
                        authority(approval.askedBy(), remedy),
                        approval.reason(),
                        rights.whyNotApprove(approval),
                        rights.whyNotReduce(approval),
                        rights.whyNotRefuse(approval)));
    }

    private String authority(UUID asker, Remedy remedy) {
        return services.people()
                .find(asker)
                .map(Person::asActor)
                .map(person -> Authority.limit(services.workplace(), person, remedy.type(), remedy.currency()))
                .map(limit -> new Money(limit, remedy.currency()).in(texts().language()))
                .orElse("—");
    }

    private Line attempt(FollowUpTry attempt) {
        var state = attempt.reached()
                ? texts().get("complaint.try.reached")
                : texts().get("complaint.try.missed", chronicle.value(FollowUpTry.KIND, attempt, "not_reached"));
        return new Line(
                attempt.id(), state, attempt.remark() == null ? "" : attempt.remark(), when().at(attempt.at()),
                attempt.reached() ? Signal.OK : Signal.SOON, "", Optional.empty());
    }

    private String money(long minor, String currency) {
        return minor == 0 ? "" : new Money(minor, currency).in(texts().language());
    }

    private String name(UUID person) {
        return services.people().find(person).map(Person::name).orElseGet(() -> texts().get("cases.words.somebody"));
    }

    private static String joined(String... parts) {
        return Stream.of(parts).filter(part -> !part.isBlank()).collect(Collectors.joining(" · "));
    }
}
