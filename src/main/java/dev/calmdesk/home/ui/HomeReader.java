package dev.calmdesk.home.ui;

import dev.calmdesk.base.Texts;
import dev.calmdesk.customer.Names;
import dev.calmdesk.home.DayFigures;
import dev.calmdesk.people.Actor;
import dev.calmdesk.people.Role;

/// Reads what the home screen shows and puts it into words; off the FX thread.
final class HomeReader {

    private static final Role[] SERVING = {Role.AGENT, Role.SPECIALIST, Role.LEAD, Role.MANAGER};

    private final Actor by;
    private final HomeServices services;
    private final Texts texts;

    HomeReader(Actor by, HomeServices services, Texts texts) {
        this.by = by;
        this.services = services;
        this.texts = texts;
    }

    boolean servesCustomers() {
        return by.isAny(SERVING);
    }

    HomeState read() {
        var when = services.when();
        var workplace = services.workplace();
        var agenda = services.agenda();
        var day = services.today().of(by);
        var language = texts.language();
        return new HomeState(
                sentence(day),
                new DueItems(texts, when, workplace).of(agenda.dues(by)),
                new WaitingItems(texts, when, workplace).of(
                        agenda.offers(by), agenda.requests(by), agenda.reports(by)),
                agenda.unfinished(by).stream()
                        .map(draft -> UnfinishedItem.of(draft, texts, workplace, when.zone(), when.now()))
                        .toList(),
                new FigureItems(texts).of(day),
                services.news().alert(by.id(), language),
                services.news().newest(by.id(), language),
                day);
    }

    /// Greets by the time of day and the given name.
    String greeting() {
        var hour = services.when().now().atZone(services.when().zone()).getHour();
        var time = texts.get(hour < 5 || hour >= 18
                ? "flow.time.evening"
                : hour < 11 ? "flow.time.morning" : hour < 13 ? "flow.time.noon" : "flow.time.afternoon");
        var surname = Names.isChinese(by.name()) ? Names.surname(by.name()) : "";
        var given = by.name().substring(surname.length());
        var isShort = given.codePointCount(0, given.length()) < 2; // one syllable alone sounds curt
        return texts.get("home.greeting", time, isShort ? by.name() : given);
    }

    private String sentence(DayFigures day) {
        if (!servesCustomers()) {
            return texts.get("home.sentence.quiet");
        }
        if (day.contacts() > 0) {
            return day.promisesOpen() > 0
                    ? texts.get("home.sentence.day", day.contacts(), day.promisesKept(), day.promisesOpen())
                    : texts.get("home.sentence.free", day.contacts(), day.promisesKept());
        }
        return day.promisesOpen() > 0
                ? texts.get("home.sentence.promises", day.promisesOpen())
                : texts.get("home.sentence.fresh");
    }
}
