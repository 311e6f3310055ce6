package dev.calmdesk.inquiry;

import dev.calmdesk.base.Problem;
import dev.calmdesk.cases.Case;
import dev.calmdesk.cases.CaseKind;
import dev.calmdesk.cases.CaseState;
import dev.calmdesk.cases.Cases;
import dev.calmdesk.cases.Promise;
import dev.calmdesk.clock.Clocks;
import dev.calmdesk.contact.Contacts;
import dev.calmdesk.data.Database;
import dev.calmdesk.data.Rows;
import dev.calmdesk.data.Tx;
import dev.calmdesk.flow.Facts;
import dev.calmdesk.flow.Flow;
import dev.calmdesk.flow.Requirement;
import dev.calmdesk.flow.StepForm;
import dev.calmdesk.people.Actor;
import dev.calmdesk.workplace.Workplace;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Takes an inquiry through its five steps. It ends solved, or open with a promise.
public final class Inquiries {

    private final Database database;
    private final Workplace workplace;
    private final Cases cases;
    private final Contacts contacts;
    private final Clocks clocks;
    private final InstantSource clock;

    public Inquiries(
            Database database, Workplace workplace, Cases cases, Contacts contacts, Clocks clocks,
            InstantSource clock) {
        this.database = database;
        this.workplace = workplace;
        this.cases = cases;
        this.contacts = contacts;
        this.clocks = clocks;
        this.clock = clock;
    }

    /// The matter of a contact is an inquiry.
    public Case open(Actor by, UUID draftId) {
        Cases.requireServing(by);
        return database.write(tx -> {
            var draft = contacts.drafts().get(tx, draftId);
            if (draft.caseId() != null || draft.channel() == null) {
                throw Problem.refused("contact.problem.has_case");
            }
            var first = flow().steps().getFirst().code();
            var opened = cases.open(tx, by, CaseKind.INQUIRY, draft.channel(), draft.customerId(), first);
            contacts.drafts().tie(tx, draftId, CaseKind.INQUIRY.name(), first, opened.id());
            clocks.start(tx, by.id(), opened.id(), "simple-settled", draft.channel().name(), "NORMAL");
            return opened;
        });
    }

    /// Finishes a step, in any order and again after a correction.
    ///
    /// @param form what stands in the forms, by `inquiry.field`
    /// @throws Problem.Incomplete with every open point of the gate; nothing is written then
    public Case finish(Actor by, UUID caseId, String step, Map<String, String> form) {
        return database.write(tx -> {
            var subject = cases.requireOpen(tx, by, caseId);
            write(tx, by, subject, form, Map.of(), "recorded");
            requireGate(tx, caseId, flow().step(step));
            return advance(tx, by, subject, step);
        });
    }

    /// Ends the contact and files the inquiry: closed if it is solved, open if something is promised.
    ///
    /// @param draftId the contact, or the work on the case, that ends with it
    /// @throws Problem.Incomplete with the open points of all steps; nothing is written then
    public Case file(Actor by, UUID caseId, UUID draftId, Map<String, String> form) {
        return database.write(tx -> {
            var subject = cases.requireOpen(tx, by, caseId);
            var times = new LinkedHashMap<String, @Nullable Object>();
            times.put("done_at", clock.instant());
            times.put("done_by", by.id());
            write(tx, by, subject, form, times, "filed");
            flow().steps().forEach(step -> requireGate(tx, caseId, step));
            var inquiry = tx.get(Inquiry.KIND, caseId);
            var isSolved = inquiry.solved() == Inquiry.Solved.YES;
            if (isSolved) {
                close(tx, by, subject);
            } else {
                clocks.start(tx, by.id(), caseId, "inquiry-reply", subject.channel().name(), "NORMAL");
            }
            var isFirstContact = contacts.drafts().get(tx, draftId).isContact() && subject.answeredAt() == null;
            contacts.finish(tx, by, draftId, new Contacts.Outcome(inquiry.category(), isSolved && isFirstContact));
            return tx.get(Case.KIND, caseId);
        });
    }

