package dev.calmdesk.sync;

import dev.calmdesk.app.Kinds;
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
import org.jspecify.annotations.Nullable;

/// One run of two teams and a hub, of which the seed decides everything: desks write records of any kind, exchange them
/// over a bad network, are cut off for weeks, crash, and have clocks that are wrong by days; one of them is a version
/// behind. Then all heals, and [Proof] tells whether anything was lost.
final class Simulation {

    private static final int STEPS = 50;
    private static final int MOST_RECORDS = 9;
    private static final int KINDS = 4;
    private static final int ROUNDS_TO_SETTLE = 2;

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
    private final StringBuilder trace = new StringBuilder();

    /// A record, and the team it belongs to; null if it is the company's.
    record Shared(Kind<?> kind, UUID id, @Nullable String team) {}

    Simulation(Lab lab, long seed, SimulatedNetwork.Hubs hubs, SimulatedDesk.Fault fault) {
        this.lab = lab;
        this.hubs = hubs;
        random = new SplittableRandom(seed);
        network = new SimulatedNetwork(hubs, random.split());
        values = new RandomRow(random.nextLong());
        kinds = someKinds();
        desks = lab.desks(random.split(), fault, started);
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
            new Proof(desks, hubs, kinds, records).check();
            desks.forEach(desk -> trace.append(desk.journal()));
            return trace.toString();
        } finally {
            for (var each : started) {
                each.close();
            }
        }
    }

    private void begin() {
        hubs.begin();
        for (var desk : desks) {
            desk.enrol(hubs.admit(desk.id(), desk.team), network.line(desk.id(), desk));
        }
        if (random.nextBoolean()) {
            desks.get(1).install(olderKinds());
        }
        hubs.shake(random.split());
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
        var desk = any(desks);
        cutOffUntil.forEach((each, until) -> each.cutOff(step < until));
        var choice = random.nextInt(40);
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
        } else if (random.nextInt(3) == 0) {
            desk.install(Kinds.ALL);
        } else if (random.nextInt(8) == 0) {
            desk.write(List.of(tooLong()));
        }
    }

    private void heal() {
        network.heal();
        hubs.heal();
        for (var desk : desks) {
            desk.heal();
            desk.install(Kinds.ALL);
        }
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
            work.add(shown.isEmpty() ? beginning(desk, known) : change(any(shown), known));
        }
        return work;
    }

    private Assignment beginning(SimulatedDesk desk, List<? extends Kind<?>> known) {
        var kind = any(known);
        var id = new UUID(random.nextLong(), random.nextLong());
        records.add(new Shared(kind, id, Kinds.OF_THE_COMPANY.contains(kind.name()) ? null : desk.team));
        return new Assignment(kind, id, values(kind, field -> true));
    }

    private List<Shared> shown(SimulatedDesk desk, List<? extends Kind<?>> known) {
        var here = desk.shown(known.stream().map(Kind::table).toList());
        return records.stream()
                .filter(each -> here.contains(each.id()))
                .filter(each -> known.stream().anyMatch(kind -> kind.name().equals(each.kind().name())))
                .toList();
    }

    private Assignment change(Shared changed, List<? extends Kind<?>> known) {
        var kind = known.stream().filter(each -> each.name().equals(changed.kind().name())).findFirst().orElseThrow();
        var fields = kind.fields().keySet().stream().filter(field -> !field.equals("id")).toList();
        var first = any(fields);
        var second = any(fields);
        return new Assignment(kind, changed.id(), values(kind, field -> field.equals(first) || field.equals(second)));
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
