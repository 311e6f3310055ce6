package dev.calmdesk.sync;

import dev.calmdesk.data.Entry;
import dev.calmdesk.data.Tx;
import java.util.List;
import java.util.Set;

/// Where the decisions of a long journal are: they are few, and asked for often.
final class Decisions {

    private static final Set<String> ACTS = Set.of(Dispute.DECIDED, Dispute.TAKEN_BACK);

    private Decisions() {}

    /// @param entries of one record
    static void remember(Tx tx, List<Entry> entries) {
        for (var entry : entries) {
            if (ACTS.contains(entry.act())) {
                tx.handle().execute(
                        "merge into conflict_decision (entry, at) values (?, ?)", entry.id(), entry.at().toEpochMilli());
                tx.touched(Replica.CONFLICT);
            }
        }
    }
}
