package dev.calmdesk.home.ui;

import dev.calmdesk.base.Texts;
import dev.calmdesk.cases.Category;
import dev.calmdesk.cases.CaseKind;
import dev.calmdesk.cases.Severity;
import dev.calmdesk.cases.When;
import dev.calmdesk.fx.control.Signal;
import dev.calmdesk.home.Due;
import dev.calmdesk.workplace.Choice;
import dev.calmdesk.workplace.Workplace;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Words for what is due.
final class DueItems {

    private final Texts texts;
    private final When when;
    private final Workplace workplace;

    DueItems(Texts texts, When when, Workplace workplace) {
        this.texts = texts;
        this.when = when;
        this.workplace = workplace;
    }

    List<DueItem> of(List<Due> dues) {
        return dues.stream().map(this::item).toList();
    }

    private DueItem item(Due due) {
        var pressure = Pressure.of(due.since(), due.dueAt(), when.now());
        return new DueItem(
                due.caseId(), due.number(), title(due), detail(due), pressure.share(), left(due), pressure.signal(),
                mark(due), markSignal(due));
    }

    private String title(Due due) {
        var customer = due.customer(texts.language());
        return switch (due.source()) {
            case PROMISE -> customer.isEmpty() ? due.what() : texts.get("home.due.promise", customer, due.what());
            case TASK -> texts.get("home.due.task", department(due), due.what());
            case FOLLOW_UP -> texts.get(
                    "home.due.follow_up", customer.isEmpty() ? texts.get("home.anonymous") : customer, due.what());
        };
    }

    private String department(Due due) {
        return workplace
                .first(Choice.DEPARTMENTS, choice -> choice.code().equals(due.department()))
                .map(choice -> choice.name().in(texts.language()))
                .orElse(Objects.requireNonNullElse(due.department(), ""));
    }

    private String detail(Due due) {
        var subject = texts.get("home.due.case", texts.name(due.caseKind()), due.number());
        var category = due.category() == null
                ? ""
                : Category.find(workplace, due.category())
                        .map(found -> found.name().in(texts.language()))
                        .orElse("");
        var time = switch (due.source()) {
            case PROMISE -> texts.get("home.due.by", when.at(due.dueAt()));
            case TASK -> texts.get("home.due.answer_by", when.at(due.dueAt()));
            case FOLLOW_UP -> texts.get("home.due.try", due.tries() + 1);
        };
        var late = due.dueAt().isBefore(when.now()) ? when.left(due.dueAt()) : "";
        return Stream.of(subject, category, time, late).filter(part -> !part.isEmpty()).collect(Collectors.joining(" · "));
    }

    private String left(Due due) {
        if (due.dueAt().isBefore(when.now())) {
            return texts.get("home.due.late");
        }
        var tomorrow = LocalDate.ofInstant(when.now(), when.zone()).plusDays(1);
        return LocalDate.ofInstant(due.dueAt(), when.zone()).equals(tomorrow)
                ? texts.get("home.due.tomorrow")
                : when.leftShort(due.dueAt());
    }

    private String mark(Due due) {
        return switch (due.source()) {
            case TASK -> texts.get("home.mark.task");
            case FOLLOW_UP -> texts.get("home.mark.follow_up");
            case PROMISE -> due.severity() == null ? texts.name(due.caseKind()) : due.severity().name();
        };
    }

    private static Signal markSignal(Due due) {
        return switch (due.source()) {
            case TASK -> Signal.INFO;
            case FOLLOW_UP -> Signal.OK;
            case PROMISE -> due.caseKind() == CaseKind.COMPLAINT ? signal(due.severity()) : Signal.NEUTRAL;
        };
    }

    private static Signal signal(Severity severity) {
        return switch (severity) {
            case S1 -> Signal.LATE;
            case S2 -> Signal.SOON;
            case S3, S4 -> Signal.NEUTRAL;
            case null -> Signal.NEUTRAL;
        };
    }
}
