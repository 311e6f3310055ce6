package dev.calmdesk.hub;

import dev.calmdesk.data.Json;
import dev.calmdesk.sync.Scopes;
import dev.calmdesk.sync.wire.Ahead;
import dev.calmdesk.sync.wire.Chain;
import dev.calmdesk.sync.wire.Identity;
import dev.calmdesk.sync.wire.Ids;
import dev.calmdesk.sync.wire.Offer;
import dev.calmdesk.sync.wire.Page;
import dev.calmdesk.sync.wire.Push;
import dev.calmdesk.sync.wire.Receipt;
import dev.calmdesk.sync.wire.Refusal;
import dev.calmdesk.sync.wire.Refusal.Code;
import dev.calmdesk.sync.wire.Rejection;
import dev.calmdesk.sync.wire.WireEntry;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Numbers the entries of each scope in the order in which they are committed, without a gap: the head of the scope is
/// raised in the transaction that writes the entries. A desk that reads by these numbers can prove that it skipped
/// nothing.
public final class Feed {

    /// Most characters of what one entry changes.
    private static final int LONGEST = 1 << 18;
    /// Most entries that are told without being asked for.
    private static final int FEW = 20;

    private final HubDatabase database;
    private final Judge judge;
    private final InstantSource clock;

    /// Takes whatever is in order.
    public Feed(HubDatabase database) {
        this(database, Judge.LENIENT);
    }

    /// @param judge decides who may write what
    public Feed(HubDatabase database, Judge judge) {
        this(database, judge, Clock.systemUTC());
    }

    /// @param clock tells what was touched lately; no order follows from it
    public Feed(HubDatabase database, Judge judge, InstantSource clock) {
        this.database = database;
        this.judge = judge;
        this.clock = clock;
    }

    /// A desk as the hub knows it.
    ///
    /// @param enrolledSeq number of its newest entry when it was enrolled
    /// @param isVouched whether somebody answers for what it did before
    public record Desk(
            UUID id, String code, String teamScope, long lastSeq, boolean isRevoked, long enrolledSeq, boolean isVouched) {

        boolean isVouchedFor(WireEntry entry) {
            return isVouched && entry.seq() <= enrolledSeq;
        }

        boolean reads(String scope) {
            return scopes().contains(scope);
        }

        List<String> scopes() {
            return List.of(Scopes.COMPANY, teamScope);
        }
    }

    /// Which hub this is.
    public Identity identity() {
        return database.read(Feed::identity);
    }

    static Identity identity(Handle handle) {
        return handle.createQuery("select id, epoch from hub")
                .map((row, context) -> new Identity(row.getObject("id", UUID.class), row.getObject("epoch", UUID.class)))
                .one();
    }

    /// The files that its entries name.
    public HubFiles files() {
        return new HubFiles(database);
    }

    /// Takes entries in: exactly once in effect, however often they are sent.
    ///
    /// @param deskId who sends them, proved by the caller
    public List<Receipt> push(UUID deskId, Push push) {
        if (push.entries().size() > Push.MOST) {
            throw Refusal.of(Code.TOO_LARGE, "at most " + Push.MOST + " entries");
        }
        requireConsecutive(deskId, push);
        return database.write(handle -> {
            var desk = lockDesk(handle, deskId);
            requireEpoch(handle, push.epoch());
            if (push.from() > desk.lastSeq() + 1) {
                throw Refusal.gap(desk.lastSeq() + 1);
            }
            var fresh = push.entries().stream().filter(entry -> entry.seq() > desk.lastSeq()).toList();
            var bodies = fresh.stream().collect(Collectors.toMap(WireEntry::seq, Json::write));
            var rejected = reject(handle, desk, fresh, bodies);
            var taken = fresh.stream().filter(entry -> !rejected.containsKey(entry.seq())).toList();
            var positions = takeIn(handle, taken, bodies, clock.instant());
            var receipts = new ArrayList<>(Answers.before(handle, desk, push));
            fresh.forEach(entry ->
                    receipts.add(new Receipt(entry.id(), positions.get(entry.seq()), rejected.get(entry.seq()))));
            if (!fresh.isEmpty()) {
                handle.execute("update desk set last_seq = ? where id = ?", fresh.getLast().seq(), deskId);
            }
            return receipts;
        });
    }

    /// Writes entries that were found good, and what follows from them.
    ///
    /// @param taken all of one desk
    /// @param bodies by `seq`
    /// @return their positions by `seq`
    static Map<Long, Long> takeIn(Handle handle, List<WireEntry> taken, Map<Long, String> bodies, Instant now) {
        var positions = EntryTable.append(handle, taken, bodies);
        HubFiles.noteUses(handle, taken);
        Activity.note(handle, taken, now);
        Erasing.apply(handle, taken);
        return positions;
    }

