package dev.calmdesk.sync;

import dev.calmdesk.complaint.Authority;
import dev.calmdesk.complaint.Remedy;
import dev.calmdesk.complaint.RemedyState;
import dev.calmdesk.data.Json;
import dev.calmdesk.data.Kind;
import dev.calmdesk.people.Actor;
import dev.calmdesk.people.Person;
import dev.calmdesk.people.Role;
import dev.calmdesk.sync.SimulatedDesk.Assignment;
import dev.calmdesk.sync.Simulation.Shared;
import dev.calmdesk.workplace.Item;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The people of a run whose hub judges: one who may decide nearly everything, agents who grant remedies within a limit
/// and do not know what others grant meanwhile, and somebody whom nobody knows.
final class Company {

    /// What an agent may grant in one case, in minor units.
    static final long LIMIT = 300_00;

    private static final UUID BOSS = new UUID(6, 1);

    /// Who looks into what the hub did not take, and erases customers.
    static final Actor LEADING = new Actor(BOSS, "2001", "梁", Set.of(Role.MANAGER, Role.ADMIN), "");

    private static final UUID AGENT = new UUID(6, 2);
    private static final UUID STRANGER = new UUID(6, 3);
    private static final UUID AUTHORITY = new UUID(6, 4);
    private static final int CASES_OF_A_TEAM = 2;

    private final SplittableRandom random;
    private final Function<Kind<?>, Map<String, @Nullable Object>> row;

    /// @param row makes up a row of a kind
    Company(SplittableRandom random, Function<Kind<?>, Map<String, @Nullable Object>> row) {
        this.random = random;
        this.row = row;
    }

    /// Who works here, and what an agent may grant.
    List<Assignment> beginning() {
        var authority = made(Item.KIND, Map.of(
                "topic", Authority.TOPIC.name(),
                "code", "AGENT",
                "body", Json.write(new Authority(Role.AGENT, "300", "50"))));
        return List.of(
                person(BOSS, Role.MANAGER, Role.ADMIN),
                person(AGENT, Role.AGENT),
                new Assignment(Item.KIND, AUTHORITY, authority, "set", BOSS));
    }

    static List<Shared> records() {
        return List.of(
                new Shared(Person.KIND, BOSS, null),
                new Shared(Person.KIND, AGENT, null),
                new Shared(Item.KIND, AUTHORITY, null));
    }

    private Assignment person(UUID id, Role... roles) {
        var names = List.of(roles).stream().map(Role::name).toList();
        return new Assignment(
                Person.KIND, id, made(Person.KIND, Map.of("roles", names, "active", true)), "added", BOSS);
    }

    private Map<String, @Nullable Object> made(Kind<?> kind, Map<String, Object> values) {
        var made = new LinkedHashMap<>(row.apply(kind));
        made.putAll(values);
        return made;
    }

    /// The same, done by somebody who may do it, or may not.
    Assignment signed(Assignment work) {
        return switch (random.nextInt(12)) {
            case 0 -> work.as("decided", AGENT);
            case 1 -> work.as("decided", STRANGER);
            case 2 -> work.as("no_such_act", BOSS);
            default -> work.as("decided", BOSS);
        };
    }

    /// What an agent does about a remedy, as far as this desk knows within the limit; some desks do not look.
    Optional<Assignment> limitedAct(SimulatedDesk desk) {
        if (!desk.kinds().contains(Remedy.KIND)) {
            return Optional.empty(); // an older version knows no such form
        }
        var caseId = caseOf(desk.team, random.nextInt(CASES_OF_A_TEAM));
        var remedies = remedies(desk, caseId);
        var allowed = remedies.entrySet().stream()
                .filter(remedy -> remedy.getValue().get("state").equals(RemedyState.ALLOWED.name()))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
        if (!allowed.isEmpty() && random.nextBoolean()) {
            var remedy = allowed.get(random.nextInt(allowed.size()));
            return Optional.of(random.nextInt(3) == 0 ? dropped(remedy) : carriedOut(remedy));
        }
        var amount = 1_00 + random.nextLong(LIMIT / 2);
        var looks = random.nextInt(4) != 0;
        return looks && granted(remedies) + amount > LIMIT ? Optional.empty() : Optional.of(granting(caseId, amount));
    }

    private static UUID caseOf(String team, int number) {
        return new UUID(7, Lab.TEAMS.indexOf(team) * 100L + number);
    }

    private Assignment granting(UUID caseId, long amount) {
        var id = new UUID(random.nextLong(), random.nextLong());
        var values = made(Remedy.KIND, Map.of(
                "case_id", caseId, "type", "REFUND", "amount_minor", amount, "currency", "CNY",
                "state", RemedyState.ALLOWED));
        return new Assignment(Remedy.KIND, id, values, "proposed", AGENT);
    }

    private static Assignment carriedOut(UUID remedy) {
        return new Assignment(Remedy.KIND, remedy, Map.of("state", RemedyState.DONE), "carried_out", AGENT);
    }

    private static Assignment dropped(UUID remedy) {
        return new Assignment(Remedy.KIND, remedy, Map.of("state", RemedyState.DROPPED), "dropped", AGENT);
    }

    /// The remedies of a case as a desk shows them.
    private static Map<UUID, Map<String, String>> remedies(SimulatedDesk desk, UUID caseId) {
        var remedies = new HashMap<UUID, Map<String, String>>();
        desk.idsOf(Remedy.KIND, "case_id", caseId).forEach(id -> remedies.put(id, desk.row(Remedy.KIND, id)));
        return remedies;
    }

    private static long granted(Map<UUID, Map<String, String>> remedies) {
        return remedies.values().stream()
                .filter(remedy -> List.of("ALLOWED", "DONE").contains(remedy.get("state")))
                .mapToLong(remedy -> Long.parseLong(remedy.get("amount_minor")))
                .sum();
    }

    /// What was granted in each case of a team in the end, of the remedies that the hub knows.
    static List<Long> granted(SimulatedDesk desk, Set<UUID> onHub) {
        return IntStream.range(0, CASES_OF_A_TEAM)
                .mapToObj(number -> remedies(desk, caseOf(desk.team, number)))
                .map(remedies -> {
                    remedies.keySet().retainAll(onHub);
                    return granted(remedies);
                })
                .toList();
    }
}
