package dev.calmdesk.cases.ui;

import dev.calmdesk.base.Texts;
import dev.calmdesk.cases.CaseKind;
import dev.calmdesk.cases.CaseRow;
import dev.calmdesk.cases.Category;
import dev.calmdesk.cases.Parties;
import dev.calmdesk.cases.When;
import dev.calmdesk.clock.TimeLimit;
import dev.calmdesk.flow.Flow;
import dev.calmdesk.workplace.Choice;
import dev.calmdesk.workplace.Workplace;
import dev.calmdesk.workplace.Workplace.Topic;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Says what lists and pages show of a case, in the user's language.
public final class CaseWords {

    private final Texts texts;
    private final Workplace workplace;
    private final Parties parties;
    private final When when;

    public CaseWords(Texts texts, Workplace workplace, Parties parties, When when) {
        this.texts = texts;
        this.workplace = workplace;
        this.parties = parties;
        this.when = when;
    }

    public Texts texts() {
        return texts;
    }

    public When when() {
        return when;
    }

    public Parties parties() {
        return parties;
    }

    CaseItem item(CaseRow row) {
        return new CaseItem(row, customer(row), subject(row), severity(row), step(row.kind(), row.step()));
    }

    /// How the customer is addressed; a caller who said no name is anonymous.
    String customer(CaseRow row) {
        return row.customerName() == null
                ? texts.get("cases.list.anonymous")
                : parties.addressed(row.customerName(), row.customerTitle() == null ? "NONE" : row.customerTitle());
    }

    /// The widest category and the first words of what happened.
    private String subject(CaseRow row) {
        var widest = categories(row.category()).stream().findFirst();
        var subject = Stream.concat(widest.stream(), Stream.of(row.title()))
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining(" · "));
        return subject.isEmpty() ? texts.get("cases.list.untitled") : subject;
    }

    /// Names of a category and all above it, the widest first.
    public List<String> categories(@Nullable String code) {
        return code == null
                ? List.of()
                : Category.path(workplace, code).stream()
                        .map(category -> category.name().in(texts.language()))
                        .toList();
    }

    /// What has no severity is named by what it is.
    private String severity(CaseRow row) {
        if (row.severity() != null) {
            return texts.name(row.severity());
        }
        return row.kind() == CaseKind.INQUIRY ? texts.name(row.kind()) : texts.get("cases.list.unclassified");
    }

    String step(CaseKind kind, String code) {
        return workplace.first(Flow.TOPIC, flow -> flow.code().equals(kind.name())).stream()
                .flatMap(flow -> flow.steps().stream())
                .filter(step -> step.code().equals(code))
                .findFirst()
                .map(step -> step.name().in(texts.language()))
                .orElse(code);
    }

    String choice(Topic<Choice> topic, String code) {
        return workplace.first(topic, choice -> choice.code().equals(code))
                .map(choice -> choice.name().in(texts.language()))
                .orElse(code);
    }

    /// Name of a time limit.
    String limit(String code) {
        return workplace.first(TimeLimit.TOPIC, limit -> limit.code().equals(code))
                .map(limit -> limit.name().in(texts.language()))
                .orElse(code);
    }

    List<Choice> choices(Topic<Choice> topic) {
        return workplace.all(topic);
    }
}
