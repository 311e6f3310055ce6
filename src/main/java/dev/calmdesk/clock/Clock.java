package dev.calmdesk.clock;

import dev.calmdesk.data.Json;
import dev.calmdesk.data.Kind;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A time limit at work on one subject. When it warns and is due was settled when it started and does not follow later
/// changes of the limit.
///
/// @param subjectId a case, contact, promise …
/// @param metAt when what was due was done, in time or not
/// @param voidedAt when it lost its sense; a void clock counts for nothing
/// @param policy JSON of the [Policy] that held at the start
public record Clock(
        UUID id,
        UUID subjectId,
        String limitCode,
        Instant startedAt,
        Instant warnAt,
        Instant dueAt,
        @Nullable Instant metAt,
        @Nullable Instant voidedAt,
        @Nullable String voidReason,
        String policy) {

    public static final Kind<Clock> KIND = Kind.about("subject_id", "clock", "clock", Clock.class)
            .withAutomatic("warn_at", "due_at", "met_at", "voided_at", "void_reason", "policy");

    /// What a limit said when a clock started.
    ///
    /// @param duration ISO-8601
    /// @param calendar code of the calendar whose hours count; null if every hour does
    public record Policy(
            String duration,
            TimeLimit.Basis basis,
            double warnAt,
            @Nullable String channel,
            @Nullable String priority,
            @Nullable String calendar) {}

    public Policy settledPolicy() {
        return Json.read(policy, Policy.class);
    }

    public boolean isOpen() {
        return metAt == null && voidedAt == null;
    }
}
