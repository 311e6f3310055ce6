package dev.calmdesk.hub;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.calmdesk.app.Kinds;
import dev.calmdesk.base.Ids;
import dev.calmdesk.data.Database;
import dev.calmdesk.data.Json;
import dev.calmdesk.data.Kind;
import dev.calmdesk.support.Postgres;
import dev.calmdesk.support.RandomRow;
import dev.calmdesk.sync.Link;
import dev.calmdesk.sync.Replica;
import dev.calmdesk.sync.wire.Admission;
import dev.calmdesk.sync.wire.Push;
import dev.calmdesk.sync.wire.WireEntry;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// Pushes that are almost right: whatever a seed makes of them, the hub never fails, and whatever it stored every desk can
/// take in. More of them: `-Dcalmdesk.fuzz=100000`; another beginning: `-Dcalmdesk.fuzz.seed=…`.
class HubFuzzTest {

    private static final int TRIES = Integer.getInteger("calmdesk.fuzz", 300);
    private static final long SEED = Long.getLong("calmdesk.fuzz.seed", 20261122L);
    private static final String TEAM = "team-T1";
    private static final int A_PAGE = 100;

    private static final List<JsonNode> ODD = List.of(
            JsonNodeFactory.instance.nullNode(),
            JsonNodeFactory.instance.booleanNode(true),
            JsonNodeFactory.instance.numberNode(-1),
            JsonNodeFactory.instance.numberNode(Long.MAX_VALUE),
            JsonNodeFactory.instance.numberNode(1.5e300),
            JsonNodeFactory.instance.numberNode(new java.math.BigInteger("9".repeat(40))),
            JsonNodeFactory.instance.textNode(""),
            JsonNodeFactory.instance.textNode("\0"),
            JsonNodeFactory.instance.textNode("\ud83d"),
            JsonNodeFactory.instance.textNode("'; drop table entry; --"),
            JsonNodeFactory.instance.textNode("x".repeat(30_000)),
            JsonNodeFactory.instance.textNode("company"),
            JsonNodeFactory.instance.textNode(TEAM),
            JsonNodeFactory.instance.textNode("person"),
            JsonNodeFactory.instance.textNode("id"),
            JsonNodeFactory.instance.textNode(new UUID(0, 1).toString()),
            JsonNodeFactory.instance.arrayNode(),
            JsonNodeFactory.instance.objectNode());

    private final Random random = new Random(SEED);
    private final HubDatabase database = HubDatabase.open(Postgres.emptyDatabase());
    private final Enrolment enrolment = new Enrolment(database, Clock.systemUTC());
    private final Feed feed = new Feed(database, new EntryRules(Kinds.ALL, Kinds.OF_THE_COMPANY));
    private final RandomRow rows = new RandomRow(SEED);
    private UUID desk = UUID.randomUUID();
    private Admission admission = enrolment.redeem(enrolment.offer(TEAM), desk).orElseThrow();

    @Test
    void nothingMakesTheHubFailOrADeskStumble() throws IOException, InterruptedException {
        try (var server = new HubServer(feed, enrolment, "127.0.0.1", 0);
                var http = HttpClient.newHttpClient();
                var reader = Database.inMemory(Clock.systemUTC(), Ids.timeOrdered(Clock.systemUTC()))) {
            var address = URI.create("http://127.0.0.1:" + server.start() + "/v1/push");
            var replica = enrolled(reader);
            for (var n = 0; n < TRIES; n++) {
                var body = mutated(Json.write(push(reader)));
                var answer = http.send(
                        HttpRequest.newBuilder(address)
                                .header("Authorization", "Bearer " + admission.token())
                                .POST(BodyPublishers.ofByteArray(body))
                                .build(),
                        BodyHandlers.ofString());
                assertThat(answer.statusCode())
                        .as("try %d of seed %d: %s", n, SEED, new String(body, StandardCharsets.UTF_8))
                        .isIn(200, 400, 403, 409, 413);
                if (n % A_PAGE == A_PAGE - 1) {
                    takeAll(replica, reader.desk().id());
                    anotherDesk(); // before this one is told to slow down
                }
            }
            takeAll(replica, reader.desk().id());
            assertThat(reader.<Long>read(handle -> handle.createQuery("select count(*) from journal")
                            .mapTo(Long.class)
                            .one()))
                    .as("something was taken at all")
                    .isPositive();
        }
    }

