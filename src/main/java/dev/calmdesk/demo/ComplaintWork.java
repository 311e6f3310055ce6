package dev.calmdesk.demo;

import dev.calmdesk.base.Money;
import dev.calmdesk.complaint.ComplaintStep;
import dev.calmdesk.complaint.Remedies;
import dev.calmdesk.demo.ComplaintVisit.Stop;
import dev.calmdesk.demo.ComplaintVisit.Task;
import dev.calmdesk.demo.ComplaintVisit.Verdict;
import dev.calmdesk.people.Actor;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/// Plays what the owner of a complaint did after the contact: investigate, propose, tell, carry out, follow up, close.
final class ComplaintWork {

    private static final Duration OPEN_TASK = Duration.ofDays(5);
    private static final Duration FOLLOW_UP_TIME = Duration.ofHours(72);
    private static final Duration DONE_TASK = Duration.ofDays(1);

    private final ComplaintVisit visit;
    private final Cast cast;
    private final Pace pace;
    private final ComplaintForms forms;
    private final ComplaintStory.Played played;

    ComplaintWork(
            ComplaintVisit visit, Cast cast, Pace pace, ComplaintForms forms, ComplaintStory.Played played) {
        this.visit = visit;
        this.cast = cast;
        this.pace = pace;
        this.forms = forms;
        this.played = played;
    }

    void write() {
        if (visit.isHandedOver()) {
            cast.agenda.at(pace.after(Duration.ofMinutes(9)), () ->
                    cast.services.transfers().accept(owner(), played.transfer));
        }
        writeInvestigation();
        writeProposal();
        if (visit.isTold()) {
            writeTelling();
        } else {
            writeBegunInvestigation();
        }
        writeCarryingOut();
        if (visit.stop().isAtLeast(Stop.CLOSED)) {
            writeFollowUp();
        }
        if (visit.stop() == Stop.REOPENED) {
            writeReopening();
        }
        if (visit.isTold() && visit.promise() != null) {
            cast.agenda.at(pace.after(Duration.ofMinutes(2)), () -> cast.services.promises()
                    .make(owner(), played.caseId, visit.promise().text(), cast.due(visit.promise().dueInHours())));
        }
    }

    private Actor owner() {
        return cast.person(visit.ownerNow());
    }

    private void writeInvestigation() {
        if (visit.stop() != Stop.REOPENED) {
            forms.tasks(false).forEach(task ->
                    cast.agenda.at(pace.after(Duration.ofMinutes(4)), () -> ask(task, OPEN_TASK)));
        }
        for (var task : forms.tasks(true)) {
            var asked = new UUID[1];
            cast.agenda.at(pace.after(Duration.ofMinutes(4)), () -> asked[0] = ask(task, DONE_TASK));
            cast.agenda.at(pace.daytime(Duration.ofMinutes(170)), () -> cast.services.departmentTasks()
                    .answer(owner(), asked[0], Objects.requireNonNull(task.finding())));
        }
    }

    private UUID ask(Task task, Duration time) {
        return cast.services.departmentTasks()
                .ask(owner(), played.caseId, task.department(), task.ask(), cast.moment().plus(time));
    }

    private void writeProposal() {
        if (visit.remedy() == null) {
            return;
        }
        cast.agenda.at(pace.daytime(Duration.ofMinutes(25)), this::propose);
        if (visit.approval() == Verdict.APPROVED || visit.approval() == Verdict.REFUSED) {
            cast.agenda.at(pace.daytime(Duration.ofMinutes(35)), this::decide);
        }
    }

    private void propose() {
        var offer = Objects.requireNonNull(visit.remedy());
        var details = visit.details();
        var due = offer.done() ? cast.moment().plus(Duration.ofDays(2)) : cast.now.plus(Duration.ofHours(26));
        played.remedy = cast.services.remedies()
                .propose(owner(), played.caseId, new Remedies.Proposal(
                        offer.kind(),
                        offer.amount() == null ? cast.money("0") : cast.money(offer.amount()),
                        Objects.requireNonNullElse(details.terms(), ""),
                        visit.article() == null ? null : cast.articleTitle(visit.article()),
                        null,
                        due,
                        Objects.requireNonNullElse(details.ask(), "")))
                .id();
    }

