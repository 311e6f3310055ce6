package dev.calmdesk.complaint;

import dev.calmdesk.data.Kind;
import java.util.Arrays;
import java.util.List;

/// The five steps of a complaint and the records that each of them fills.
public enum ComplaintStep {
    SOOTHE("soothe", List.of(Soothing.KIND)),
    RECORD("record", List.of(Account.KIND)),
    CLASSIFY("classify", List.of(Assessment.KIND)),
    RESOLVE("resolve", List.of(Investigation.KIND, Decision.KIND)),
    FOLLOW_UP("follow_up", List.of(FollowUp.KIND));

    private final String code;
    private final List<Kind<?>> kinds;

    ComplaintStep(String code, List<Kind<?>> kinds) {
        this.code = code;
        this.kinds = kinds;
    }

    /// As in flows and in [dev.calmdesk.cases.Case#step].
    public String code() {
        return code;
    }

    /// All share the case's id.
    List<Kind<?>> kinds() {
        return kinds;
    }

    static List<Kind<?>> allKinds() {
        return Arrays.stream(values()).<Kind<?>>flatMap(step -> step.kinds().stream()).toList();
    }

    /// @throws java.util.NoSuchElementException if there is no such step
    public static ComplaintStep of(String code) {
        return Arrays.stream(values())
                .filter(step -> step.code.equals(code))
                .findFirst()
                .orElseThrow();
    }
}
