package dev.calmdesk.demo;

import dev.calmdesk.cases.Transfers;
import dev.calmdesk.complaint.ComplaintStep;
import dev.calmdesk.demo.ComplaintVisit.Stop;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Plays the contact with which a complaint began, up to where the agent hung up, and hands on to [ComplaintWork].
final class ComplaintStory {

    private static final Duration A_DAY = Duration.ofHours(24);

    private final ComplaintVisit visit;
    private final Cast cast;
    private final Pace pace;
    private final ComplaintForms forms;

    /// What came of the acts so far.
    private final Played played = new Played();

    /// Ids that later acts need.
    static final class Played {
        @Nullable UUID draft;
        @Nullable UUID caseId;
        @Nullable UUID transfer;
        @Nullable UUID firstPromise;
        @Nullable UUID remedy;
    }

    ComplaintStory(ComplaintVisit visit, Cast cast, Pace pace) {
        this.visit = visit;
        this.cast = cast;
        this.pace = pace;
        this.forms = new ComplaintForms(visit, cast);
    }

    void write() {
        writeOpening();
        if (visit.stop().isAtLeast(Stop.SOOTHED)) {
            cast.agenda.at(pace.during(0.25), () -> finish(ComplaintStep.SOOTHE, forms.soothing()));
        }
        noteEmotions();
        if (visit.stop().isAtLeast(Stop.RECORDED)) {
            cast.agenda.at(pace.during(0.6), () -> finish(ComplaintStep.RECORD, forms.account()));
            useArticle();
        }
        if (visit.stop().isAtLeast(Stop.CLASSIFIED)) {
            cast.agenda.at(pace.during(0.75), this::offerCase);
            cast.agenda.at(pace.during(0.8), () -> finish(ComplaintStep.CLASSIFY, forms.assessment()));
        }
        cast.agenda.at(pace.during(0.9), this::promise);
        writeEnd();
        if (visit.stop().isAtLeast(Stop.RESOLVING)) {
            new ComplaintWork(visit, cast, pace, forms, played).write();
        }
    }

    private void writeOpening() {
        cast.agenda.at(pace.during(0), () -> played.draft = cast.begin(visit).id());
        cast.agenda.at(pace.during(0.04), () ->
                cast.services.drafts().chooseCustomer(played.draft, Cast.customerId(visit.customer())));
        cast.agenda.at(pace.during(0.08), () -> played.caseId =
                cast.services.complaints().open(cast.person(visit.agent()), played.draft).id());
    }

    /// Spread over the contact; of a complaint that was reopened the last one came later.
    private void noteEmotions() {
        var count = visit.emotions().size() - (visit.stop() == Stop.REOPENED ? 1 : 0);
        for (var i = 0; i < count; i++) {
            var level = visit.emotions().get(i);
            cast.agenda.at(pace.during(0.1 + 0.6 * i / count), () -> cast.services
                    .complaints()
                    .noteEmotion(cast.person(visit.agent()), played.caseId, level));
        }
    }

    private void finish(ComplaintStep step, Map<String, String> form) {
        cast.services.complaints().finish(cast.person(visit.agent()), played.caseId, step, form);
    }

    private void useArticle() {
        if (visit.article() != null) {
            cast.agenda.at(pace.during(0.65), () -> cast.article(visit.article()).ifPresent(article ->
                    cast.services.articles().used(cast.person(visit.agent()), article, played.caseId)));
        }
    }

    private void offerCase() {
        var handover = visit.transfer() != null ? visit.transfer() : handover();
        if (handover != null) {
            var receiver = cast.person(handover.to());
            played.transfer = cast.services.transfers().ask(
                    cast.person(visit.agent()),
                    played.caseId,
                    new Transfers.Offer(
                            receiver.id(), receiver.team(), handover.reason(), handover.note()));
        }
    }

    private ComplaintVisit.@Nullable Handover handover() {
        if (!visit.isHandedOver()) {
            return null;
        }
        var details = visit.details();
        return new ComplaintVisit.Handover(
                visit.ownerNow(),
                details.handoverReason() == null ? "complex" : details.handoverReason(),
                details.handover() == null ? cast.files.words().handover() : details.handover());
    }

    /// Who has a plan already was promised one within a day; the others have the promise that their story tells.
    private void promise() {
        var agent = cast.person(visit.agent());
        if (visit.isTold()) {
            var text = Cast.filled(cast.files.words().firstPromise(), cast.values(visit, ""));
            played.firstPromise = cast.services.promises().make(
                    agent, played.caseId, text, cast.moment().plus(A_DAY));
        } else if (visit.promise() != null) {
            cast.services.promises().make(agent, played.caseId, visit.promise().text(), cast.due(visit.promise().dueInHours()));
        }
    }

    private void writeEnd() {
        cast.agenda.at(pace.during(visit.talk().toMillis() / (double) visit.length().toMillis()), () ->
                cast.services.drafts().hangUp(played.draft));
        var kept = visit.stop().isAtLeast(Stop.RECORDED) ? Map.<String, String>of() : forms.begunAccount();
        cast.agenda.at(pace.during(1), () ->
                cast.services.complaints().leave(cast.person(visit.agent()), played.draft, kept));
    }
}
