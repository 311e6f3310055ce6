package dev.calmdesk.clock;

import dev.calmdesk.data.Tx;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/// Placeholder until the feature lands.
public final class Clocks {
    public void start(Tx tx, UUID author, UUID subject, String limitCode, String channel, String priority) {}

    public void meet(Tx tx, UUID author, UUID subject, String limitCode) {}

    public void voidAll(Tx tx, UUID author, UUID subject, String reason) {}

    public List<Clock> open(Handle handle, UUID subject) {
        return List.of();
    }
}
