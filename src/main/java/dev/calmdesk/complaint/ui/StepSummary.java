package dev.calmdesk.complaint.ui;

import dev.calmdesk.base.Problem.Point;
import dev.calmdesk.complaint.Assessment.Grade;
import dev.calmdesk.complaint.ComplaintStep;
import dev.calmdesk.complaint.EmotionReading;
import dev.calmdesk.fx.control.Stepper;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// What the stepper says about each step: what it came to, how far it is, or how many points are open. Pure.
final class StepSummary {

    private static final List<String> ELEMENTS = List.of("happened_at", "place", "people", "event", "expectation");

    private final ComplaintSnapshot read;
    private final Map<ComplaintStep, List<Point>> open;
    private final Map<String, String> form;
    private final ComplaintWords words;

    StepSummary(
            ComplaintSnapshot read, Map<ComplaintStep, List<Point>> open, Map<String, String> form, ComplaintWords words) {
        this.read = read;
        this.open = open;
        this.form = form;
        this.words = words;
    }

    /// @param roomy whether there is room for what the steps to come are about
    List<Stepper.Step> steps(ComplaintStep current, boolean roomy) {
        return Arrays.stream(ComplaintStep.values()).map(step -> step(step, current, roomy)).toList();
    }

    private Stepper.Step step(ComplaintStep step, ComplaintStep current, boolean roomy) {
        var content = read.content().flow().step(step.code());
        var state = state(step, current);
        var subtitle = switch (state) {
            case CURRENT -> progress(step);
            case DONE -> result(step);
            case OPEN_POINTS -> openCount(step);
            case TODO -> roomy ? words.in(content.hint()) : "";
        };
        return new Stepper.Step(words.in(content.name()), subtitle, state);
    }

    private Stepper.State state(ComplaintStep step, ComplaintStep current) {
        if (step == current) {
            return Stepper.State.CURRENT;
        }
        var isDone = read.done().contains(step);
        if (isDone && count(step) == 0) {
            return Stepper.State.DONE;
        }
        return isDone || step.ordinal() < current.ordinal() ? Stepper.State.OPEN_POINTS : Stepper.State.TODO;
    }

    private int count(ComplaintStep step) {
        return open.getOrDefault(step, List.of()).size();
    }

    private String openCount(ComplaintStep step) {
        var count = count(step);
        return count == 0
                ? words.texts().get("complaint.stepper.unfinished")
                : words.texts().get("complaint.stepper.open", count);
    }

    private String progress(ComplaintStep step) {
        if (step == ComplaintStep.RECORD) {
            return words.texts().get("complaint.stepper.elements", filled(), ELEMENTS.size());
        }
        return count(step) == 0 ? words.texts().get("complaint.stepper.ready") : openCount(step);
    }

    private long filled() {
        var notKnown = List.of(form.getOrDefault("account.not_known", "").split(","));
        return ELEMENTS.stream()
                .map(field -> "account." + field)
                .filter(field -> !form.getOrDefault(field, "").isBlank() || notKnown.contains(field))
                .count();
    }

    private String result(ComplaintStep step) {
        var view = read.view();
        return switch (step) {
            case SOOTHE -> words.texts().get("complaint.stepper.emotion", trail());
            case RECORD -> view.account()
                    .map(account -> words.texts().get("complaint.stepper.read_back", words.at(account.readBackAt())))
                    .orElse("");
            case CLASSIFY -> view.assessment()
                    .map(assessment -> ComplaintWords.joined(
                            String.valueOf(assessment.severity()),
                            assessment.grade() == Grade.COMPLEX ? words.texts().name(Grade.COMPLEX) : ""))
                    .orElse("");
            case RESOLVE -> view.decision()
                    .map(decision -> decision.answer() == null ? "" : words.texts().name(decision.answer()))
                    .orElse("");
            case FOLLOW_UP -> view.followUp()
                    .map(followUp -> followUp.satisfaction() == null
                            ? ""
                            : words.texts().get("complaint.stepper.rating", followUp.satisfaction()))
                    .orElse("");
        };
    }

    /// First and last emotion: `4→2`.
    private String trail() {
        var levels = read.view().emotions().stream().map(EmotionReading::level).toList();
        var ends = levels.size() < 2 ? levels.stream() : Stream.of(levels.getFirst(), levels.getLast());
        return String.join("→", ends.map(String::valueOf).toList());
    }
}
