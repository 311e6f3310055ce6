package dev.calmdesk.cases.ui;

import dev.calmdesk.base.Texts;
import dev.calmdesk.cases.Case;
import dev.calmdesk.cases.CaseRights;
import dev.calmdesk.cases.CaseRow;
import dev.calmdesk.cases.Chronicle;
import dev.calmdesk.cases.Deadline;
import dev.calmdesk.cases.Promise;
import dev.calmdesk.cases.PromiseState;
import dev.calmdesk.cases.Tone;
import dev.calmdesk.cases.Transfer;
import dev.calmdesk.cases.ui.CasePage.WaitingOffer;
import dev.calmdesk.clock.Clock;
import dev.calmdesk.people.Actor;
import dev.calmdesk.people.Person;
import dev.calmdesk.workplace.Choice;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/// Reads the page of a case and says it in words. Blocks on the disk.
final class CasePages {

    private final CaseServices services;
    private final CaseWords words;
    private final Chronicle chronicle;
    private final Actor actor;

    CasePages(CaseServices services, CaseWords words, Chronicle chronicle, Actor actor) {
        this.services = services;
        this.words = words;
        this.chronicle = chronicle;
        this.actor = actor;
    }

    /// @return empty if there is no such case on this desk
    Optional<CasePage> read(UUID caseId) {
        return services.cases().find(caseId).flatMap(subject -> services.cases().row(caseId).map(row -> page(subject, row)));
    }

    private CasePage page(Case subject, CaseRow row) {
        var waiting = services.transfers().waiting(subject.id());
        var rights = new CaseRights(actor, subject, waiting.orElse(null));
        var clocks = services.clocks().of(subject.id());
        return new CasePage(
                subject, row, rights, words.customer(row), numbers(subject), String.join(" · ", words.categories(subject.category())),
                words.choice(Choice.TEAMS, subject.team()), ending(subject),
                clocks.stream().filter(Clock::isOpen).sorted(Comparator.comparing(Clock::dueAt)).map(this::clock).toList(),
                (int) clocks.stream().filter(clock -> wasMet(clock, true)).count(),
                (int) clocks.stream().filter(clock -> wasMet(clock, false)).count(),
                promises(subject), waiting.map(offer -> offer(offer, rights)),
                chronicle.tell(services.cases().history(subject.id())));
    }

    private Texts texts() {
        return words.texts();
    }

    private String numbers(Case subject) {
        return subject.customerId() == null ? "" : words.parties().numbers(subject.customerId());
    }

    private String ending(Case subject) {
        if (subject.closingCode() == null) {
            return "";
        }
        var closing = words.choice(Choice.CLOSING_CODES, subject.closingCode());
        return closing.equals(subject.closingCode()) ? words.choice(Choice.VOID_REASONS, closing) : closing;
    }

    private static boolean wasMet(Clock clock, boolean inTime) {
        return clock.metAt() != null && clock.voidedAt() == null && inTime != clock.metAt().isAfter(clock.dueAt());
    }

    private ClockItem clock(Clock clock) {
        return new ClockItem(
                words.limit(clock.limitCode()),
                new Deadline(clock.startedAt(), clock.warnAt(), clock.dueAt()),
                words.when().at(clock.dueAt()));
    }

    /// Open ones first, the first due first; then the ended ones, the last ended first.
    private List<PromiseItem> promises(Case subject) {
        return services.promises().of(subject.id()).stream()
                .sorted(Comparator.comparing(Promise::isOpen).reversed()
                        .thenComparing(promise -> promise.isOpen()
                                ? promise.dueAt().toEpochMilli()
                                : -Objects.requireNonNull(promise.endedAt()).toEpochMilli()))
                .map(this::promise)
                .toList();
    }

    private PromiseItem promise(Promise promise) {
        var detail = promise.isOpen()
                ? texts().get("cases.promise.open_detail", words.when().at(promise.dueAt()), name(promise.owner()))
                : texts().get("cases.promise.ended_detail", words.when().at(Objects.requireNonNull(promise.endedAt())),
                        Objects.requireNonNullElse(promise.remark(), "")).strip();
        return new PromiseItem(
                promise.id(), promise.text(), detail, promise.isOpen(), Deadline.of(promise), texts().name(promise.state()),
                tone(promise));
    }

    private static Tone tone(Promise promise) {
        if (promise.endedAt() == null || promise.state() == PromiseState.OPEN) {
            return Tone.PLAIN;
        }
        var isInTime = !promise.endedAt().isAfter(promise.dueAt());
        return !isInTime ? Tone.GRAVE : promise.state() == PromiseState.KEPT ? Tone.GOOD : Tone.FAINT;
    }

    private WaitingOffer offer(Transfer offer, CaseRights rights) {
        var receiver = offer.toPerson() == null ? words.choice(Choice.TEAMS, offer.toTeam()) : name(offer.toPerson());
        return new WaitingOffer(
                offer.id(), texts().get("cases.offer.waits", name(offer.fromPerson()), receiver),
                words.choice(Choice.TRANSFER_REASONS, offer.reason()), offer.note(), rights.whyNotAnswer());
    }

    private String name(UUID person) {
        return services.people().find(person).map(Person::name).orElseGet(() -> texts().get("cases.words.somebody"));
    }
}
