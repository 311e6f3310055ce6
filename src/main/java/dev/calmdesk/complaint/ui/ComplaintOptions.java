package dev.calmdesk.complaint.ui;

import dev.calmdesk.cases.Severity;
import dev.calmdesk.complaint.Account.ReadBack;
import dev.calmdesk.complaint.Account.SampleKept;
import dev.calmdesk.complaint.Assessment.Grade;
import dev.calmdesk.complaint.Decision.Answer;
import dev.calmdesk.complaint.FollowUp.Received;
import dev.calmdesk.complaint.Investigation.Confirmation;
import dev.calmdesk.flow.Channel;
import dev.calmdesk.fx.control.Option;
import dev.calmdesk.fx.control.TreeChoice.Branch;
import dev.calmdesk.workplace.Choice;
import dev.calmdesk.workplace.Localised;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// What the fields of the wizard offer to choose from. Pure.
final class ComplaintOptions {

    private final ComplaintContent content;
    private final ComplaintWords words;

    ComplaintOptions(ComplaintWords words) {
        this.content = words.content();
        this.words = words;
    }

    List<Option> of(String field) {
        return switch (field) {
            case "account.sample_kept" -> constants(SampleKept.values());
            case "account.read_back" -> constants(ReadBack.values());
            case "account.acknowledged_via" -> constants(Channel.values());
            case "assessment.severity" -> constants(Severity.values());
            case "assessment.grade" -> constants(Grade.values());
            case "assessment.department", TasksViewModel.DEPARTMENT, RemediesViewModel.COST_CENTRE -> departments();
            case "investigation.confirmed" -> constants(Confirmation.values());
            case "decision.answer" -> constants(Answer.values());
            case "follow_up.received" -> constants(Received.values());
            case "follow_up.satisfaction" -> scale();
            case "follow_up.no_rating", FollowUpViewModel.TRY_REASON -> choices(content.codes().notReachedReasons());
            case "follow_up.closing_code" -> choices(content.codes().closingCodes());
            case RemediesViewModel.TYPE -> content.remedyTypes().stream()
                    .map(type -> option(type.code(), type.name()))
                    .toList();
            case RoutingViewModel.REASON -> choices(content.codes().transferReasons());
            default -> facts(field);
        };
    }

    private List<Option> facts(String field) {
        return content.matrix().facts().stream()
                .filter(fact -> field.equals("assessment." + fact.code()))
                .flatMap(fact -> fact.values().stream())
                .map(value -> option(value.code(), value.name()))
                .toList();
    }

    private List<Option> constants(Enum<?>[] values) {
        return Arrays.stream(values)
                .map(value -> new Option(value.name(), words.texts().name(value)))
                .toList();
    }

    private List<Option> departments() {
        return content.departments().stream()
                .map(department -> option(department.code(), department.name()))
                .toList();
    }

    private List<Option> choices(List<Choice> list) {
        return list.stream().map(choice -> option(choice.code(), choice.name())).toList();
    }

    private List<Option> scale() {
        return IntStream.rangeClosed(1, 5)
                .mapToObj(level -> new Option(
                        Integer.toString(level), level + " " + words.texts().get("complaint.satisfaction." + level)))
                .toList();
    }

    private Option option(String code, Localised name) {
        return new Option(code, words.in(name));
    }

    List<Branch> categories() {
        return content.categories().stream()
                .map(top -> new Branch(option(top.code(), top.name()), top.children().stream()
                        .map(child -> option(child.code(), child.name()))
                        .toList()))
                .toList();
    }

    List<Branch> rootCauses() {
        return content.codes().rootCauses().stream()
                .map(top -> new Branch(option(top.code(), top.name()), top.children().stream()
                        .map(child -> option(child.code(), child.name()))
                        .toList()))
                .toList();
    }
}
