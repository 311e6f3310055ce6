package dev.calmdesk.demo;

import dev.calmdesk.flow.Moment;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Fills the forms of a complaint from its story, as the agents did.
final class ComplaintForms {

    private static final List<String> MAY_BE_UNKNOWN = List.of(
            "account.happened_at", "account.place", "account.people", "account.expectation", "account.sku",
            "account.batch", "account.bought_from");

    private final ComplaintVisit visit;
    private final Cast cast;

    ComplaintForms(ComplaintVisit visit, Cast cast) {
        this.visit = visit;
        this.cast = cast;
    }

    Map<String, String> soothing() {
        var form = new LinkedHashMap<String, String>();
        form.put("soothing.empathy_shown", "true");
        form.put("soothing.apology_given", "true");
        put(form, "soothing.line_said", cast.said(
                Moment.EMPATHISE, visit.channel(), visit.emotions().getFirst(), cast.values(visit, ""), visit.ref()));
        return form;
    }

    /// What was typed when the contact ended before the record was complete.
    Map<String, String> begunAccount() {
        var form = new LinkedHashMap<String, String>();
        put(form, "account.event", visit.event());
        put(form, "account.sku", visit.sku());
        return form;
    }

    Map<String, String> account() {
        var form = new LinkedHashMap<String, String>();
        put(form, "account.happened_at", visit.when());
        put(form, "account.place", visit.where());
        put(form, "account.people", visit.who());
        put(form, "account.event", visit.event());
        put(form, "account.expectation", visit.expectation());
        put(form, "account.sku", visit.sku());
        put(form, "account.batch", visit.batch());
        addPurchase(form);
        put(form, "account.storage", visit.details().storage());
        put(form, "account.sample_kept", visit.details().sample());
        put(form, "account.contact_back", cast.files.words().contactBack().get(visit.channel()));
        form.put("account.consent", "true");
        put(form, "account.not_known", MAY_BE_UNKNOWN.stream()
                .filter(name -> !form.containsKey(name))
                .collect(Collectors.joining(",")));
        put(form, "account.read_back_text", readBack());
        form.put("account.read_back", "CONFIRMED");
        form.put("account.acknowledged", "true");
        return form;
    }

    /// The story has shop and order in one, such as `晨穗旗舰店 订单 CS261109-2012`.
    private void addPurchase(Map<String, String> form) {
        if (visit.purchase() == null) {
            return;
        }
        var parts = visit.purchase().split(" 订单 ");
        put(form, "account.bought_from", parts[0]);
        if (parts.length > 1) {
            form.put("account.order_no", parts[1]);
            cast.orders(visit.customer()).stream()
                    .filter(order -> order.no().equals(parts[1]))
                    .findFirst()
                    .ifPresent(order -> form.put("account.bought_on", order.boughtOn()));
        }
    }

    private String readBack() {
        var told = new HashMap<String, String>();
        put(told, "when", visit.when());
        put(told, "where", visit.where());
        put(told, "who", visit.who());
        put(told, "event", visit.event());
        put(told, "expectation", visit.expectation());
        var summary = Cast.filled(cast.files.words().summary(), told);
        var said = cast.said(Moment.READ_BACK, visit.channel(), 0, cast.values(visit, summary), visit.ref());
        return said.isEmpty() ? summary : said;
    }

    Map<String, String> assessment() {
        var form = new LinkedHashMap<String, String>();
        put(form, "assessment.category", visit.category());
        visit.facts().forEach((fact, value) -> form.put("assessment." + fact, value));
        return form;
    }

    /// What is known of the cause while the customer waits for a plan.
    Map<String, String> begunInvestigation() {
        var form = new LinkedHashMap<String, String>();
        put(form, "investigation.findings", findings());
        put(form, "investigation.retained_sample", visit.details().retained());
        return form;
    }

    Map<String, String> resolution() {
        var details = visit.details();
        var form = begunInvestigation();
        put(form, "investigation.confirmed", details.confirmed());
        put(form, "decision.plan", details.plan());
        put(form, "decision.reason", details.because());
        form.put("decision.told", "true");
        form.put("decision.answer", visit.customersAnswer().name());
        put(form, "decision.answer_words", details.words());
        put(form, "decision.next_step", details.next());
        return form;
    }

    private String findings() {
        return visit.tasks().stream()
                .map(ComplaintVisit.Task::finding)
                .filter(Objects::nonNull)
                .collect(Collectors.joining("；"));
    }

    Map<String, String> followUp() {
        var followed = Objects.requireNonNull(visit.followUp());
        var form = new LinkedHashMap<String, String>();
        if (visit.remedy() != null) {
            form.put("follow_up.received", "YES");
        }
        put(form, "follow_up.satisfaction", followed.satisfaction());
        put(form, "follow_up.recommend", followed.recommend());
        put(form, "follow_up.customer_words", followed.comment());
        put(form, "follow_up.no_rating", followed.satisfaction() == null ? followed.reason() : null);
        put(form, "follow_up.root_cause", visit.rootCause());
        put(form, "follow_up.lesson", visit.details().lesson());
        put(form, "follow_up.in_library", visit.details().library() ? "true" : null);
        put(form, "follow_up.closing_code", visit.closing() == null ? "accepted" : visit.closing());
        return form;
    }

    List<ComplaintVisit.Task> tasks(boolean done) {
        return new ArrayList<>(visit.tasks().stream().filter(task -> task.done() == done).toList());
    }

    private static void put(Map<String, String> form, String field, @Nullable Object value) {
        if (value != null && !value.toString().isEmpty()) {
            form.put(field, value.toString());
        }
    }
}
