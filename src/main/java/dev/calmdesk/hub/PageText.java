package dev.calmdesk.hub;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.calmdesk.sync.wire.Chain;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A [dev.calmdesk.sync.wire.Page] whose entries stand as they were written down.
record PageText(String scope, long after, @Nullable Chain chain, List<EntryText> entries, long head) {

    /// Characters that go to everybody who listens, whether they need them or not.
    private static final int SHORT = 1 << 16;

    boolean isShort() {
        return entries.stream().mapToInt(entry -> entry.json().length()).sum() <= SHORT;
    }

    record EntryText(@JsonValue @JsonRawValue String json) {}
}
