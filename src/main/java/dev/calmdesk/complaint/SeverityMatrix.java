package dev.calmdesk.complaint;

import dev.calmdesk.cases.Category;
import dev.calmdesk.cases.Severity;
import dev.calmdesk.complaint.Assessment.Grade;
import dev.calmdesk.people.Role;
import dev.calmdesk.workplace.Localised;
import dev.calmdesk.workplace.Workplace;
import dev.calmdesk.workplace.Workplace.Topic;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How serious a complaint is, from facts that need no judgement (ISO 10002 initial assessment). Content.
///
/// @param facts what is asked, each with its possible values
/// @param rules the first that holds wins; the last always holds
/// @param levels what follows from each severity
public record SeverityMatrix(List<Fact> facts, List<Rule> rules, List<Level> levels) {

    public static final Topic<SeverityMatrix> TOPIC = new Topic<>("severity", SeverityMatrix.class);

    public record Fact(String code, Localised name, List<Value> values) {}

    public record Value(String code, Localised name) {}

    /// @param when fact code → values of which one must be given
    public record Rule(Severity severity, Map<String, List<String>> when, Localised why) {
        boolean holdsFor(Map<String, String> given) {
            return when.entrySet().stream()
                    .allMatch(condition -> condition.getValue().contains(given.getOrDefault(condition.getKey(), "")));
        }
    }

    /// @param role who takes charge at least
    /// @param safety whether somebody's health is concerned
    public record Level(Severity severity, Localised name, Grade grade, Role role, String priority, boolean safety) {}

    /// What the matrix says and why.
    ///
    /// @param why null if the category alone decided
    public record Proposal(Severity severity, @Nullable Localised why) {}

    /// @param given fact code → value code; facts that are not given count as harmless
    /// @param least the category's own severity, which facts can only make worse; null if none
    public Proposal propose(Map<String, String> given, @Nullable Severity least) {
        var rule = rules.stream()
                .filter(candidate -> candidate.holdsFor(given))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The last rule of the matrix must always hold"));
        return least != null && least.isWorseThan(rule.severity())
                ? new Proposal(least, null)
                : new Proposal(rule.severity(), rule.why());
    }

    /// The same for what stands in a form.
    ///
    /// @param form by `kind.field`
    public Proposal proposeFor(Map<String, String> form, @Nullable Severity least) {
        var given = new HashMap<String, String>();
        facts.forEach(fact -> given.put(fact.code(), form.getOrDefault("assessment." + fact.code(), "")));
        return propose(given, least);
    }

    /// The same by the company's matrix, together with the least severity of the form's category.
    static Proposal propose(Workplace workplace, Map<String, String> form) {
        var category = Category.find(workplace, form.getOrDefault("assessment.category", ""));
        return workplace.all(TOPIC).getFirst().proposeFor(form, category.map(Category::defaultSeverity).orElse(null));
    }

    public Level level(Severity severity) {
        return levels.stream()
                .filter(level -> level.severity() == severity)
                .findFirst()
                .orElseThrow();
    }
}
