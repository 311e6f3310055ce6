package dev.calmdesk.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.calmdesk.app.Kinds;
import dev.calmdesk.app.Personal;
import dev.calmdesk.base.Problem;
import dev.calmdesk.data.CrashStore;
import dev.calmdesk.data.Database;
import dev.calmdesk.data.Entry;
import dev.calmdesk.data.Journal;
import dev.calmdesk.data.Kind;
import dev.calmdesk.data.Soundness;
import dev.calmdesk.data.Tx;
import dev.calmdesk.privacy.Erasures;
import dev.calmdesk.support.ManualClock;
import dev.calmdesk.sync.wire.Admission;
import dev.calmdesk.sync.wire.Ahead;
import dev.calmdesk.sync.wire.Page;
import dev.calmdesk.sync.wire.Push;
import dev.calmdesk.sync.wire.Receipt;
import dev.calmdesk.sync.wire.Refusal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// One desk of a run: its store, what it was told to be saved, and what its author had seen at each write.
final class SimulatedDesk implements SimulatedNetwork.Receiver, AutoCloseable {

    /// What a desk may do wrong, to show that the runs notice, and what that breaks.
    enum Fault {
        NONE(null),
        /// The cursor is saved before what it stands for.
        CURSOR_BEFORE_THE_PAGE(Property.P4_NO_GAP),
        /// A write is acknowledged before it was forced to the disk.
        ACKNOWLEDGED_BEFORE_FORCED(Property.P1_NOTHING_MISSING),
        /// A desk that goes on after a restore takes everything that waited for sent.
        A_SUCCESSION_FORGETS_WHAT_WAITS(Property.P1_NOTHING_MISSING),
        /// An erasure empties the rows alone.
        AN_ERASURE_FORGETS_THE_JOURNAL(Property.P9_ERASED_IS_GONE),
        /// What the hub did not take is thrown away.
        WHAT_IS_REJECTED_IS_DROPPED(Property.P1_NOTHING_MISSING);

        final @Nullable Property breaks;

        Fault(@Nullable Property breaks) {
            this.breaks = breaks;
        }
    }

    /// One record that gets some values.
    record Assignment(Kind<?> kind, UUID entity, Map<String, ?> values, String act, UUID author) {

        private static final UUID ANYBODY = new UUID(8, 8);

        Assignment(Kind<?> kind, UUID entity, Map<String, ?> values) {
            this(kind, entity, values, "written", ANYBODY);
        }

        Assignment with(Map<String, ?> others) {
            return new Assignment(kind, entity, others, act, author);
        }

        Assignment as(String act, UUID author) {
            return new Assignment(kind, entity, values, act, author);
        }

        void in(Tx tx) {
            tx.write(kind, entity).set(values).as(act, author);
        }
    }

    private static final Path NO_EVIDENCE = Path.of("no-evidence");

    final String team;
    private final ManualClock clock;
    private final Supplier<Database> database;
    private final @Nullable CrashStore disk;
    private final Fault fault;
    private final SplittableRandom chance;

    private List<Kind<?>> kinds = Kinds.ALL;
    private Replica replica;
    private @Nullable Erasures erasures;
    private Hub line;
    private boolean isCutOff;
    private long worthAHeadStart = Long.MAX_VALUE;
    private CrashStore.@Nullable Copy copy;
    private int life;

    /// Own entries that were acknowledged.
    private final Set<UUID> acknowledged = new LinkedHashSet<>();
    /// Id of an own entry → the entries of its record that its author had seen.
    private final Map<UUID, Set<UUID>> seen = new HashMap<>();
    private final Map<String, Long> cursors = new HashMap<>();
    private final Set<UUID> lives = new LinkedHashSet<>();

    /// @param disk null for a desk whose store never ends
    SimulatedDesk(
            String team,
            ManualClock clock,
            Supplier<Database> database,
            @Nullable CrashStore disk,
            Fault fault,
            SplittableRandom chance) {
        this.team = team;
        this.clock = clock;
        this.database = database;
        this.disk = disk;
        this.fault = fault;
        this.chance = chance;
        replica = open();
    }

    private Replica open() {
        close();
        try {
            var opened = new Replica(database(), kinds, Kinds.OF_THE_COMPANY);
            opened.showKept();
            erasures = new Erasures(database(), opened, Personal.FIELDS, NO_EVIDENCE, clock, database().ids());
            erasures.cleanUp();
            lives.add(id());
            return opened;
        } catch (RuntimeException e) {
            requireEnd(e);
            return startAgain(List.of());
        }
    }