    /// Says that the hub was restored from a backup: desks find out what it lost and offer it again, for thirty days.
    ///
    /// @param epoch of the life that begins
    public void restored(UUID epoch) {
        database.write(handle -> {
            Offering.open(handle, epoch, clock.instant());
            return null;
        });
    }

    /// Takes back what the hub lost when it was restored from a backup.
    ///
    /// @param deskId who offers it, proved by the caller
    /// @return a receipt for each entry, in their order; the same if the same is offered again
    public List<Receipt> take(UUID deskId, Offer offer) {
        return database.write(handle -> {
            var desk = lockDesk(handle, deskId);
            requireEpoch(handle, offer.epoch());
            return Offering.take(handle, judge, clock.instant(), desk, offer);
        });
    }

    private static void requireConsecutive(UUID deskId, Push push) {
        var seq = push.from();
        for (var entry : push.entries()) {
            if (entry.seq() != seq++ || !entry.desk().equals(deskId)) {
                throw Refusal.of(Code.MALFORMED, "entries of this desk, numbered without a gap");
            }
        }
    }

    /// Two writes of one desk come one after the other.
    static Desk lockDesk(Handle handle, UUID deskId) {
        return admitted(handle, deskId, " for update");
    }

    private static Optional<Desk> find(Handle handle, UUID deskId, String lock) {
        return handle.createQuery("select * from desk where id = :id" + lock)
                .bind("id", deskId)
                .map((row, context) -> desk(row))
                .findOne();
    }

    private static Desk desk(ResultSet row) throws SQLException {
        return new Desk(
                row.getObject("id", UUID.class),
                row.getString("code"),
                row.getString("team_scope"),
                row.getLong("last_seq"),
                row.getObject("revoked_at") != null,
                row.getLong("enrolled_seq"),
                row.getBoolean("vouched"));
    }

    private static void requireEpoch(Handle handle, UUID epoch) {
        requireSame(identity(handle).epoch(), epoch);
    }

    private static void requireSame(UUID now, UUID epoch) {
        if (!now.equals(epoch)) {
            throw Refusal.of(Code.OTHER_EPOCH, "");
        }
    }

    /// Entries that are not taken are remembered with their reason; they hold up nothing.
    private Map<Long, String> reject(Handle handle, Desk desk, List<WireEntry> fresh, Map<Long, String> bodies) {
        if (fresh.isEmpty()) {
            return Map.of();
        }
        var reasons = new HashMap<Long, String>();
        EntryTable.lockScopes(handle, fresh.stream().map(WireEntry::scope).filter(desk::reads).distinct().toList());
        var taken = EntryTable.taken(handle, fresh);
        var late = Erasing.late(handle, fresh);
        for (var entry : fresh) {
            var reason = late.contains(entry.id()) ? Rejection.ERASED.onWire() : whyNot(desk, entry, bodies, taken);
            if (reason != null) {
                reasons.put(entry.seq(), reason);
            }
        }
        var inOrder = fresh.stream().filter(entry -> !reasons.containsKey(entry.seq())).toList();
        reasons.putAll(judge.reject(handle, desk, inOrder));
        var judged = inOrder.stream().filter(entry -> !reasons.containsKey(entry.seq())).toList();
        Erasing.followers(handle, fresh, judged).forEach(entry -> reasons.put(entry.seq(), Rejection.ERASED.onWire()));
        remember(handle, desk, fresh, reasons);
        return reasons;
    }

    private static @Nullable String whyNot(Desk desk, WireEntry entry, Map<Long, String> bodies, Set<UUID> taken) {
        if (!desk.reads(entry.scope())) {
            return Rejection.FOREIGN_SCOPE.onWire();
        } else if (isLong(bodies.get(entry.seq())) && isTooLarge(entry)) {
            return Rejection.TOO_LARGE.onWire();
        } else if (!taken.add(entry.id())) {
            return Rejection.ID_TAKEN.onWire();
        }
        return null;
    }

    private static boolean isLong(String body) {
        return body.length() > LONGEST;
    }

    static boolean isTooLarge(WireEntry entry) {
        return isLong(Json.write(entry.changes()));
    }

    private static void remember(Handle handle, Desk desk, List<WireEntry> fresh, Map<Long, String> reasons) {
        if (reasons.isEmpty()) {
            return;
        }
        var insert = handle.prepareBatch("insert into rejection (desk, seq, id, reason) values (?, ?, ?, ?)");
        fresh.stream()
                .filter(entry -> reasons.containsKey(entry.seq()))
                .forEach(entry -> insert.add(desk.id(), entry.seq(), entry.id(), reasons.get(entry.seq())));
        insert.execute();
    }

    /// The desk, if it may ask at all.
    ///
    /// @throws Refusal if it is unknown or was revoked
    Desk admitted(UUID deskId) {
        return database.read(handle -> admitted(handle, deskId));
    }

