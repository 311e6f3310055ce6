package dev.calmdesk.complaint;

import dev.calmdesk.cases.Case;
import dev.calmdesk.data.Kind;
import dev.calmdesk.data.Rows;
import dev.calmdesk.flow.Facts;
import dev.calmdesk.people.Person;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Gathers what is known about a complaint for its gates: every field of its records as `kind.field`, and what follows
/// from the lists around it.
final class ComplaintFacts {

    private static final Set<String> SENIOR = Set.of("SPECIALIST", "LEAD", "MANAGER");

    private ComplaintFacts() {}

    static Facts of(Handle handle, Case subject) {
        var values = new HashMap<String, @Nullable Object>();
        for (var step : ComplaintStep.values()) {
            step.kinds().forEach(kind -> addFields(handle, kind, subject.id(), values));
        }
        values.put("case.customer", subject.customerId());
        addLists(handle, subject.id(), values);
        addAssessment(handle, subject, values);
        return new Facts(values, unknown(handle, subject.id()));
    }

    private static void addFields(Handle handle, Kind<?> kind, UUID caseId, Map<String, @Nullable Object> values) {
        handle.createQuery("select * from " + kind.table() + " where id = :id")
                .bind("id", caseId)
                .mapToMap()
                .findOne()
                .ifPresent(row -> row.forEach((column, value) -> values.put(kind.name() + "." + column, value)));
    }

    private static Set<String> unknown(Handle handle, UUID caseId) {
        var unknown = new HashSet<String>();
        Rows.find(handle, Account.KIND, caseId)
                .ifPresent(account -> unknown.addAll(account.notKnown()));
        return unknown;
    }

    private static void addLists(Handle handle, UUID caseId, Map<String, @Nullable Object> values) {
        var remedies = Rows.list(handle, Remedy.KIND, "case_id", caseId);
        var tries = Rows.list(handle, FollowUpTry.KIND, "case_id", caseId);
        values.put("emotion.noted", Rows.list(handle, EmotionReading.KIND, "case_id", caseId).size());
        values.put("remedy.settled", remedies.stream().allMatch(Remedy::isSettled));
        values.put("remedy.allowed", remedies.stream().noneMatch(remedy -> remedy.state() == RemedyState.WAITING));
        values.put("remedy.done", remedies.stream().noneMatch(remedy -> remedy.state() == RemedyState.ALLOWED
                || remedy.state() == RemedyState.WAITING));
        values.put("remedy.any", remedies.stream().anyMatch(remedy -> remedy.state() != RemedyState.DROPPED));
        values.put("task.answered", Rows.list(handle, DepartmentTask.KIND, "case_id", caseId).stream()
                .noneMatch(DepartmentTask::isOpen));
        values.put("follow_up.tried", tries.stream().anyMatch(FollowUpTry::reached)
                || tries.size() >= FollowUpTry.ENOUGH);
    }

    private static void addAssessment(Handle handle, Case subject, Map<String, @Nullable Object> values) {
        Rows.find(handle, Assessment.KIND, subject.id()).ifPresent(assessment -> {
            values.put("assessment.overridden", assessment.proposed() != null
                    && !Objects.equals(assessment.proposed(), assessment.severity()));
            values.put("routing.fits", assessment.grade() != Assessment.Grade.COMPLEX
                    || ownerIsSenior(handle, subject)
                    || isOffered(handle, subject.id()));
        });
    }

    private static boolean ownerIsSenior(Handle handle, Case subject) {
        return Rows.find(handle, Person.KIND, subject.owner())
                .filter(owner -> owner.roles().stream().anyMatch(SENIOR::contains))
                .isPresent();
    }

    private static boolean isOffered(Handle handle, UUID caseId) {
        return handle.attach(ComplaintStore.class).isOffered(caseId);
    }
}
