package dev.calmdesk.demo;

import dev.calmdesk.base.Money;
import dev.calmdesk.contact.Draft;
import dev.calmdesk.contact.Direction;
import dev.calmdesk.customer.Customer;
import dev.calmdesk.flow.Channel;
import dev.calmdesk.flow.Line;
import dev.calmdesk.flow.Lines;
import dev.calmdesk.flow.Moment;
import dev.calmdesk.knowledge.Article;
import dev.calmdesk.people.Actor;
import dev.calmdesk.people.Person;
import dev.calmdesk.workplace.Company;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Everything that all stories share: services, agenda, who is who, and the words.
final class Cast {

    static final Locale LANGUAGE = Locale.SIMPLIFIED_CHINESE;

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)}");
    private static final Duration SOON = Duration.ofMinutes(10);

    final Services services;
    final Agenda agenda;
    final DemoFiles files;
    /// The real present, at which all stories end.
    final Instant now;

    private final DemoClock clock;
    private final Map<String, Actor> actors = new HashMap<>();
    private final Map<String, DemoFiles.Buyer> buyers = new HashMap<>();
    private final Company company;

    Cast(Services services, Agenda agenda, DemoFiles files, DemoClock clock, Instant now) {
        this.services = services;
        this.agenda = agenda;
        this.files = files;
        this.clock = clock;
        this.now = now;
        this.company = services.workplace().all(Company.TOPIC).getFirst();
        files.customers().forEach(buyer -> buyers.put(buyer.ref(), buyer));
    }

    /// The moment that is being played.
    Instant moment() {
        return clock.instant();
    }

    /// A time counted from the real present, but always ahead of the moment that is being played.
    Instant due(double hoursFromNow) {
        var due = now.plusSeconds(Math.round(hoursFromNow * 3600));
        var soonest = moment().plus(SOON);
        return due.isAfter(soonest) ? due : soonest;
    }

    Actor person(String agentNo) {
        return actors.computeIfAbsent(
                agentNo, number -> services.people().find(number).map(Person::asActor).orElseThrow());
    }

    static UUID customerId(String ref) {
        return UUID.nameUUIDFromBytes(("demo-customer/" + ref).getBytes(StandardCharsets.UTF_8));
    }

    DemoFiles.Buyer buyer(String ref) {
        return Optional.ofNullable(buyers.get(ref)).orElseThrow();
    }

    /// Takes a contact of a known customer.
    Draft begin(Visit visit) {
        var buyer = buyer(visit.customer());
        var reachedFrom = switch (visit.channel()) {
            case PHONE -> buyer.phone();
            case EMAIL -> buyer.email();
            default -> null;
        };
        return services.drafts()
                .begin(person(visit.agent()), visit.channel(), visit.touchpoint(), Direction.IN, reachedFrom);
    }

    Money money(String amount) {
        return Money.parse(amount, company.currency());
    }

    /// An article's id by its code.
    Optional<UUID> article(String code) {
        return services.articles().get(code, LANGUAGE.toLanguageTag()).map(Article::id);
    }

    @Nullable String articleTitle(String code) {
        return services.articles()
                .get(code, LANGUAGE.toLanguageTag())
                .map(Article::title)
                .orElse(null);
    }

    String addressed(String customerRef) {
        return services.customers().find(customerId(customerRef)).map(this::addressed).orElse("");
    }

    private String addressed(Customer customer) {
        return customer.addressed(LANGUAGE);
    }

    /// What the agent says at a moment: a line of the scripts, filled.
    ///
    /// @param seed chooses among the lines that fit
    String said(Moment moment, Channel channel, int emotion, Map<String, String> values, String seed) {
        var situation = new Lines.Situation(LANGUAGE, channel, "COMPLAINT", emotion, values);
        var lines = services.lines().variants(situation, moment).stream()
                .filter(line -> values.keySet().containsAll(line.placeholders()))
                .map(Line::text)
                .toList();
        return lines.isEmpty()
                ? ""
                : filled(lines.get(Math.floorMod(seed.hashCode(), lines.size())), values);
    }

    /// Puts values in place of their names in braces; a name without value leaves nothing.
    static String filled(String text, Map<String, String> values) {
        return PLACEHOLDER
                .matcher(text.replace("**", ""))
                .replaceAll(found -> Matcher.quoteReplacement(values.getOrDefault(found.group(1), "")));
    }

    Map<String, String> values(Visit visit, String summary) {
        var agent = person(visit.agent());
        var values = new HashMap<String, String>();
        values.put("company", company.name().in(LANGUAGE));
        values.put("agentNo", agent.agentNo());
        values.put("agentName", agent.name());
        values.put("customer", addressed(visit.customer()));
        values.put("summary", summary);
        return values;
    }

    /// The orders of a customer, newest first.
    List<DemoFiles.Order> orders(String customerRef) {
        return buyer(customerRef).orders();
    }
}