    /// Lets go of a store that others use after this run.
    @Override
    public void close() {
        if (erasures != null) {
            erasures.close();
        }
    }

    Database database() {
        return database.get();
    }

    Replica replica() {
        return replica;
    }

    ManualClock clock() {
        return clock;
    }

    @Override
    public UUID id() {
        return database().desk().id();
    }

    List<Kind<?>> kinds() {
        return kinds;
    }

    /// From now on another version of the program opens this store.
    void install(List<Kind<?>> known) {
        kinds = known;
        replica = open();
    }

    boolean isEnrolled() {
        return replica.link().isPresent();
    }

    long lastSeq() {
        return replica.request("").lastSeq();
    }

    /// @param hub as this desk sees it from now on
    void enrol(Admission admission, Hub hub) {
        line = hub;
        survives(() -> replica.enrol(
                new Link(
                        admission.hub(), admission.epoch(), "", admission.token(), admission.teamScope(),
                        Instant.EPOCH, 0),
                admission.code()));
    }

    /// @param worthAHeadStart entries of a scope that are too many to wait for
    void joinAhead(long worthAHeadStart) {
        this.worthAHeadStart = worthAHeadStart;
    }

    Link link() {
        return replica.link().orElseThrow();
    }

    void cutOff(boolean isCut) {
        isCutOff = isCut;
    }

    @Override
    public boolean isCutOff() {
        return isCutOff;
    }

    /// The store ends at some write that comes, if it is one that can.
    void endSoon() {
        if (disk != null) {
            var ends = CrashStore.End.values();
            disk.endAfter(1 + chance.nextInt(12), ends[chance.nextInt(ends.length)], chance.split());
        }
    }

    /// Works for ever from now on.
    void heal() {
        isCutOff = false;
        if (disk != null) {
            disk.live();
        }
    }

    /// Puts a copy of its store aside.
    void keepCopy() {
        if (disk != null && !disk.hasEnded()) {
            copy = disk.copy();
        }
    }

    /// The disk is lost; work goes on with the copy. What was saved since and did not reach the hub is lost with the disk.
    void goBack() {
        if (disk == null || copy == null) {
            return;
        }
        disk.goBack(copy);
        life++;
        cursors.clear();
        acknowledged.retainAll(database().read(handle ->
                handle.createQuery("select id from journal").mapTo(UUID.class).set()));
        replica = open();
    }

    @Override
    public int life() {
        return life;
    }

    private boolean hasEnded() {
        return disk != null && disk.hasEnded();
    }

    /// One transaction.
    void write(List<Assignment> work) {
        var seenNow = work.stream().map(each -> idsOf(each.entity())).toList();
        survives(() -> database().writeDo(tx -> work.forEach(each -> each.in(tx))), seenNow);
    }

    /// Erases a customer, if their cases are known here to be closed.
    void erase(UUID customer) {
        survives(() -> {
            try {
                Objects.requireNonNull(erasures).erase(Company.LEADING, customer, "asked for it by letter");
            } catch (Problem.Refused e) {
                // a case of theirs is open
            }
        });
    }

    /// One round with the hub, as far as it goes.
    void sync() {
        if (!isEnrolled()) {
            return;
        }
        var before = fault == Fault.AN_ERASURE_FORGETS_THE_JOURNAL ? changes() : Map.<UUID, String>of();
        survives(() -> {
            try {
                new SyncRound(replica, fault == Fault.NONE ? line : faulty(line), Runnable::run, worthAHeadStart).run();
            } catch (Hub.Unreachable e) {
                // what was moved stays moved, the rest goes next time
            } catch (Refusal refusal) {
                throw new Property.Broken(Property.P8_OUTBOX_EMPTIES, refusal);
            }
        });
        misbehave(before);
        lives.add(id());
        checkOwnWordsAreShown();
    }

    private void misbehave(Map<UUID, String> changesBefore) {
        if (fault == Fault.WHAT_IS_REJECTED_IS_DROPPED) {
            survives(() -> database().writeDo(tx -> {
                tx.handle().execute("delete from quarantine");
                tx.handle().execute("delete from journal where rejected is not null");
            }));
        }
        if (!changesBefore.isEmpty()) {
            survives(() -> database().writeDo(tx -> changesBefore.forEach((id, changes) ->
                    tx.handle().execute("update journal set changes = ? where id = ?", changes, id))));
        }
    }

