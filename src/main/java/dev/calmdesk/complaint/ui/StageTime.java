package dev.calmdesk.complaint.ui;

import dev.calmdesk.clock.Clock;
import dev.calmdesk.complaint.Account;
import dev.calmdesk.complaint.Assessment;
import dev.calmdesk.complaint.ComplaintStep;
import dev.calmdesk.complaint.Decision;
import dev.calmdesk.complaint.FollowUp;
import dev.calmdesk.complaint.Investigation;
import dev.calmdesk.fx.control.Signal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One stage of a complaint by the quality standard (ISO 10002), with its own time, and the step it is dealt with in.
/// Three of them – acknowledgement, investigation, decision – would otherwise hide within a step.
///
/// @param time when it happened, since when it runs, or by when it is due; empty while nothing is known
record StageTime(String name, String time, Signal signal, ComplaintStep step) {

    /// The stages of a complaint in their order.
    static List<StageTime> of(ComplaintSnapshot read, ComplaintWords words) {
        var view = read.view();
        var told = view.decision();
        return List.of(
                done("receipt", view.subject().openedAt(), ComplaintStep.RECORD, words),
                stage("acknowledgement", view.account().map(Account::acknowledgedAt), ComplaintStep.RECORD,
                        clock(read, "acknowledge-online", "acknowledge-mail"), words),
                stage("assessment", view.assessment().map(Assessment::assessedAt), ComplaintStep.CLASSIFY,
                        clock(read, "assess"), words),
                investigation(view.investigation(), clock(read, "investigate"), words),
                stage("decision", told.filter(Decision::told).map(Decision::toldAt), ComplaintStep.RESOLVE,
                        clock(read, "tell-decision"), words),
                stage("follow_up", view.followUp().map(FollowUp::doneAt), ComplaintStep.FOLLOW_UP,
                        clock(read, "follow-up-first"), words));
    }

    private static Optional<Clock> clock(ComplaintSnapshot read, String... limits) {
        return read.clocks().stream()
                .filter(clock -> Arrays.asList(limits).contains(clock.limitCode()))
                .reduce((earlier, later) -> later);
    }

    private static StageTime done(String name, Instant at, ComplaintStep step, ComplaintWords words) {
        return new StageTime(words.texts().get("complaint.stage." + name), words.at(at), Signal.OK, step);
    }

    private static StageTime stage(
            String name, Optional<Instant> doneAt, ComplaintStep step, Optional<Clock> clock, ComplaintWords words) {
        var label = words.texts().get("complaint.stage." + name);
        return doneAt.map(at -> new StageTime(label, words.at(at), doneSignal(at, clock), step))
                .orElseGet(() -> new StageTime(label, due(clock, words), dueSignal(clock, words), step));
    }

    private static StageTime investigation(
            Optional<Investigation> investigation, Optional<Clock> clock, ComplaintWords words) {
        var label = words.texts().get("complaint.stage.investigation");
        var started = investigation.map(Investigation::startedAt);
        var ended = investigation.map(Investigation::endedAt);
        if (started.isEmpty() || ended.isPresent()) {
            return stage("investigation", ended, ComplaintStep.RESOLVE, clock, words);
        }
        var time = words.texts().get("complaint.stage.since", words.at(started.get()));
        var signal = dueSignal(clock, words);
        return new StageTime(label, time, signal == Signal.NEUTRAL ? Signal.ACCENT : signal, ComplaintStep.RESOLVE);
    }

    private static Signal doneSignal(Instant at, Optional<Clock> clock) {
        return clock.filter(limit -> at.isAfter(limit.dueAt())).isPresent() ? Signal.LATE : Signal.OK;
    }

    private static String due(Optional<Clock> clock, ComplaintWords words) {
        return clock.filter(Clock::isOpen)
                .map(open -> words.texts().get("complaint.stage.by", words.at(open.dueAt())))
                .orElse("");
    }

    private static Signal dueSignal(Optional<Clock> clock, ComplaintWords words) {
        @Nullable Clock open = clock.filter(Clock::isOpen).orElse(null);
        var now = words.when().now();
        if (open == null || now.isBefore(open.warnAt())) {
            return Signal.NEUTRAL;
        }
        return now.isBefore(open.dueAt()) ? Signal.SOON : Signal.LATE;
    }
}
