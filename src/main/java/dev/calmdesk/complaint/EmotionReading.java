package dev.calmdesk.complaint;

import dev.calmdesk.data.Kind;
import java.time.Instant;
import java.util.UUID;

/// How the customer felt at one moment; readings are added, never changed.
///
/// @param level 1 calm … 5 furious
public record EmotionReading(UUID id, UUID caseId, int level, Instant at) {

    public static final Kind<EmotionReading> KIND =
            Kind.about("case_id", "emotion", "emotion_reading", EmotionReading.class);
}
