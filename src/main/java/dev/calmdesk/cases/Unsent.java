package dev.calmdesk.cases;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.calmdesk.data.Database;
import dev.calmdesk.data.Json;
import dev.calmdesk.people.Actor;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;

/// What people typed on the pages of cases and have not sent: half a note, the reason of an offer. It stays on this desk
/// and waits until they come back to the case.
public final class Unsent {

    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

    private final Database database;
    private final InstantSource clock;

    public Unsent(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /// @return words by field; empty if nothing waits
    public Map<String, String> read(Actor by, UUID caseId) {
        return database.read(handle -> handle.attach(CaseStore.class).unsent(by.id(), caseId))
                .map(fields -> Json.read(fields, TEXTS))
                .orElse(Map.of());
    }

    /// Keeps what stands there now; nothing but empty fields keeps nothing.
    ///
    /// @return when it was saved
    public Instant save(Actor by, UUID caseId, Map<String, String> fields) {
        var now = clock.instant();
        database.writeDo(tx -> {
            var store = tx.store(CaseStore.class);
            if (fields.values().stream().allMatch(String::isBlank)) {
                store.forgetUnsent(by.id(), caseId);
            } else {
                store.keepUnsent(by.id(), caseId, Json.write(fields), now);
            }
        });
        return now;
    }
}