    /// Which of some entries are here, or were rejected when this desk sent them; of scopes the desk reads.
    public List<Receipt> known(UUID deskId, List<UUID> ids) {
        if (ids.size() > Ids.MOST) {
            throw Refusal.of(Code.TOO_LARGE, "at most " + Ids.MOST + " ids");
        }
        return database.read(handle -> {
            return Answers.known(handle, admitted(handle, deskId), ids);
        });
    }

    static Desk admitted(Handle handle, UUID deskId) {
        return admitted(handle, deskId, "");
    }

    private static Desk admitted(Handle handle, UUID deskId, String lock) {
        return admitted(find(handle, deskId, lock));
    }

    private static Desk admitted(Optional<Desk> found) {
        var desk = found.orElseThrow(() -> Refusal.of(Code.UNKNOWN_DESK, ""));
        if (desk.isRevoked()) {
            throw Refusal.of(Code.REVOKED, "");
        }
        return desk;
    }

    /// Where some scopes stand; one that has no entries yet stands at 0.
    Map<String, Long> heads(Collection<String> scopes) {
        var heads = new HashMap<String, Long>();
        scopes.forEach(scope -> heads.put(scope, 0L));
        database.read(handle -> handle.createQuery("select scope, n from scope_head where scope = any(:scopes)")
                        .bindArray("scopes", String.class, List.copyOf(scopes))
                        .map((row, context) -> Map.entry(row.getString("scope"), row.getLong("n")))
                        .list())
                .forEach(head -> heads.put(head.getKey(), head.getValue()));
        return heads;
    }

    /// What a scope gained.
    ///
    /// @param strangers those who may not hear it
    record News(PageText page, Set<UUID> strangers) {}

    /// What a scope gained since some number, for desks that were told of all before.
    ///
    /// @param desks who would hear it
    /// @return empty if it is too much to be told without being asked
    Optional<News> news(String scope, long after, List<UUID> desks) {
        return database.read(handle -> {
            var head = EntryTable.head(handle, scope);
            if (head - after > FEW) {
                return Optional.empty();
            }
            var page = EntryTable.page(handle, scope, after, EntryTable.chain(handle, scope, after), head);
            return page.isShort() ? Optional.of(new News(page, strangers(handle, desks))) : Optional.empty();
        });
    }

    private static Set<UUID> strangers(Handle handle, List<UUID> desks) {
        return handle.createQuery("select id from desk where id = any(:desks) and revoked_at is not null")
                .bindArray("desks", UUID.class, desks)
                .mapTo(UUID.class)
                .set();
    }

    /// Whole histories that a new desk needs before the rest.
    ///
    /// @param until number of the newest entry that is asked for
    /// @param next what the part before said, or [Ahead#FIRST]
    public Ahead ahead(UUID deskId, String scope, UUID epoch, long until, String next) {
        return database.read(handle -> {
            requireReader(handle, deskId, scope);
            requireEpoch(handle, epoch);
            return Activity.ahead(handle, scope, until, next, clock.instant());
        });
    }

    private static void requireReader(Handle handle, UUID deskId, String scope) {
        requireReader(admitted(handle, deskId), scope);
    }

    private static void requireReader(Desk desk, String scope) {
        if (!desk.reads(scope)) {
            throw Refusal.of(Code.FOREIGN_SCOPE, scope);
        }
    }

    /// @param after number of the last entry the desk has
    public Page pull(UUID deskId, String scope, UUID epoch, long after) {
        var text = pullText(deskId, scope, epoch, after);
        return new Page(
                scope, after, text.chain(),
                text.entries().stream().map(entry -> Json.read(entry.json(), WireEntry.class)).toList(), text.head());
    }

    /// The same with entries as they were written down; nobody needs to read them here.
    PageText pullText(UUID deskId, String scope, UUID epoch, long after) {
        return database.read(handle -> {
            var asked = asked(handle, deskId, scope, after);
            requireReader(admitted(asked.map(Asked::desk)), scope);
            requireSame(asked.get().epoch(), epoch);
            return EntryTable.page(handle, scope, after, asked.get().chain(), asked.get().head());
        });
    }

    /// All that a pull has to know before it reads entries, in one question: most pulls find one entry, or none.
    private record Asked(Desk desk, UUID epoch, long head, @Nullable Chain chain) {}

    private static Optional<Asked> asked(Handle handle, UUID deskId, String scope, long after) {
        return handle.createQuery("""
                        select desk.*, hub.epoch, coalesce(scope_head.n, 0) as head, entry.chain from desk cross join hub
                        left join scope_head on scope_head.scope = :scope
                        left join entry on entry.scope = :scope and entry.position = :after
                        where desk.id = :desk""")
                .bind("desk", deskId)
                .bind("scope", scope)
                .bind("after", after)
                .map((row, context) -> new Asked(
                        desk(row), row.getObject("epoch", UUID.class), row.getLong("head"),
                        after == 0 ? Chain.START : Optional.ofNullable(row.getString("chain")).map(Chain::new).orElse(null)))
                .findOne();
    }
}
