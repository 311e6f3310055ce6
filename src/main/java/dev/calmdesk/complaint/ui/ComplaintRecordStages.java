package dev.calmdesk.complaint.ui;

import dev.calmdesk.base.Texts;
import dev.calmdesk.cases.When;
import dev.calmdesk.complaint.Account;
import dev.calmdesk.complaint.Assessment;
import dev.calmdesk.complaint.ComplaintView;
import dev.calmdesk.complaint.Decision;
import dev.calmdesk.complaint.Investigation;
import dev.calmdesk.fx.control.Stepper;
import dev.calmdesk.fx.control.Stepper.State;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The stages of a complaint by the quality standard (ISO 10002), each with its own time: three of them would otherwise
/// hide within the five steps. Pure.
final class ComplaintRecordStages {

    private ComplaintRecordStages() {}

    /// One stage.
    ///
    /// @param began when it was begun though it is not done; null if it was not
    private record Stage(String name, @Nullable Instant done, @Nullable Instant began) {}

    static List<Stepper.Step> of(ComplaintView view, Texts texts, When when) {
        var stages = List.of(
                new Stage("receipt", view.subject().openedAt(), null),
                stage("acknowledgement", view.account().map(Account::acknowledgedAt)),
                stage("assessment", view.assessment().map(Assessment::assessedAt)),
                new Stage(
                        "investigation",
                        view.investigation().map(Investigation::endedAt).orElse(null),
                        view.investigation().map(Investigation::startedAt).orElse(null)),
                stage("decision", view.decision().map(Decision::toldAt)),
                stage("closing", Optional.ofNullable(view.subject().closedAt())));
        var steps = new ArrayList<Stepper.Step>();
        var isCurrentFound = false;
        for (var stage : stages) {
            var isCurrent = stage.done() == null && !isCurrentFound && view.subject().isOpen();
            isCurrentFound |= isCurrent;
            steps.add(new Stepper.Step(
                    texts.get("complaint.stage." + stage.name()), time(stage, texts, when),
                    stage.done() != null ? State.DONE : isCurrent ? State.CURRENT : State.TODO));
        }
        return List.copyOf(steps);
    }

    private static Stage stage(String name, Optional<Instant> done) {
        return new Stage(name, done.orElse(null), null);
    }

    private static String time(Stage stage, Texts texts, When when) {
        if (stage.done() != null) {
            return when.brief(stage.done());
        }
        return stage.began() == null ? "" : texts.get("complaint.stage.since", when.brief(stage.began()));
    }
}