    private Map<UUID, String> changes() {
        return database().read(handle -> handle.createQuery("select id, changes from journal")
                .map((row, context) -> Map.entry(row.getObject("id", UUID.class), row.getString("changes")))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    @Override
    public void take(Page page) {
        survives(() -> {
            try {
                replica.take(page);
            } catch (Refusal refusal) {
                assertThat(refusal.code()).isEqualTo(Refusal.Code.SEQ_TAKEN); // the next round heals it
            }
        });
    }

    @Override
    public void take(Push push, List<Receipt> receipts) {
        survives(() -> replica.receipts(push, receipts));
    }

    private void survives(Runnable work) {
        survives(work, List.of());
        var now = database().read(handle -> handle.createQuery("select scope, position from scope_cursor")
                .map((row, context) -> Map.entry(row.getString("scope"), row.getLong("position")))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
        Property.P5_OWN_WORDS_STAY.holds(() -> cursors.forEach((scope, before) ->
                assertThat(now.getOrDefault(scope, 0L)).as("what was read stays read").isGreaterThanOrEqualTo(before)));
        cursors.putAll(now);
    }

    /// @param seenNow for each entry that the work writes, what its author has seen
    private void survives(Runnable work, List<Set<UUID>> seenNow) {
        try {
            work.run();
        } catch (RuntimeException e) {
            requireEnd(e);
        }
        if (hasEnded()) {
            replica = startAgain(seenNow);
        } else if (!seenNow.isEmpty()) {
            acknowledge(newestOwn(seenNow.size()), seenNow);
        }
    }

    private void requireEnd(RuntimeException failure) {
        if (!hasEnded()) {
            throw failure;
        }
    }

    private Replica startAgain(List<Set<UUID>> inDoubt) {
        Property.P1_NOTHING_MISSING.holds(() -> {
            disk.startAgain(chance.nextInt(3) == 0 ? 1 + chance.nextInt(4) : 0);
            restarted(inDoubt);
        });
        return open();
    }

    private void acknowledge(List<UUID> written, List<Set<UUID>> seenNow) {
        acknowledged.addAll(written);
        for (var i = 0; i < written.size(); i++) {
            seen.put(written.get(i), seenNow.get(i));
        }
    }

    /// What was acknowledged is there; what was not is there wholly or not at all.
    private void restarted(List<Set<UUID>> inDoubt) {
        var here = database().read(handle -> handle.createQuery("select id from journal").mapTo(UUID.class).set());
        assertThat(here).as("what was acknowledged survives").containsAll(acknowledged);
        var written = newestOwn(inDoubt.size()).stream().filter(id -> !acknowledged.contains(id)).toList();
        assertThat(written.size()).as("a transaction survives as a whole").isIn(0, inDoubt.size());
        if (!written.isEmpty()) {
            acknowledge(written, inDoubt); // from now on its author sees it
        }
    }

    private Hub faulty(Hub hub) {
        return new Hub() {
            @Override
            public List<Receipt> push(Push push) {
                return hub.push(push);
            }

            @Override
            public Page pull(String scope, UUID epoch, long after) {
                var page = hub.pull(scope, epoch, after);
                if (fault == Fault.CURSOR_BEFORE_THE_PAGE) {
                    save(scope, page.end());
                    save(scope, after); // the page itself is taken only if nothing ended between
                }
                return page;
            }

            @Override
            public Ahead ahead(String scope, UUID epoch, long until, String next) {
                return hub.ahead(scope, epoch, until, next);
            }

            @Override
            public Admission goOn(UUID heir) {
                return hub.goOn(heir);
            }

            @Override
            public List<Receipt> known(List<UUID> entries) {
                return fault == Fault.A_SUCCESSION_FORGETS_WHAT_WAITS
                        ? entries.stream().map(id -> new Receipt(id, null, null)).toList()
                        : hub.known(entries);
            }
        };
    }

    private void save(String scope, long cursor) {
        database().writeDo(tx -> new Cursor(scope, cursor, null).write(tx.handle()));
    }

    Set<UUID> acknowledged() {
        return acknowledged;
    }

    /// The entries of its record that the author of an entry of this desk had seen.
    Set<UUID> seenBy(UUID entry) {
        return seen.getOrDefault(entry, Set.of());
    }

    /// All ids that this desk ever had.
    Set<UUID> lives() {
        return lives;
    }

    /// Entries that a person finds among those which the hub did not take.
    Set<UUID> inQuarantine() {
        return new Quarantine(database(), kinds).held(Company.LEADING).stream()
                .flatMap(held -> held.rejected().stream())
                .map(rejected -> rejected.entry().id())
                .collect(Collectors.toSet());
    }

    /// The ids of rows that are here, of some tables.
    Set<UUID> shown(Collection<String> tables) {
        var ids = tables.stream().map("select id from %s"::formatted).collect(Collectors.joining(" union all "));
        return database().read(handle -> handle.createQuery(ids).mapTo(UUID.class).set());
    }

    private Set<UUID> idsOf(UUID entity) {
        return new HashSet<>(database().read(handle -> handle
                .createQuery("select id from journal where entity = :entity")
                .bind("entity", entity)
                .mapTo(UUID.class)
                .list()));
    }

    /// Without what the program wrote by itself.
    private List<UUID> newestOwn(int count) {
        return database().read(handle -> handle.createQuery("""
                                select id from journal where desk = :desk and act not in ('erased', 'done')
                                order by seq desc limit :count""")
                        .bind("desk", id())
                        .bind("count", count)
                        .mapTo(UUID.class)
                        .list())
                .reversed();
    }

    /// The rows of a kind whose field holds an id.
    List<UUID> idsOf(Kind<?> kind, String field, UUID value) {
        return database().read(handle -> handle
                .createQuery("select id from %s where %s = :value".formatted(kind.table(), field))
                .bind("value", value)
                .mapTo(UUID.class)
                .list());
    }

    /// Until the hub has numbered what was written here, it is what is shown here.
    private void checkOwnWordsAreShown() {
        var newest = new LinkedHashMap<UUID, Map<String, Object>>();
        var kindOf = new HashMap<UUID, Kind<?>>();
        for (var entry : journal("desk = :desk and position is null and rejected is null order by seq")) {
            kinds.stream().filter(kind -> kind.name().equals(entry.kind())).forEach(kind -> kindOf.put(entry.entity(), kind));
            entry.changes().forEach((field, change) ->
                    newest.computeIfAbsent(entry.entity(), none -> new HashMap<>()).put(field, String.valueOf(change.get(1))));
        }
        Property.P5_OWN_WORDS_STAY.holds(() -> newest.forEach((entity, fields) -> {
            var row = row(kindOf.get(entity), entity);
            fields.forEach((field, value) ->
                    assertThat(row.get(field)).as("%s of %s, written here", field, entity).isEqualTo(value));
        }));
    }

    private List<Entry> journal(String condition) {
        return database().read(handle -> handle
                .createQuery("select * from journal where " + condition)
                .bind("desk", id())
                .map(Journal::entry)
                .list());
    }

    /// Own entries that the hub has numbered, as they stand here.
    List<Entry> numberedOwn() {
        return journal("desk = :desk and position is not null");
    }

    /// The entries that have a number in a scope, by number.
    List<Entry> numbered(String scope) {
        return database().read(handle -> handle
                .createQuery("select * from journal where scope = :scope and position is not null order by position")
                .bind("scope", scope)
                .map(Journal::entry)
                .list());
    }

    /// Everything that lies in the journal, as text.
    List<String> journal() {
        return database().read(handle -> handle
                .createQuery("select * from journal order by desk, seq")
                .mapToMap()
                .map(Object::toString)
                .list());
    }

    /// Field → plain text of its value; empty if there is no such row.
    Map<String, String> row(Kind<?> kind, UUID entity) {
        return database().read(handle -> handle
                .createQuery("select * from %s where id = :id".formatted(kind.table()))
                .bind("id", entity)
                .map((row, context) -> {
                    var values = new HashMap<String, String>();
                    for (var field : kind.fields().values()) {
                        values.put(field.name(), String.valueOf(field.plain(row.getObject(field.name()))));
                    }
                    return values;
                })
                .findOne()
                .orElseGet(HashMap::new));
    }

    /// All rows of a table, as text by id.
    Map<UUID, String> rows(String table) {
        return database().read(handle -> handle
                .createQuery("select * from " + table)
                .mapToMap()
                .collectToMap(row -> (UUID) row.get("id"), Object::toString));
    }

    /// Conflicts that wait for a person, as `entity field entry`.
    Set<String> conflicts() {
        return new HashSet<>(database().read(handle -> handle
                .createQuery("select entity || ' ' || field || ' ' || entry from conflict")
                .mapTo(String.class)
                .list()));
    }

    List<Entry> history(UUID subject) {
        return database().read(handle -> Journal.of(handle, subject));
    }

    Soundness soundness(List<Kind<?>> known) {
        return database().read(handle -> Soundness.of(handle, known));
    }
}
