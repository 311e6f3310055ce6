package dev.calmdesk.sync;

import dev.calmdesk.app.Kinds;
import dev.calmdesk.cases.Case;
import dev.calmdesk.customer.Customer;
import dev.calmdesk.data.Kind;
import dev.calmdesk.support.RandomRow;
import dev.calmdesk.sync.SimulatedDesk.Assignment;
import dev.calmdesk.workplace.Item;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// One run of two teams and a hub, of which the seed decides everything: desks write records of any kind, exchange them
/// over a bad network, are cut off for weeks, crash, are restored from older copies, join late, and have clocks that are
/// wrong by days; one of them is a version behind; in some runs the hub judges who may write what. Then all heals, and
/// [Proof] tells whether anything was lost.
final class Simulation {

    private static final int STEPS = 50;
    private static final int MOST_RECORDS = 9;
    private static final int KINDS = 4;
    /// A desk that finds out in the first that it was restored goes on in the second; what it says reaches all in the next.
    private static final int ROUNDS_TO_SETTLE = 4;

    /// Longer than the hub takes, as JSON has two signs for each of these.
    private static final String TOO_LONG = "\"".repeat(190_000);

    private final Lab lab;
    private final SplittableRandom random;
    private final SimulatedNetwork.Hubs hubs;
    private final SimulatedNetwork network;
    private final List<SimulatedDesk> desks;
    private final RandomRow values;
    private final List<AutoCloseable> started = new ArrayList<>();
    private final List<Kind<?>> kinds;
    private final List<Shared> records = new ArrayList<>();
    private final Map<SimulatedDesk, Integer> cutOffUntil = new HashMap<>();
    private final Map<SimulatedDesk, Integer> joinsAt = new HashMap<>();
    private final @Nullable Company company;
    private final @Nullable Customers customers;
    private final StringBuilder trace = new StringBuilder();

    /// A record, and the team it belongs to; null if it is the company's.
    record Shared(Kind<?> kind, UUID id, @Nullable String team) {}

    Simulation(Lab lab, long seed, SimulatedNetwork.Hubs hubs, SimulatedDesk.Fault fault) {
        this.lab = lab;
        this.hubs = hubs;
        random = new SplittableRandom(seed);
        network = new SimulatedNetwork(hubs, random.split());
        values = new RandomRow(random.nextLong());
        customers = hubs.isWhole() && random.nextInt(4) == 0 ? new Customers() : null;
        kinds = customers == null ? someKinds() : Customers.KINDS;
        desks = lab.desks(random.split(), fault, started);
        company = hubs.isWhole() && random.nextBoolean()
                ? new Company(random.split(), kind -> values(kind, field -> true))
                : null;
    }

    private List<Kind<?>> someKinds() {
        var all = new ArrayList<>(Kinds.ALL);
        Collections.shuffle(all, new Random(random.nextLong()));
        return List.copyOf(all.subList(0, KINDS));
    }

    /// @return what happened, the same for the same seed
    /// @throws AssertionError if something was lost, doubled or differs
    String run() throws Exception {
        try {
            begin();
            for (var step = 0; step < STEPS; step++) {
                step(step);
            }
            heal();
            new Proof(desks, hubs, kinds, records, company != null).check();
            desks.forEach(desk -> trace.append(desk.journal()));
            return trace.toString();
        } finally {
            for (var each : started) {
                each.close();
            }
        }
    }

    private void begin() {
        hubs.begin(company != null);
        desks.forEach(desk -> joinsAt.put(desk, 0));
        if (hubs.isWhole()) {
            desks.forEach(desk -> desk.joinAhead(random.nextBoolean() ? 1 + random.nextInt(30) : Long.MAX_VALUE));
            desks.stream().skip(1).filter(desk -> random.nextInt(4) == 0).forEach(desk ->
                    joinsAt.put(desk, random.nextInt(STEPS)));
        }
        letIn(0);
        if (company != null) {
            desks.getFirst().write(company.beginning());
            records.addAll(Company.records());
            desks.getFirst().sync();
        }
        if (customers != null) {
            Stream.of(desks.getFirst(), desks.getLast()).forEach(desk -> meet(customers, desk));
        }
        if (random.nextBoolean()) {
            desks.get(1).install(olderKinds());
        }
        network.disturb();
        hubs.shake(random.split());
    }

    private void meet(Customers met, SimulatedDesk desk) {
        var work = met.beginning(
                desk.team, values(Customer.KIND, field -> true), values(Case.KIND, field -> true));
        work.forEach(each -> records.add(new Shared(each.kind(), each.entity(), desk.team)));
        desk.write(work.stream().map(each -> each.as("decided", Company.LEADING.id())).toList());
    }

    private void letIn(int step) {
        for (var desk : desks) {
            if (!desk.isEnrolled() && joinsAt.get(desk) <= step) {
                desk.enrol(hubs.admit(desk.id(), desk.team, desk.lastSeq()), network.line(desk));
            }
        }
    }

    /// The version before: it does not know one of the kinds, and of another not one of its fields.
    private List<Kind<?>> olderKinds() {
        var unknown = kinds.getFirst();
        var older = new ArrayList<Kind<?>>();
        for (var kind : Kinds.ALL) {
            if (kind.equals(kinds.get(1))) {
                older.add(withoutAField(kind));
            } else if (!kind.equals(unknown)) {
                older.add(kind);
            }
        }
        return older;
    }