    private void anotherDesk() {
        desk = UUID.randomUUID();
        admission = enrolment.redeem(enrolment.offer(TEAM), desk).orElseThrow();
    }

    private Replica enrolled(Database reader) {
        var id = reader.desk().id();
        var let = enrolment.redeem(enrolment.offer(TEAM), id).orElseThrow();
        var replica = new Replica(reader, Kinds.ALL, Kinds.OF_THE_COMPANY);
        replica.enrol(new Link(let.hub(), let.epoch(), "", let.token(), TEAM, Instant.EPOCH, 0), let.code());
        return replica;
    }

    private void takeAll(Replica replica, UUID reader) {
        for (var scope : List.of("company", TEAM)) {
            var page = feed.pull(reader, scope, admission.epoch(), replica.cursor(scope));
            while (!page.entries().isEmpty()) {
                replica.take(page);
                page = feed.pull(reader, scope, admission.epoch(), replica.cursor(scope));
            }
        }
    }

    /// A push that would be taken: the hub knows nobody, or a person of a random push wrote it.
    private Push push(Database columns) {
        var from = database.<Long>read(handle -> handle.createQuery("select last_seq from desk where id = :id")
                        .bind("id", desk)
                        .mapTo(Long.class)
                        .one())
                + 1;
        var entries = new ArrayList<WireEntry>();
        for (var seq = from; seq <= from + random.nextInt(3); seq++) {
            entries.add(entry(columns, Kinds.ALL.get(random.nextInt(Kinds.ALL.size())), seq));
        }
        return new Push(admission.epoch(), from, entries);
    }

    private WireEntry entry(Database columns, Kind<?> kind, long seq) {
        var changes = new java.util.HashMap<String, List<Object>>();
        columns.read(handle -> rows.values(handle, kind)).forEach((field, value) ->
                changes.put(field, java.util.Arrays.asList(null, kind.field(field).plain(value))));
        var scope = Kinds.OF_THE_COMPANY.contains(kind.name()) ? "company" : TEAM;
        return new WireEntry(
                UUID.randomUUID(), scope, kind.name(), 1, new UUID(9, random.nextInt(200)), null, "decided",
                new UUID(9, random.nextInt(200)), desk, seq, 0, null, changes);
    }

    private byte[] mutated(String json) {
        var tree = Json.read(json, JsonNode.class);
        for (var times = random.nextInt(3); times > 0; times--) {
            mutate(tree);
        }
        var bytes = tree.toString().getBytes(StandardCharsets.UTF_8);
        if (random.nextInt(5) == 0) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return random.nextInt(20) == 0 ? java.util.Arrays.copyOf(bytes, random.nextInt(bytes.length)) : bytes;
    }

    /// Changes something at a random place.
    private void mutate(JsonNode node) {
        if (node instanceof ObjectNode object && !object.isEmpty()) {
            var name = name(object);
            if (random.nextInt(3) > 0 && object.get(name).isContainerNode()) {
                mutate(object.get(name));
            } else {
                switch (random.nextInt(4)) {
                    case 0 -> object.remove(name);
                    case 1 -> object.set(String.valueOf(ODD.get(random.nextInt(ODD.size())).asText()), object.get(name));
                    default -> object.set(name, odd());
                }
            }
        } else if (node instanceof ArrayNode array && !array.isEmpty()) {
            var at = random.nextInt(array.size());
            if (random.nextInt(4) > 0 && array.get(at).isContainerNode()) {
                mutate(array.get(at));
            } else if (random.nextInt(4) == 0) {
                array.add(array.get(at).deepCopy());
            } else {
                array.set(at, odd());
            }
        }
    }

    private JsonNode odd() {
        return ODD.get(random.nextInt(ODD.size())).deepCopy();
    }

    private String name(ObjectNode object) {
        Iterator<String> names = object.fieldNames();
        for (var skip = random.nextInt(object.size()); skip > 0; skip--) {
            names.next();
        }
        return names.next();
    }
}