    /// Ends the contact, or the work on the case, and keeps everything that was typed. The inquiry stays open.
    public void leave(Actor by, UUID draftId, Map<String, String> form) {
        database.writeDo(tx -> {
            var caseId = Objects.requireNonNull(contacts.drafts().get(tx, draftId).caseId());
            var subject = tx.get(Case.KIND, caseId);
            if (subject.isOpen()) {
                write(tx, by, subject, form, Map.of(), "kept");
            }
            contacts.finish(tx, by, draftId, new Contacts.Outcome(
                    tx.get(Case.KIND, caseId).category(), subject.state() == CaseState.VOID ? null : false));
        });
    }

    private void write(
            Tx tx, Actor by, Case subject, Map<String, String> form, Map<String, @Nullable Object> times, String act) {
        tx.write(Inquiry.KIND, subject.id())
                .set(StepForm.values(Inquiry.KIND, form))
                .set(times)
                .over(StepForm.seen(Inquiry.KIND, form))
                .asWhenChanged(act, by.id());
        tx.find(Inquiry.KIND, subject.id()).ifPresent(inquiry -> tx.write(Case.KIND, subject.id())
                .set("title", Case.titleOf(inquiry.question()))
                .set("category", inquiry.category())
                .set("sku", inquiry.sku())
                .asWhenChanged("described", by.id()));
    }

    private void requireGate(Tx tx, UUID caseId, Flow.Step step) {
        var open = Requirement.open(step.gate(), facts(tx.handle(), caseId));
        if (!open.isEmpty()) {
            throw Problem.incomplete("gate.problem.open", open);
        }
    }

    private Case advance(Tx tx, Actor by, Case subject, String step) {
        var index = flow().indexOf(step);
        var isLast = index == flow().steps().size() - 1;
        if (subject.step().equals(step) && !isLast) {
            tx.write(Case.KIND, subject.id())
                    .set("step", flow().steps().get(index + 1).code())
                    .as("advanced", by.id());
        }
        return tx.get(Case.KIND, subject.id());
    }

    private void close(Tx tx, Actor by, Case subject) {
        var now = clock.instant();
        clocks.meet(tx, by.id(), subject.id(), "simple-settled");
        clocks.meet(tx, by.id(), subject.id(), "inquiry-reply");
        tx.write(Case.KIND, subject.id())
                .set("state", CaseState.CLOSED)
                .set("step", flow().steps().getLast().code())
                .set("answered_at", subject.answeredAt() == null ? now : subject.answeredAt())
                .set("resolved_at", now)
                .set("closed_at", now)
                .set("closing_code", "explained")
                .as("closed", by.id());
        clocks.voidAll(tx, by.id(), subject.id(), "closed");
        cases.withdrawOffer(tx, by, subject.id());
    }

    /// Steps whose gate holds now.
    public List<String> doneSteps(UUID caseId) {
        return database.read(handle -> {
            var facts = facts(handle, caseId);
            return flow().steps().stream()
                    .filter(step -> Requirement.open(step.gate(), facts).isEmpty())
                    .map(Flow.Step::code)
                    .toList();
        });
    }

    private static Facts facts(Handle handle, UUID caseId) {
        var values = new HashMap<String, @Nullable Object>();
        handle.createQuery("select * from inquiry where id = :id")
                .bind("id", caseId)
                .mapToMap()
                .findOne()
                .ifPresent(row -> row.forEach((column, value) -> values.put("inquiry." + column, value)));
        values.put("promise.open", Rows.list(handle, Promise.KIND, "case_id", caseId).stream()
                .anyMatch(Promise::isOpen));
        return new Facts(values, Set.of());
    }

    public Optional<Inquiry> find(UUID caseId) {
        return database.read(handle -> Rows.find(handle, Inquiry.KIND, caseId));
    }

    /// What stands in the record, as forms show it.
    public Map<String, String> form(UUID caseId) {
        return database.read(handle -> StepForm.of(handle, List.of(Inquiry.KIND), caseId));
    }

    public Flow flow() {
        return workplace.first(Flow.TOPIC, flow -> flow.code().equals(CaseKind.INQUIRY.name())).orElseThrow();
    }
}
