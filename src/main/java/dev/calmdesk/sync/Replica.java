package dev.calmdesk.sync;

import dev.calmdesk.base.Changes;
import dev.calmdesk.base.Problem;
import dev.calmdesk.data.Database;
import dev.calmdesk.data.Entry;
import dev.calmdesk.data.Journal;
import dev.calmdesk.data.Kind;
import dev.calmdesk.data.RecordId;
import dev.calmdesk.data.Tx;
import dev.calmdesk.sync.wire.Enrol;
import dev.calmdesk.sync.wire.Erased;
import dev.calmdesk.sync.wire.Numbered;
import dev.calmdesk.sync.wire.Page;
import dev.calmdesk.sync.wire.Push;
import dev.calmdesk.sync.wire.Receipt;
import dev.calmdesk.sync.wire.Refusal;
import dev.calmdesk.sync.wire.WireEntry;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/// This desk's copy of what it shares: what the hub has not seen goes out, what others did comes in. Each step is one
/// transaction, so a killed desk goes on from a whole one; each may be repeated without changing anything more.
///
/// Rows are never merged: what a row holds is folded anew from its entries ([FoldedRows]) whenever one of them came in or
/// got its number.
public final class Replica {

    private final Database database;
    private final Map<String, Kind<?>> kinds;
    private final Set<String> companyKinds;
    private final RequiredFields required = new RequiredFields();

    /// @param kinds all kinds the program knows; entries of others are kept and not shown
    /// @param companyKinds names of the kinds that the whole company shares
    public Replica(Database database, Collection<Kind<?>> kinds, Set<String> companyKinds) {
        this.database = database;
        this.kinds = kinds.stream().collect(Collectors.toUnmodifiableMap(Kind::name, kind -> kind));
        this.companyKinds = Set.copyOf(companyKinds);
    }

    /// Shows what was kept by a version that did not know it. Called when a store was opened, before the first round.
    public void showKept() {
        new KeptEntries(database, kinds).show(required);
    }

    public Optional<Link> link() {
        return database.read(LinkRow::of);
    }

    /// Asks to be let in.
    ///
    /// @param code as the hub's administrator handed it out
    public Enrol request(String code) {
        var desk = database.desk().id();
        return new Enrol(code, desk, database.read(handle -> Journal.lastSeq(handle, desk)));
    }

    /// Remembers the hub. Everything this desk ever did will go there.
    ///
    /// @param deskCode this desk's short name in case numbers from now on; numbers that were given stay
    /// @throws Problem.Refused if this desk has exchanged with another hub: its numbers mean nothing to this one
    public void enrol(Link link, String deskCode) {
        database.writeDo(tx -> {
            var known = LinkRow.of(tx.handle()).filter(any -> hasExchanged(tx.handle()));
            if (known.filter(before -> !before.hub().equals(link.hub())).isPresent()) {
                throw Problem.refused("sync.problem.other_hub");
            }
            tx.settle(new Database.Desk(database.desk().id(), deskCode));
            LinkRow.write(tx.handle(), known.map(link::after).orElse(link));
            tx.touched(LINK);
        });
    }

    private static boolean hasExchanged(Handle handle) {
        return handle.createQuery("select 1 from journal where position is not null limit 1")
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
    }

    /// Announced when this desk was enrolled, or goes on under another id.
    public static final String LINK = "hub_link";

    /// @param reaction runs after this desk was enrolled, on the thread that did it
    Changes.Subscription whenLinked(Runnable reaction) {
        return database.changes().on(Set.of(LINK), reaction);
    }

    /// @param reaction runs after each commit that changed a shared record, on the thread that committed
    Changes.Subscription whenWritten(Runnable reaction) {
        return database.changes().on(kinds.keySet(), reaction);
    }

    /// How many entries of this desk the hub has not answered for; 0 if it is not enrolled.
    public long waiting() {
        return database.read(handle -> LinkRow.of(handle)
                .map(link -> Journal.lastSeq(handle, database.desk().id()) - link.pushed())
                .orElse(0L));
    }

    Database database() {
        return database;
    }

