package dev.calmdesk.workplace;

import dev.calmdesk.data.Database;
import dev.calmdesk.data.Json;
import dev.calmdesk.data.Tx;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Reads and changes workplace data. Bodies are parsed once and kept until a row of theirs changes. Thread-safe.
public final class Workplace {

    private static final Logger LOG = LoggerFactory.getLogger(Workplace.class);

    private final Database database;
    private final Map<Topic<?>, List<?>> parsed = new ConcurrentHashMap<>();

    /// Names a topic and the shape of its bodies.
    public record Topic<T>(String name, Class<T> type) {}

    public Workplace(Database database) {
        this.database = database;
        database.changes().on(java.util.Set.of(Item.KIND.name()), parsed::clear);
    }

    /// All bodies of a topic in their order. Blocks on the disk at the first call.
    @SuppressWarnings("unchecked")
    public <T> List<T> all(Topic<T> topic) {
        return (List<T>) parsed.computeIfAbsent(topic, this::load);
    }

    private List<?> load(Topic<?> topic) {
        return database.read(handle -> handle.createQuery(
                        "select body from workplace_item where topic = :topic order by position, code")
                .bind("topic", topic.name())
                .mapTo(String.class)
                .map(body -> read(topic, body))
                .stream()
                .flatMap(Optional::stream)
                .toList());
    }

    /// A newer version may have written what this one cannot read; the rest of the topic holds.
    private static <T> Optional<T> read(Topic<T> topic, String body) {
        try {
            return Optional.of(Json.read(body, topic.type()));
        } catch (IllegalArgumentException e) {
            LOG.warn("An item of {} cannot be read here and is left out: {}", topic.name(), e.getMessage());
            return Optional.empty();
        }
    }

    /// Adds or replaces one item; what is the same already is not written.
    public void put(Tx tx, UUID author, String topic, String code, int position, Object body) {
        var known = tx.handle()
                .createQuery("select id from workplace_item where topic = :topic and code = :code")
                .bind("topic", topic)
                .bind("code", code)
                .mapTo(UUID.class)
                .findOne();
        tx.write(Item.KIND, known.orElseGet(() -> idOf(topic, code)))
                .set("topic", topic)
                .set("code", code)
                .set("position", position)
                .set("body", body instanceof String json ? json : Json.write(body))
                .asWhenChanged("set", author);
    }

    /// The same on every desk, so that two desks that import one pack make one row.
    private static UUID idOf(String topic, String code) {
        return UUID.nameUUIDFromBytes((topic + "/" + code).getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    public <T> Optional<T> first(Topic<T> topic, java.util.function.Predicate<T> wanted) {
        return all(topic).stream().filter(wanted).findFirst();
    }
}
