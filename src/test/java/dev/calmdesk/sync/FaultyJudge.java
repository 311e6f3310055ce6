package dev.calmdesk.sync;

import dev.calmdesk.complaint.Remedy;
import dev.calmdesk.hub.Feed;
import dev.calmdesk.hub.Judge;
import dev.calmdesk.sync.wire.WireEntry;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/// Takes a desk's word for what may be granted: two desks grant one thing twice.
record FaultyJudge(Judge judge) implements Judge {

    @Override
    public Map<Long, String> reject(Handle handle, Feed.Desk desk, List<WireEntry> fresh) {
        var reasons = new HashMap<>(judge.reject(handle, desk, fresh));
        fresh.stream()
                .filter(entry -> entry.kind().equals(Remedy.KIND.name()))
                .forEach(entry -> reasons.remove(entry.seq()));
        return reasons;
    }
}