    private <R extends Record> Kind<R> withoutAField(Kind<R> kind) {
        var fields = new LinkedHashMap<>(kind.fields());
        fields.keySet().stream()
                .filter(field -> lab.columns(kind.name()).get(field).nullable() && !field.equals(kind.subjectField()))
                .findFirst()
                .ifPresent(fields::remove);
        var automatic = kind.automatic().stream().filter(fields::containsKey).collect(Collectors.toSet());
        return new Kind<>(kind.name(), kind.table(), kind.type(), kind.subjectField(), fields, automatic);
    }

    private void step(int step) {
        letIn(step);
        var desk = any(desks);
        cutOffUntil.forEach((each, until) -> each.cutOff(step < until));
        var choice = random.nextInt(hubs.isWhole() ? 45 : 40);
        trace.append(choice).append(' ').append(desks.indexOf(desk)).append('\n');
        if (choice < 20) {
            desk.write(someWork(desk));
        } else if (choice < 31) {
            if (random.nextInt(3) == 0) {
                desk.endSoon();
            }
            desk.sync();
        } else if (choice < 33) {
            desk.clock().advance(Duration.ofHours(random.nextInt(-400, 400))); // wrong by days, both ways
        } else if (choice < 36) {
            network.deliverLate();
        } else if (choice < 37) {
            cutOffUntil.put(desk, step + 5 + random.nextInt(25));
            desks.forEach(each -> each.clock().advance(Duration.ofDays(random.nextInt(1, 20))));
        } else if (choice < 39) {
            desk.endSoon();
        } else if (choice < 40) {
            if (random.nextInt(3) == 0) {
                desk.install(Kinds.ALL);
            } else if (random.nextInt(8) == 0) {
                desk.write(List.of(tooLong()));
            }
        } else if (choice < 43) {
            if (company != null) {
                company.limitedAct(desk).ifPresent(act -> limited(desk, act));
            }
        } else if (choice < 44) {
            desks.getFirst().keepCopy();
        } else if (customers == null) {
            desks.getFirst().goBack();
        } else if (random.nextInt(3) == 0 && Customers.areKnownTo(desk)) {
            desk.erase(Customers.customer(desk.team));
        }
    }

    private void limited(SimulatedDesk desk, Assignment act) {
        if (act.act().equals("proposed")) {
            records.add(new Shared(act.kind(), act.entity(), desk.team));
        }
        desk.write(List.of(act));
    }

    private void heal() {
        network.heal();
        hubs.heal();
        desks.forEach(SimulatedDesk::heal);
        letIn(Integer.MAX_VALUE);
        desks.forEach(desk -> desk.install(Kinds.ALL));
        while (network.deliverLate()) {
            if (random.nextInt(4) == 0) {
                any(desks).sync();
            }
        }
        for (var round = 0; round < ROUNDS_TO_SETTLE; round++) {
            desks.forEach(SimulatedDesk::sync);
        }
    }

    private List<Assignment> someWork(SimulatedDesk desk) {
        var known = kinds.stream()
                .flatMap(kind -> desk.kinds().stream().filter(each -> each.name().equals(kind.name())))
                .toList();
        var work = new ArrayList<Assignment>();
        for (var left = 1 + random.nextInt(3); left > 0; left--) {
            var shown = records.size() < MOST_RECORDS && random.nextInt(4) == 0 ? List.<Shared>of() : shown(desk, known);
            var assignment = shown.isEmpty() ? beginning(desk, known) : change(desk, any(shown), known);
            work.add(company == null ? assignment : company.signed(assignment));
        }
        return work;
    }

    private Assignment beginning(SimulatedDesk desk, List<? extends Kind<?>> known) {
        var kind = any(known);
        var id = new UUID(random.nextLong(), random.nextLong());
        records.add(new Shared(kind, id, Kinds.OF_THE_COMPANY.contains(kind.name()) ? null : desk.team));
        var beginning = new Assignment(kind, id, values(kind, field -> true));
        var mayBeAbout = customers != null && Customers.canBeAbout(kind) && Customers.areKnownTo(desk);
        return mayBeAbout && random.nextInt(3) != 0 ? customers.begun(desk.team, beginning) : beginning;
    }

    private List<Shared> shown(SimulatedDesk desk, List<? extends Kind<?>> known) {
        var here = desk.shown(known.stream().map(Kind::table).toList());
        return records.stream()
                .filter(each -> here.contains(each.id()))
                .filter(each -> known.stream().anyMatch(kind -> kind.name().equals(each.kind().name())))
                .toList();
    }

    private Assignment change(SimulatedDesk desk, Shared changed, List<? extends Kind<?>> known) {
        var kind = known.stream().filter(each -> each.name().equals(changed.kind().name())).findFirst().orElseThrow();
        var fields = kind.fields().keySet().stream().filter(field -> !field.equals("id")).toList();
        var first = any(fields);
        var second = any(fields);
        var change = new Assignment(
                kind, changed.id(), values(kind, field -> field.equals(first) || field.equals(second)));
        return customers == null ? change : customers.changed(desk.team, change);
    }

    /// What no hub takes: it holds up nothing else.
    private Assignment tooLong() {
        var kind = Item.KIND;
        var id = new UUID(random.nextLong(), random.nextLong());
        records.add(new Shared(kind, id, null));
        var row = values(kind, field -> true);
        row.put("body", TOO_LONG);
        return new Assignment(kind, id, row);
    }

    private Map<String, @Nullable Object> values(Kind<?> kind, Predicate<String> wanted) {
        var row = new LinkedHashMap<String, @Nullable Object>();
        kind.fields().values().stream()
                .filter(field -> !field.name().equals("id") && wanted.test(field.name()))
                .forEach(field -> row.put(field.name(), values.value(field, lab.columns(kind.name()).get(field.name()))));
        return row;
    }

    private <T> T any(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
