package dev.calmdesk.app.check;

import dev.calmdesk.complaint.Approval;
import dev.calmdesk.complaint.ApprovalState;
import dev.calmdesk.complaint.Remedy;
import dev.calmdesk.complaint.RemedyState;
import dev.calmdesk.data.Entry;
import dev.calmdesk.data.Journal;
import dev.calmdesk.data.Rows;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// No remedy is carried out that was not allowed, and nobody allowed more than they might; judged by the authority that
/// held at that moment, over all that was granted in the case before.
final class RemedyRules {

    private static final String COUPON = "COUPON";

    private final Handle handle;
    private final Past past;

    RemedyRules(Handle handle) {
        this.handle = handle;
        this.past = new Past(handle);
    }

    void judge(List<Finding> findings) {
        Rows.all(handle, Remedy.KIND).stream()
                .collect(Collectors.groupingBy(Remedy::caseId))
                .forEach((caseId, remedies) -> new Replay(caseId, findings).run());
        var requests = Rows.all(handle, Approval.KIND).stream()
                .filter(approval -> approval.state() == ApprovalState.ASKED)
                .collect(Collectors.groupingBy(Approval::remedyId));
        for (var remedy : Rows.all(handle, Remedy.KIND)) {
            var waits = remedy.state() == RemedyState.WAITING;
            if (waits != (requests.getOrDefault(remedy.id(), List.of()).size() == 1)) {
                findings.add(new Finding("remedy.request", remedy.caseId().toString(), remedy.id().toString()));
            }
        }
    }

    /// Goes through the history of one case and keeps what each remedy held.
    private final class Replay {
        private final UUID caseId;
        private final List<Finding> findings;
        private final Map<UUID, Map<String, @Nullable Object>> remedies = new HashMap<>();

        Replay(UUID caseId, List<Finding> findings) {
            this.caseId = caseId;
            this.findings = findings;
        }

        void run() {
            for (var entry : Journal.of(handle, caseId)) {
                if (entry.kind().equals(Remedy.KIND.name())) {
                    follow(entry);
                }
            }
        }

        private void follow(Entry entry) {
            var remedy = remedies.computeIfAbsent(entry.entity(), id -> new HashMap<>());
            var before = remedy.get("state");
            entry.changes().forEach((field, change) -> remedy.put(field, change.get(1)));
            var state = entry.to("state").map(Object::toString).orElse("");
            if (state.equals(RemedyState.DONE.name()) && !RemedyState.ALLOWED.name().equals(before)) {
                add("remedy.not_allowed", entry);
            }
            if (state.equals(RemedyState.ALLOWED.name()) && isBeyondAuthority(entry, remedy)) {
                add("remedy.authority", entry);
            }
        }

        /// Coupons count among all remedies, and besides have a limit of their own.
        private boolean isBeyondAuthority(Entry entry, Map<String, @Nullable Object> remedy) {
            var isCoupon = COUPON.equals(remedy.get("type"));
            return granted(each -> true) > limit(entry, remedy, "")
                    || (isCoupon && granted(each -> COUPON.equals(each.get("type"))) > limit(entry, remedy, COUPON));
        }

        private void add(String rule, Entry entry) {
            findings.add(new Finding(rule, caseId.toString(), entry.entity().toString()));
        }

        private long granted(Predicate<Map<String, @Nullable Object>> counted) {
            return remedies.values().stream()
                    .filter(counted)
                    .filter(remedy -> RemedyState.ALLOWED.name().equals(remedy.get("state"))
                            || RemedyState.DONE.name().equals(remedy.get("state")))
                    .mapToLong(remedy -> remedy.get("amount_minor") instanceof Number amount ? amount.longValue() : 0)
                    .sum();
        }

        private long limit(Entry entry, Map<String, @Nullable Object> remedy, String type) {
            return past.authority(entry.author(), type, String.valueOf(remedy.get("currency")), entry.at());
        }
    }
}
