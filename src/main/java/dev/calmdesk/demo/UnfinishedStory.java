package dev.calmdesk.demo;

import dev.calmdesk.cases.CaseKind;
import dev.calmdesk.complaint.ComplaintStep;
import dev.calmdesk.contact.Direction;
import dev.calmdesk.demo.DemoFiles.Unfinished;
import dev.calmdesk.people.Actor;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Plays a contact that stopped in the middle: its draft waits to be continued.
final class UnfinishedStory {

    private final Unfinished contact;
    private final Cast cast;
    private @Nullable UUID draft;
    private @Nullable UUID caseId;

    UnfinishedStory(Unfinished contact, Cast cast) {
        this.contact = contact;
        this.cast = cast;
    }

    void write() {
        cast.agenda.at(part(0), this::begin);
        cast.agenda.at(part(0.1), this::open);
        cast.agenda.at(part(0.3), this::work);
        cast.agenda.at(part(1), () -> {
            cast.services.drafts().goTo(draft, contact.step());
            cast.services.drafts().save(draft, contact.fields());
        });
    }

    private Instant part(double share) {
        var begin = cast.now.minus(Duration.ofMinutes(contact.beganAgo()));
        return begin.plusSeconds(Math.round(60 * share * (contact.beganAgo() - contact.savedAgo())));
    }

    private Actor agent() {
        return cast.person(contact.agent());
    }

    private void begin() {
        var phone = contact.customer() == null ? null : cast.buyer(contact.customer()).phone();
        draft = cast.services.drafts()
                .begin(agent(), contact.channel(), contact.touchpoint(), Direction.IN, phone)
                .id();
        if (contact.customer() != null) {
            cast.services.drafts().chooseCustomer(draft, Cast.customerId(contact.customer()));
        }
    }

    private void open() {
        caseId = contact.kind() == CaseKind.COMPLAINT
                ? cast.services.complaints().open(agent(), draft).id()
                : cast.services.inquiries().open(agent(), draft).id();
        Objects.requireNonNullElse(contact.emotions(), List.<Integer>of())
                .forEach(level -> cast.services.complaints().noteEmotion(agent(), caseId, level));
    }

    private void work() {
        for (var step : contact.done()) {
            if (contact.kind() == CaseKind.COMPLAINT) {
                cast.services.complaints().finish(agent(), caseId, ComplaintStep.of(step), soothing());
            } else {
                cast.services.inquiries().finish(agent(), caseId, step, contact.fields());
            }
        }
    }

    private static Map<String, String> soothing() {
        var form = new HashMap<String, String>();
        form.put("soothing.empathy_shown", "true");
        form.put("soothing.apology_given", "true");
        return form;
    }
}
