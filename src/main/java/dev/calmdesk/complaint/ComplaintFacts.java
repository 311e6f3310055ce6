package dev.calmdesk.complaint;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.calmdesk.cases.Case;
import dev.calmdesk.cases.Severity;
import dev.calmdesk.cases.Transfer;
import dev.calmdesk.cases.TransferState;
import dev.calmdesk.data.Field;
import dev.calmdesk.data.Json;
import dev.calmdesk.data.Kind;
import dev.calmdesk.data.Rows;
import dev.calmdesk.flow.Facts;
import dev.calmdesk.flow.StepForm;
import dev.calmdesk.people.Person;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Gathers what is known about a complaint for its gates: every field of its records as `kind.field`, and what follows
/// from the lists around it. What stands in forms may be laid over the records, to see what would be open if it were kept.
final class ComplaintFacts {

    private static final Set<String> SENIOR = Set.of("SPECIALIST", "LEAD", "MANAGER");

    private ComplaintFacts() {}

    static Facts of(Handle handle, Case subject) {
        var values = records(handle, subject);
        Rows.find(handle, Assessment.KIND, subject.id())
                .ifPresent(assessment -> values.put("assessment.overridden", assessment.proposed() != null
                        && !Objects.equals(assessment.proposed(), assessment.severity())));
        return facts(handle, subject, values);
    }

    /// @param form what stands in the forms, by `kind.field`
    /// @param proposed the severity that the matrix proposes for it
    static Facts of(Handle handle, Case subject, Map<String, String> form, Severity proposed) {
        var values = records(handle, subject);
        for (var step : ComplaintStep.values()) {
            step.kinds().forEach(kind -> StepForm.readable(kind, form)
                    .forEach((field, value) -> values.put(kind.name() + "." + field, value)));
        }
        var severity = Field.text(values.get("assessment.severity"));
        values.put("assessment.overridden", !severity.isEmpty() && !severity.equals(proposed.name()));
        return facts(handle, subject, values);
    }

    private static Map<String, @Nullable Object> records(Handle handle, Case subject) {
        var values = new HashMap<String, @Nullable Object>();
        for (var step : ComplaintStep.values()) {
            step.kinds().forEach(kind -> addFields(handle, kind, subject.id(), values));
        }
        values.put("case.customer", subject.customerId());
        addLists(handle, subject.id(), values);
        return values;
    }

    private static Facts facts(Handle handle, Case subject, Map<String, @Nullable Object> values) {
        var isComplex = Field.text(values.get("assessment.grade")).equals(Assessment.Grade.COMPLEX.name());
        values.put("routing.fits", !isComplex || isSenior(handle, subject.owner()) || isOffered(handle, subject.id()));
        return new Facts(values, unknown(values.get("account.not_known")));
    }

    private static void addFields(Handle handle, Kind<?> kind, UUID caseId, Map<String, @Nullable Object> values) {
        handle.createQuery("select * from " + kind.table() + " where id = :id")
                .bind("id", caseId)
                .mapToMap()
                .findOne()
                .ifPresent(row -> row.forEach((column, value) -> values.put(kind.name() + "." + column, value)));
    }

    /// @param list a list of names, or the JSON of one
    private static Set<String> unknown(@Nullable Object list) {
        return switch (list) {
            case null -> Set.of();
            case List<?> names -> names.stream().map(String::valueOf).collect(Collectors.toSet());
            default -> Set.copyOf(Json.read(list.toString(), new TypeReference<List<String>>() {}));
        };
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

    private static boolean isSenior(Handle handle, UUID personId) {
        return Rows.find(handle, Person.KIND, personId)
                .filter(person -> person.roles().stream().anyMatch(SENIOR::contains))
                .isPresent();
    }

    /// Whether somebody who may settle it, or a whole team, is asked to take it.
    private static boolean isOffered(Handle handle, UUID caseId) {
        return Rows.list(handle, Transfer.KIND, "case_id", caseId).stream()
                .filter(transfer -> transfer.state() == TransferState.ASKED)
                .anyMatch(transfer -> transfer.toPerson() == null || isSenior(handle, transfer.toPerson()));
    }
}
