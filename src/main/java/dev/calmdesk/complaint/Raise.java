package dev.calmdesk.complaint;

import dev.calmdesk.cases.Severity;
import dev.calmdesk.complaint.Offer.Choice;
import dev.calmdesk.workplace.Localised;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A reason to take a complaint more seriously than the matrix does.
///
/// @param why of a rule; null where closed cases alone are the reason
public record Raise(Severity severity, @Nullable Localised why, Choice choice) {

    static Raise of(SeverityHints.Found found) {
        var hint = found.hint();
        return new Raise(
                hint.severity(), hint.why(),
                new Choice(hint.severity().name(), Certainty.POSSIBLE, 0, found.words(), List.of()));
    }

    static Raise of(Choice learned) {
        return new Raise(Severity.valueOf(learned.code()), null, learned);
    }

    /// The same, since closed cases say so, too.
    Raise restingOn(Choice learned) {
        return new Raise(
                severity, why,
                new Choice(
                        choice.code(), learned.certainty(), learned.probability(), choice.words(), learned.cases()));
    }
}
