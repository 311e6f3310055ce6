package dev.calmdesk.complaint.ui;

import dev.calmdesk.cases.Promise;
import dev.calmdesk.complaint.CategoryWords;
import dev.calmdesk.complaint.ComplaintStep;
import dev.calmdesk.complaint.RemedyState;
import dev.calmdesk.flow.Moment;
import dev.calmdesk.flow.Stage;
import dev.calmdesk.search.RecordedQuery;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Where a complaint stands, for the line to say and the knowledge beside it. Pure: the same case and the same forms give
/// the same stage.
final class ComplaintStage {

    private static final List<String> ELEMENTS =
            List.of("happened_at", "place", "people", "event", "expectation", "sku", "batch");

    private final ComplaintSnapshot read;
    private final ComplaintStep step;
    private final Map<String, String> form;
    private final ComplaintWords words;

    private ComplaintStage(ComplaintSnapshot read, ComplaintStep step, Map<String, String> form, ComplaintWords words) {
        this.read = read;
        this.step = step;
        this.form = form;
        this.words = words;
    }

    /// @param form what stands in the forms, by `kind.field`
    static Stage of(ComplaintSnapshot read, ComplaintStep step, Map<String, String> form, ComplaintWords words) {
        var stage = new ComplaintStage(read, step, form, words);
        return new Stage(
                read.content().flow().code(), stage.moments(), read.view().emotion(), stage.values(), stage.recorded());
    }

    private List<Moment> moments() {
        var usual = read.content().flow().step(step.code()).moments();
        var moments = new LinkedHashSet<Moment>();
        likeliest().filter(usual::contains).ifPresent(moments::add);
        moments.addAll(usual);
        return List.copyOf(moments);
    }

    private Optional<Moment> likeliest() {
        if (asksForHealth()) {
            return Optional.of(Moment.SAFETY);
        }
        return switch (step) {
            case SOOTHE -> soothing();
            case RECORD -> isRecorded() && text("account.read_back").isEmpty()
                    ? Optional.of(Moment.READ_BACK)
                    : Optional.empty();
            case RESOLVE -> text("decision.answer").equals("REJECTED") ? Optional.of(Moment.NEGOTIATE) : Optional.empty();
            case FOLLOW_UP -> followingUp();
            case CLASSIFY -> Optional.empty();
        };
    }

    /// Somebody may be unwell and nobody has asked yet.
    private boolean asksForHealth() {
        return step.ordinal() <= ComplaintStep.CLASSIFY.ordinal()
                && text("assessment.harm").isEmpty()
                && CategoryWords.speakOfHealth(text("account.event"), read.content().categories());
    }

    private Optional<Moment> soothing() {
        if (read.view().emotion() == 0) {
            return Optional.empty();
        }
        if (!is("soothing.empathy_shown")) {
            return Optional.of(Moment.EMPATHISE);
        }
        return Optional.of(is("soothing.apology_given") ? Moment.CALM : Moment.APOLOGISE);
    }

    private boolean isRecorded() {
        var notKnown = List.of(text("account.not_known").split(","));
        return ELEMENTS.stream()
                .map(field -> "account." + field)
                .allMatch(field -> !text(field).isEmpty() || notKnown.contains(field));
    }

    private Optional<Moment> followingUp() {
        if (!text("follow_up.satisfaction").isEmpty() || !text("follow_up.no_rating").isEmpty()) {
            return Optional.of(Moment.THANK);
        }
        return text("follow_up.received").isEmpty() ? Optional.empty() : Optional.of(Moment.SURVEY);
    }

    private Map<String, String> values() {
        var values = new HashMap<String, String>();
        values.put("caseNumber", read.view().subject().number());
        put(values, "product", words.productName(text("account.sku")));
        put(values, "batch", text("account.batch"));
        put(values, "callbackNumber", text("account.contact_back"));
        put(values, "department", words.department(text("assessment.department")));
        put(values, "remedy", remedy());
        put(values, "promiseTime", promiseTime());
        put(values, "summary", summary());
        return Map.copyOf(values);
    }

    private static void put(Map<String, String> values, String name, String value) {
        if (!value.isBlank()) {
            values.put(name, value);
        }
    }

    private String remedy() {
        return read.view().remedies().stream()
                .filter(remedy -> remedy.state() != RemedyState.DROPPED && remedy.state() != RemedyState.REFUSED)
                .map(remedy -> words.remedyType(remedy.type())
                        + (remedy.amountMinor() > 0 ? " " + words.money(remedy.amountMinor()) : ""))
                .collect(Collectors.joining(words.texts().get("complaint.read_back.comma")));
    }

    private String promiseTime() {
        return read.promises().stream()
                .filter(Promise::isOpen)
                .min(Comparator.comparing(Promise::dueAt))
                .map(promise -> words.by(promise.dueAt()))
                .orElse("");
    }

    private String summary() {
        var readBack = text("account.read_back_text");
        return readBack.isEmpty() ? ReadBackText.of(form, words) : readBack;
    }

    private RecordedQuery recorded() {
        return new RecordedQuery(
                words.productName(text("account.sku")),
                text("account.batch"),
                words.category(text("assessment.category")),
                text("account.event"),
                text("account.expectation"));
    }

    private String text(String field) {
        return form.getOrDefault(field, "").strip();
    }

    private boolean is(String field) {
        return text(field).equals("true");
    }
}