    FoldedRows rows(Tx tx) {
        return new FoldedRows(tx, kinds, required);
    }

    LateJoin lateJoin() {
        return new LateJoin(this, database);
    }

    /// How much of the past is here, if this desk joined late and not all of it came yet.
    public Optional<FillingIn> fillingIn() {
        return lateJoin().fillingIn();
    }

    /// What a desk would share that belongs to no team yet.
    Scopes scopesAlone() {
        return new Scopes(companyKinds, "team");
    }

    public Scopes scopes(Link link) {
        return new Scopes(companyKinds, link.teamScope());
    }

    /// What goes to the hub next, oldest first; empty entries if nothing waits.
    public Push outbox(Link link) {
        return outbox(link, link.pushed() + 1);
    }

    /// What follows a push that is under way.
    public Push outbox(Push underWay) {
        return outbox(link().orElseThrow(), underWay.from() + underWay.entries().size());
    }

    private Push outbox(Link link, long from) {
        var own = scopes(link);
        var entries = database.read(handle -> handle.createQuery("""
                        select * from journal where desk = :desk and seq between :from and :to order by seq""")
                .bind("desk", database.desk().id())
                .bind("from", from)
                .bind("to", from + Push.MOST - 1)
                .map(Journal::entry)
                .list());
        return new Push(link.epoch(), from, Push.fitting(entries.stream()
                .map(entry -> WireEntry.of(entry, own.of(entry.kind())))
                .toList()));
    }

    /// Takes the hub's word for what was pushed. A late answer to a desk that has become another one since, or was set
    /// back, changes nothing.
    ///
    /// @throws Refusal with [Refusal.Code#OTHER_EPOCH] if the hub gives numbers that others have here ([Reunion])
    public void receipts(Push push, List<Receipt> receipts) {
        if (receipts.size() != push.entries().size()) {
            throw new IllegalArgumentException("A receipt for each entry");
        }
        database.writeDo(tx -> {
            var answered = new AnsweredEntries(tx.handle(), database.desk().id(), push);
            if (!answered.areHere()) {
                return;
            }
            Numbers.requireSame(tx.handle(), push, receipts);
            answered.number(receipts);
            receipts.stream().filter(receipt -> receipt.rejected() != null).forEach(receipt ->
                    Quarantine.add(tx, receipt.id()));
            var rows = rows(tx);
            answered.changedByAnswer().forEach(rows::foldAnew);
            rows.write();
            Erasing.refused(tx, receipts, rows);
            skipEchoes(tx.handle(), push, receipts);
            tx.handle().execute(
                    "update hub_link set pushed = greatest(pushed, ?)", push.from() - 1 + receipts.size());
        });
    }

    private static List<UUID> ids(Collection<RecordId> records) {
        return records.stream().map(RecordId::id).distinct().toList();
    }

    private static RecordId record(ResultSet row, StatementContext context) throws SQLException {
        return new RecordId(row.getString("kind"), row.getObject("entity", UUID.class));
    }

    /// Own entries that directly follow what is here need not be read back.
    private static void skipEchoes(Handle handle, Push push, List<Receipt> receipts) {
        var cursors = new LinkedHashMap<String, Cursor>();
        var echoes = new HashMap<String, List<UUID>>();
        for (var i = 0; i < receipts.size(); i++) {
            var position = receipts.get(i).position();
            var entry = push.entries().get(i);
            var cursor = cursors.computeIfAbsent(entry.scope(), scope -> Cursor.of(handle, scope));
            var following = echoes.computeIfAbsent(entry.scope(), none -> new ArrayList<>());
            if (position != null && position == cursor.position() + following.size() + 1) {
                following.add(entry.id());
            }
        }
        cursors.forEach((scope, cursor) -> cursor.with(echoes.get(scope)).write(handle));
    }

    /// Number of the newest entry of a scope that is here.
    public long cursor(String scope) {
        return database.read(handle -> Cursor.of(handle, scope)).position();
    }

