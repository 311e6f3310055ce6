package dev.calmdesk.cases;

import dev.calmdesk.base.Ids;
import dev.calmdesk.base.Problem;
import dev.calmdesk.clock.Clocks;
import dev.calmdesk.data.Database;
import dev.calmdesk.data.Entry;
import dev.calmdesk.data.Journal;
import dev.calmdesk.data.Rows;
import dev.calmdesk.data.Tx;
import dev.calmdesk.flow.Channel;
import dev.calmdesk.people.Actor;
import dev.calmdesk.people.Role;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Opens, finds and closes cases. The flow of a complaint or an inquiry lives in its own feature and calls this one
/// within its transaction.
public final class Cases {

    private final Database database;
    private final InstantSource clock;
    private final Ids ids;
    private final ZoneId zone;

    /// @param zone decides which day a case number carries
    public Cases(Database database, InstantSource clock, Ids ids, ZoneId zone) {
        this.database = database;
        this.clock = clock;
        this.ids = ids;
        this.zone = zone;
    }

    public Case open(Tx tx, Actor by, CaseKind kind, Channel channel, @Nullable UUID customerId, String firstStep) {
        var id = ids.next();
        var now = clock.instant();
        var number = CaseNumbers.next(
                tx, kind, LocalDate.ofInstant(now, zone), database.desk().code());
        tx.write(Case.KIND, id)
                .set("number", number)
                .set("kind", kind)
                .set("state", CaseState.OPEN)
                .set("step", firstStep)
                .set("customer_id", customerId)
                .set("channel", channel)
                .set("owner", by.id())
                .set("opened_by", by.id())
                .set("team", by.team())
                .set("title", "")
                .set("opened_at", now)
                .set("reopened", 0)
                .as("opened", by.id());
        return tx.get(Case.KIND, id);
    }

    /// A case that may still be worked on, by somebody who serves customers.
    ///
    /// @throws Problem.Refused if it is closed or void
    /// @throws Problem.NotAllowed if the person's roles do not include such work
    public Case requireOpen(Tx tx, Actor by, UUID caseId) {
        var found = tx.get(Case.KIND, caseId).requireOpen();
        requireServing(by);
        return found;
    }

    /// @throws Problem.NotAllowed if the person does not serve customers
    public static void requireServing(Actor by) {
        by.require(Role.AGENT, Role.SPECIALIST, Role.LEAD, Role.MANAGER);
    }

    /// The owner, and whoever watches the team's queue, may end a case or give it away.
    public void requireResponsible(Actor by, Case subject) {
        requireResponsibleFor(subject, by);
    }

    static void requireResponsibleFor(Case subject, Actor by) {
        if (!subject.owner().equals(by.id()) && !by.isAny(Role.LEAD, Role.MANAGER)) {
            throw Problem.notAllowed("cases.problem.not_responsible", subject.number());
        }
    }

    /// Says whose case it is, when the customer was recognised only later or was mistaken for another.
    ///
    /// @param customerId null if it is not known after all
    public void identify(Tx tx, Actor by, UUID caseId, @Nullable UUID customerId) {
        requireOpen(tx, by, caseId);
        tx.write(Case.KIND, caseId).set("customer_id", customerId).asWhenChanged("identified", by.id());
    }

    /// A case opened by mistake leaves the figures but not the records: nothing of it is due any more.
    public void makeVoid(Actor by, UUID caseId, String reason) {
        database.writeDo(tx -> {
            var now = clock.instant();
            requireResponsible(by, tx.get(Case.KIND, caseId).requireOpen());
            tx.write(Case.KIND, caseId)
                    .set("state", CaseState.VOID)
                    .set("closing_code", reason)
                    .set("closed_at", now)
                    .as("voided", by.id());
            Clocks.voidAll(tx, by.id(), caseId, "void", now);
            giveUpPromises(tx, by, caseId);
            withdrawOffer(tx, by, caseId);
        });
    }

    /// With the case ends an offer that nobody answered yet; it must not come back when the case is reopened.
    public void withdrawOffer(Tx tx, Actor by, UUID caseId) {
        tx.store(CaseStore.class)
                .waitingTransfer(caseId)
                .ifPresent(offer -> Transfers.withdraw(tx, by, offer.id(), clock.instant()));
    }

    private void giveUpPromises(Tx tx, Actor by, UUID caseId) {
        Rows.list(tx.handle(), Promise.KIND, "case_id", caseId).stream()
                .filter(Promise::isOpen)
                .forEach(promise -> tx.write(Promise.KIND, promise.id())
                        .set("state", PromiseState.GIVEN_UP)
                        .set("ended_at", clock.instant())
                        .as("given_up", by.id()));
    }

    public void note(Actor by, UUID caseId, String text) {
        database.writeDo(tx -> addNote(tx, by, caseId, text));
    }

    public void addNote(Tx tx, Actor by, UUID caseId, String text) {
        if (text.isBlank()) {
            throw Problem.refused("cases.problem.empty_note");
        }
        tx.write(Note.KIND, ids.next())
                .set("case_id", caseId)
                .set("author", by.id())
                .set("text", text.strip())
                .set("at", clock.instant())
                .as("added", by.id());
    }

    public Optional<Case> find(UUID caseId) {
        return database.read(handle -> Rows.find(handle, Case.KIND, caseId));
    }

    /// @param number in full, in either case
    public Optional<Case> findByNumber(String number) {
        return database.read(handle -> handle.attach(CaseStore.class).byNumber(number.strip().toUpperCase(java.util.Locale.ROOT)));
    }

    /// A case as lists show it.
    public Optional<CaseRow> row(UUID caseId) {
        return database.read(handle -> handle.attach(CaseStore.class).row(caseId));
    }

    /// One page of a list, most pressing first.
    ///
    /// @param after the last row of the page before; null for the first page
    public List<CaseRow> page(CaseList list, Actor viewer, @Nullable CaseRow after, int limit) {
        list.requireFor(viewer);
        return database.read(handle -> CaseQueries.page(handle, list, viewer, after, limit));
    }

    /// How many cases a list has in all its pages.
    public int count(CaseList list, Actor viewer) {
        list.requireFor(viewer);
        return database.read(handle -> CaseQueries.count(handle, list, viewer));
    }

    public List<CaseRow> ofCustomer(UUID customerId, int limit) {
        return database.read(handle -> handle.attach(CaseStore.class).ofCustomer(customerId, limit));
    }

    /// The whole history, oldest first.
    public List<Entry> history(UUID caseId) {
        return database.read(handle -> Journal.of(handle, caseId));
    }

    public List<Note> notes(UUID caseId) {
        return database.read(handle -> Rows.list(handle, Note.KIND, "case_id", caseId));
    }
}
