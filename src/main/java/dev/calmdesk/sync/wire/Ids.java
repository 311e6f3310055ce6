package dev.calmdesk.sync.wire;

import java.util.List;
import java.util.UUID;

/// Asks which of some entries the hub has.
public record Ids(List<UUID> ids) {

    /// Most ids of one question.
    public static final int MOST = 500;

    public Ids {
        ids = List.copyOf(ids);
    }
}
