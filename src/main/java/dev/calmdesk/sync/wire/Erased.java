package dev.calmdesk.sync.wire;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.calmdesk.data.Json;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What an entry says that erases a customer: it names itself what goes, so that a hub or a desk of another version
/// erases the same.
///
/// @param records the customer, and what else is about the customer: cases, contacts
/// @param personal fields by kind; of a kind that is not named every text goes that is neither an id nor a code
public record Erased(UUID customer, Set<UUID> records, Map<String, Set<String>> personal) {

    /// The kind and the act of such an entry.
    public static final String KIND = "erasure";

    public static final String ACT = "erased";

    /// Entries that say that and by whom it was carried out; they stay.
    private static final Set<String> KEPT = Set.of(KIND, "erasure_done");

    /// What stands in the place of a text; not empty, so that it can be shown and read everywhere.
    public static final String GONE = "—";

    private static final Pattern ID_OR_CODE = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|[A-Z][A-Z0-9_]*");

    private static final String NOTHING = "[]";
    private static final TypeReference<List<UUID>> IDS = new TypeReference<>() {};
    private static final TypeReference<Map<String, Set<String>>> FIELDS = new TypeReference<>() {};

    /// In an order that is the same in every process: what is written and done of it must not depend on chance.
    public Erased {
        records = Collections.unmodifiableSet(new TreeSet<>(records));
        var inOrder = new TreeMap<String, Set<String>>();
        personal.forEach((kind, fields) -> inOrder.put(kind, Collections.unmodifiableSet(new TreeSet<>(fields))));
        personal = Collections.unmodifiableMap(inOrder);
    }

    /// @return empty if the entry erases nothing, or does not say what
    public static Optional<Erased> in(String kind, String act, Map<String, List<@Nullable Object>> changes) {
        if (!kind.equals(KIND) || !act.equals(ACT)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Erased(
                    UUID.fromString(to(changes, "customer_id")),
                    new HashSet<>(Json.read(to(changes, "records"), IDS)),
                    Json.read(to(changes, "personal"), FIELDS)));
        } catch (IllegalArgumentException | NullPointerException e) {
            return Optional.empty();
        }
    }

    private static String to(Map<String, List<@Nullable Object>> changes, String field) {
        return String.valueOf(changes.getOrDefault(field, Arrays.asList(null, null)).get(1));
    }

    /// Whether entries of a kind are emptied and refused at all.
    public static boolean concerns(String kind) {
        return !KEPT.contains(kind);
    }

    /// The customer whom an entry names, as a contact or a case does.
    public static Optional<UUID> customerIn(Map<String, List<@Nullable Object>> changes) {
        try {
            return changes.containsKey("customer_id")
                    ? Optional.of(UUID.fromString(to(changes, "customer_id")))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /// The changes of an entry without what is personal; fields, codes, figures and times stay.
    public Map<String, List<@Nullable Object>> emptied(String kind, Map<String, List<@Nullable Object>> changes) {
        return changes.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        change -> Arrays.asList(
                                gone(kind, change.getKey(), change.getValue().get(0)),
                                gone(kind, change.getKey(), change.getValue().get(1))),
                        (one, other) -> one,
                        LinkedHashMap::new));
    }

    /// Whether a value is what stands where something personal was.
    public static boolean isGone(@Nullable Object value) {
        return GONE.equals(value) || NOTHING.equals(value);
    }

    private @Nullable Object gone(String kind, String field, @Nullable Object value) {
        if (!(value instanceof String text)) {
            return value;
        }
        var fields = personal.get(kind);
        var goes = fields == null ? !ID_OR_CODE.matcher(text).matches() : fields.contains(field);
        return !goes ? text : text.startsWith("[") ? NOTHING : GONE;
    }
}
