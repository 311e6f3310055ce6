package dev.calmdesk.demo;

import dev.calmdesk.people.Actor;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Plays an inquiry: answered at once, or promised and answered later, late or not yet.
final class InquiryStory {

    private static final List<String> STEPS = List.of("greet", "listen", "answer", "confirm");

    private final InquiryVisit visit;
    private final Cast cast;
    private final Pace pace;

    private @Nullable UUID draft;
    private @Nullable UUID caseId;
    private @Nullable UUID promise;

    InquiryStory(InquiryVisit visit, Cast cast, Pace pace) {
        this.visit = visit;
        this.cast = cast;
        this.pace = pace;
    }

    void write() {
        cast.agenda.at(pace.during(0), () -> draft = cast.begin(visit).id());
        cast.agenda.at(pace.during(0.05), () ->
                cast.services.drafts().chooseCustomer(draft, Cast.customerId(visit.customer())));
        cast.agenda.at(pace.during(0.1), () ->
                caseId = cast.services.inquiries().open(agent(), draft).id());
        for (var step : STEPS) {
            cast.agenda.at(pace.during(0.15 + 0.2 * STEPS.indexOf(step)), () ->
                    cast.services.inquiries().finish(agent(), caseId, step, form(step)));
        }
        if (visit.article() != null) {
            cast.agenda.at(pace.during(0.5), () -> cast.article(visit.article()).ifPresent(article ->
                    cast.services.articles().used(agent(), article, caseId)));
        }
        writeEnd();
        if (visit.promise() != null && visit.kept() != null) {
            writeKeeping();
        }
    }

    private Actor agent() {
        return cast.person(visit.agent());
    }

    private Map<String, String> form(String step) {
        var form = new LinkedHashMap<String, String>();
        switch (step) {
            case "greet" -> form.put("inquiry.greeted", "true");
            case "listen" -> {
                form.put("inquiry.question", visit.question());
                form.put("inquiry.category", visit.category());
                form.put("inquiry.sku", Objects.requireNonNullElse(visit.sku(), ""));
            }
            case "answer" -> {
                form.put("inquiry.answer", visit.answer());
                form.put("inquiry.articles", Objects.requireNonNullElse(visit.article(), ""));
            }
            default -> {
                form.put("inquiry.understood", "YES");
                form.put("inquiry.thanked", "true");
            }
        }
        return form;
    }

    private void writeEnd() {
        if (visit.promise() != null) {
            cast.agenda.at(pace.during(0.85), () -> promise = cast.services.promises().make(
                    agent(), caseId, visit.promise().text(), cast.moment().plus(time(visit.promise().inHours()))));
        }
        cast.agenda.at(pace.during(visit.talk().toMillis() / (double) visit.length().toMillis()), () ->
                cast.services.drafts().hangUp(draft));
        cast.agenda.at(pace.during(1), () ->
                cast.services.inquiries().file(agent(), caseId, draft, filed(visit.promise() == null)));
    }

    private Map<String, String> filed(boolean isSolved) {
        var form = new LinkedHashMap<String, String>();
        form.put("inquiry.solved", isSolved ? "YES" : "PROMISED");
        if (isSolved && visit.satisfaction() != null) {
            form.put("inquiry.satisfaction", visit.satisfaction().toString());
        }
        return form;
    }

    private static Duration time(double hours) {
        return Duration.ofSeconds(Math.round(hours * 3600));
    }

    private void writeKeeping() {
        if (Boolean.TRUE.equals(visit.kept())) {
            var inTime = time(Objects.requireNonNull(visit.promise()).inHours() * 0.7);
            cast.agenda.at(pace.after(inTime), () ->
                    cast.services.promises().keep(agent(), promise, cast.files.words().inquiryKept()));
            cast.agenda.at(pace.after(Duration.ofSeconds(50)), () -> {
                var work = cast.services.drafts()
                        .openOn(agent(), caseId, "INQUIRY", "record", Cast.customerId(visit.customer()));
                cast.services.inquiries().file(agent(), caseId, work.id(), filed(true));
            });
        } else {
            cast.agenda.at(cast.now.minusSeconds(70), () -> cast.services.promises()
                    .move(agent(), promise, cast.due(1.5), cast.files.words().promiseLost()));
        }
    }
}