    /// The lead of the first team decides.
    private void decide() {
        var lead = cast.person("8101");
        var request = cast.services.remedies().waiting().stream()
                .filter(waiting -> waiting.remedyId().equals(played.remedy))
                .findFirst()
                .orElseThrow();
        var verdict = Objects.requireNonNullElse(visit.details().verdict(), "");
        if (visit.approval() == Verdict.APPROVED) {
            var allowed = new Money(request.amountMinor(), cast.money("0").currency());
            cast.services.remedies().approve(lead, request.id(), allowed, verdict);
        } else {
            cast.services.remedies().refuse(lead, request.id(), verdict);
        }
    }

    private void writeTelling() {
        cast.agenda.at(toldAt(), () -> {
            var draft = openDraft(ComplaintStep.RESOLVE);
            var form = forms.resolution();
            if (visit.stop() == Stop.RESOLVING) {
                cast.services.complaints().leave(owner(), draft, form);
            } else {
                cast.services.complaints().finish(owner(), played.caseId, ComplaintStep.RESOLVE, form);
                cast.services.complaints().leave(owner(), draft, Map.of());
            }
        });
        cast.agenda.at(pace.after(Duration.ofSeconds(40)), () ->
                cast.services.promises().keep(owner(), played.firstPromise, cast.files.words().told()));
    }

    /// Where nobody called back yet, the time for that ends with the promise that the story tells.
    private Instant toldAt() {
        var isWaiting = visit.stop() == Stop.FOLLOW_UP && visit.promise() != null && visit.details().missed() == null;
        return isWaiting
                ? pace.notBefore(cast.now.plusSeconds(Math.round(visit.promise().dueInHours() * 3600)).minus(FOLLOW_UP_TIME))
                : pace.daytime(Duration.ofMinutes(20));
    }

    private void writeBegunInvestigation() {
        if (!forms.begunInvestigation().isEmpty()) {
            cast.agenda.at(pace.after(Duration.ofMinutes(6)), () -> cast.services.complaints()
                    .leave(owner(), openDraft(ComplaintStep.RESOLVE), forms.begunInvestigation()));
        }
    }

    private UUID openDraft(ComplaintStep step) {
        return cast.services.drafts()
                .openOn(owner(), played.caseId, "COMPLAINT", step.code(), Cast.customerId(visit.customer()))
                .id();
    }

    private void writeCarryingOut() {
        if (visit.remedy() != null && visit.remedy().done()) {
            cast.agenda.at(pace.daytime(Duration.ofHours(3)), () -> cast.services.remedies()
                    .carryOut(owner(), played.remedy, Objects.requireNonNull(visit.remedy().proof())));
        }
        if (visit.details().missed() != null) {
            cast.agenda.at(pace.daytime(Duration.ofHours(44)), () -> miss(visit.details().missed()));
        }
    }

    private void miss(String reason) {
        cast.services.followUps().notReached(owner(), played.caseId, reason, cast.files.words().missed());
    }

    private void writeFollowUp() {
        var followed = Objects.requireNonNull(visit.followUp());
        if (followed.reached()) {
            cast.agenda.at(pace.daytime(Duration.ofHours(44)), () -> cast.services.followUps()
                    .reached(owner(), played.caseId, cast.files.words().followedUp()));
        } else {
            for (var pause : List.of(Duration.ofHours(44), Duration.ofHours(5), Duration.ofHours(18))) {
                cast.agenda.at(pace.daytime(pause), () -> miss(Objects.requireNonNull(followed.reason())));
            }
        }
        cast.agenda.at(pace.after(Duration.ofMinutes(5)), () -> {
            var draft = openDraft(ComplaintStep.FOLLOW_UP);
            cast.services.complaints().close(owner(), played.caseId, forms.followUp());
            cast.services.complaints().leave(owner(), draft, Map.of());
        });
    }

    private void writeReopening() {
        cast.agenda.at(pace.notBefore(cast.now.minus(Duration.ofHours(20))), () -> cast.services.complaints()
                .reopen(owner(), played.caseId, Objects.requireNonNull(visit.reopenedWhy())));
        cast.agenda.at(pace.after(Duration.ofMinutes(1)), () -> cast.services.complaints()
                .noteEmotion(owner(), played.caseId, visit.emotions().getLast()));
        forms.tasks(false).forEach(task ->
                cast.agenda.at(pace.after(Duration.ofMinutes(8)), () -> ask(task, OPEN_TASK)));
    }
}
