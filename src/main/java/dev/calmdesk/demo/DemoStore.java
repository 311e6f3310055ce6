package dev.calmdesk.demo;

import dev.calmdesk.base.Problem;
import dev.calmdesk.customer.CustomerDraft;
import dev.calmdesk.customer.CustomerDraft.NumberDraft;
import dev.calmdesk.customer.CustomerDraft.PurchaseDraft;
import dev.calmdesk.customer.NumberType;
import dev.calmdesk.data.Tx;
import dev.calmdesk.pack.PackFolder;
import dev.calmdesk.people.Actor;
import dev.calmdesk.people.Passwords;
import dev.calmdesk.people.Role;
import dev.calmdesk.workplace.Demonstration;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Fills a store that holds nothing but a pack with the demonstration: people, customers and what happened in the last
/// two weeks, through the same services and rules as the work of a real day. Every moment is counted from now.
public final class DemoStore {

    /// How long before now the store was set up.
    public static final Duration AGE = Duration.ofDays(45);

    private static final Duration SERVED_SINCE = Duration.ofDays(12);
    private static final int NEWS = 6;
    private static final int ALL_NEWS = 400;

    private final Services services;
    private final DemoClock clock;

    /// @param clock the one that the services ask; it stands at [#AGE] before now
    public DemoStore(Services services, DemoClock clock) {
        this.services = services;
        this.clock = clock;
    }

    /// Plays everything. Takes some thousand small writes, therefore it is meant for a store in memory.
    ///
    /// @param now the present, at which all stories end
    /// @throws Problem.Refused if somebody works in this store already
    public void play(PackFolder pack, Instant now) {
        if (!services.people().all().isEmpty()) {
            throw Problem.refused("demo.problem.not_empty");
        }
        var files = DemoFiles.read(pack);
        employ(files.people());
        var agenda = new Agenda();
        var cast = new Cast(services, agenda, files, clock, now);
        var timetable = new Timetable(files.visits(), now, services.zone());
        writeKnowledge(cast);
        writeCustomers(cast);
        files.visits().forEach(visit -> write(visit, cast, timetable));
        files.unfinished().forEach(contact -> new UnfinishedStory(contact, cast).write());
        files.words().now().keySet().forEach(agentNo -> new Shift(agentNo, cast)
                .write(todays(files.visits(), agentNo, timetable), timetable, services.zone()));
        agenda.at(now, () -> mark(files.people().password(), now));
        agenda.play(clock);
    }

    private void employ(DemoFiles.People people) {
        var phc = new Passwords().hash(people.password());
        services.database().writeDo(tx -> people.people()
                .forEach(person -> services.people().put(tx, Actor.DESK.id(), person.draft(), phc)));
    }

    private void mark(String password, Instant now) {
        services.database().writeDo(tx -> services.workplace().put(
                tx,
                Actor.DESK.id(),
                Demonstration.TOPIC.name(),
                Demonstration.CODE,
                0,
                new Demonstration(Demonstration.CODE, now, password)));
    }

    /// Articles came with the pack; their owners brought them to the present text on the days that they say.
    private void writeKnowledge(Cast cast) {
        for (var article : cast.files.articles()) {
            if (article.updatedAt().isAfter(clock.instant()) && article.updatedAt().isBefore(cast.now)) {
                cast.agenda.at(article.updatedAt(), () ->
                        services.articles().put(cast.person(article.owner()), article));
            }
        }
        cast.agenda.at(cast.now.minusSeconds(30), () -> services.people().all().stream()
                .filter(person -> person.roleSet().contains(Role.AGENT) || person.roleSet().contains(Role.SPECIALIST))
                .forEach(person -> services.articles()
                        .newest(person.id(), Cast.LANGUAGE.toLanguageTag(), ALL_NEWS).stream()
                        .skip(NEWS)
                        .forEach(news -> services.articles()
                                .markRead(person.id(), news.article().id()))));
    }

    /// Customers became known with their first order, at the latest before the stories begin.
    private void writeCustomers(Cast cast) {
        var teams = teams(cast);
        for (var buyer : cast.files.customers()) {
            cast.agenda.at(firstOrder(cast, buyer), () -> services.database()
                    .writeDo(tx -> add(tx, cast, buyer, teams.getOrDefault(buyer.ref(), "T1"))));
        }
    }

    private Instant firstOrder(Cast cast, DemoFiles.Buyer buyer) {
        var latest = cast.now.minus(SERVED_SINCE);
        return buyer.orders().stream()
                .map(order -> LocalDate.parse(order.boughtOn()).atTime(12, 0).atZone(services.zone()).toInstant())
                .filter(latest::isAfter)
                .min(Instant::compareTo)
                .orElse(latest);
    }

    /// A customer belongs to the team whose agent served them first.
    private static Map<String, String> teams(Cast cast) {
        var teams = new LinkedHashMap<String, String>();
        cast.files.visits().forEach(visit ->
                teams.putIfAbsent(visit.customer(), cast.person(visit.agent()).team()));
        return teams;
    }

    private void add(Tx tx, Cast cast, DemoFiles.Buyer buyer, String team) {
        var numbers = new ArrayList<NumberDraft>();
        numbers.add(new NumberDraft(NumberType.PHONE, buyer.phone()));
        if (buyer.email() != null) {
            numbers.add(new NumberDraft(NumberType.EMAIL, buyer.email()));
        }
        var orders = buyer.orders().stream()
                .map(order -> new PurchaseDraft(
                        order.no(), order.shop(), order.boughtOn(), order.sku(), order.batch(), order.quantity(),
                        cast.money(order.amount()).minor(), cast.money(order.amount()).currency()))
                .toList();
        var draft = new CustomerDraft(
                buyer.name(), buyer.title(), buyer.pinyin(), buyer.tier(), buyer.stage(), buyer.city(), buyer.note(),
                team, null, numbers, orders);
        services.customers().put(tx, Actor.DESK.id(), Cast.customerId(buyer.ref()), draft);
    }

    private void write(Visit visit, Cast cast, Timetable timetable) {
        var pace = new Pace(timetable.startOf(visit), visit.length(), cast.now, services.zone());
        switch (visit) {
            case InquiryVisit inquiry -> new InquiryStory(inquiry, cast, pace).write();
            case ComplaintVisit complaint -> new ComplaintStory(complaint, cast, pace).write();
        }
    }

    private List<Visit> todays(List<Visit> visits, String agentNo, Timetable timetable) {
        return visits.stream()
                .filter(visit -> visit.daysAgo() == 0 && visit.agent().equals(agentNo))
                .sorted(java.util.Comparator.comparing(timetable::startOf))
                .toList();
    }
}
