package dev.calmdesk.cases;

import dev.calmdesk.data.Kind;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A request that somebody else take a case over. Until it is accepted the owner stays responsible.
///
/// @param toPerson null when any member of the team may accept
/// @param toTeam code of the receiving team
/// @param reason code of topic `transfer-reason`
/// @param answeredBy who accepted or declined
public record Transfer(
        UUID id,
        UUID caseId,
        UUID fromPerson,
        @Nullable UUID toPerson,
        String toTeam,
        String reason,
        String note,
        TransferState state,
        Instant askedAt,
        @Nullable UUID answeredBy,
        @Nullable Instant answeredAt,
        @Nullable String answer) {

    public static final Kind<Transfer> KIND = Kind.about("case_id", "transfer", "transfer", Transfer.class)
            .withAutomatic("answered_at");
}