    /// Takes in a page: entries, rows and cursor in one transaction.
    ///
    /// @return how many of its entries were new here; a page that does not follow what is here changes nothing
    /// @throws Refusal with [Refusal.Code#SEQ_TAKEN] if it tells of own entries that are not here ([Succession]), with
    ///     [Refusal.Code#OTHER_EPOCH] if it goes on from something else than what is here ([Reunion])
    public int take(Page page) {
        return database.write(tx -> {
            var handle = tx.handle();
            var cursor = Cursor.of(handle, page.scope());
            if (cursor.position() != page.after()) {
                return 0;
            }
            Numbers.requireSame(handle, cursor, page);
            var fresh = store(tx, page.scope(), page.numbered());
            new Cursor(page.scope(), page.after(), page.chain())
                    .with(page.entries().stream().map(WireEntry::id).toList())
                    .write(handle);
            return fresh;
        });
    }

    /// Writes entries and the rows they make.
    ///
    /// @return how many were new here
    int store(Tx tx, String scope, List<Numbered> entries) {
        var handle = tx.handle();
        var known = known(handle, entries);
        refuseUnknownOwn(entries, known);
        var fresh = ReceivedEntries.batch(handle);
        var numbers = handle.prepareBatch("update journal set scope = ?, position = ?, rejected = null, base = ? where id = ?");
        var touched = new LinkedHashMap<RecordId, List<Entry>>();
        for (var numbered : entries) {
            var entry = numbered.entry();
            if (known.contains(entry.id())) {
                numbers.add(scope, numbered.position(), entry.base(), entry.id());
            } else {
                ReceivedEntries.add(fresh, entry, scope, numbered.position());
            }
            touched.computeIfAbsent(entry.record(), none -> new ArrayList<>()).add(entry.at(numbered.position()));
        }
        var old = old(handle, touched.keySet());
        for (var batch : List.of(numbers, fresh)) {
            if (batch.size() > 0) {
                batch.execute();
            }
        }
        var rows = rows(tx);
        touched.forEach((record, begun) -> {
            if (old.contains(record)) {
                rows.foldAnew(record);
            } else {
                rows.begin(record, begun);
            }
        });
        rows.write();
        Erasing.in(tx, entries, rows);
        return entries.size() - known.size();
    }

    /// Empties what this store holds about an erased customer, within the transaction that journals it.
    public void erase(Tx tx, Erased erased) {
        Erasing.apply(tx, erased, rows(tx));
    }

    /// A desk knows all that it ever wrote, unless it was restored from a backup.
    private void refuseUnknownOwn(List<Numbered> entries, Set<UUID> known) {
        var desk = database.desk().id();
        entries.stream()
                .map(Numbered::entry)
                .filter(entry -> entry.desk().equals(desk) && !known.contains(entry.id()))
                .findFirst()
                .ifPresent(lost -> {
                    throw Refusal.of(Refusal.Code.SEQ_TAKEN, "entry " + lost.seq() + " of this desk is not here");
                });
    }

    /// Of some records those of which anything was here before.
    private static Set<RecordId> old(Handle handle, Collection<RecordId> records) {
        return records.isEmpty()
                ? Set.of()
                : Set.copyOf(handle.createQuery("select distinct kind, entity from journal where entity in (<ids>)")
                        .bindList("ids", ids(records))
                        .map(Replica::record)
                        .list());
    }

    private static Set<UUID> known(Handle handle, List<Numbered> entries) {
        if (entries.isEmpty()) {
            return Set.of();
        }
        return new LinkedHashSet<>(handle.createQuery("select id from journal where id in (<ids>)")
                .bindList("ids", entries.stream().map(numbered -> numbered.entry().id()).toList())
                .mapTo(UUID.class)
                .list());
    }

    /// Announced when conflicts came or went.
    static final String CONFLICT = "conflict";

    /// Everything that the hub did not take, whatever became of it here.
    public List<Quarantine.Rejected> quarantine() {
        return database.read(handle -> handle
                .createQuery("select * from journal where rejected is not null order by desk, seq")
                .map((row, context) -> new Quarantine.Rejected(Journal.entry(row, context), row.getString("rejected")))
                .list());
    }
}
