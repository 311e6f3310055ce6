package dev.calmdesk.complaint;

import dev.calmdesk.data.Kind;
import dev.calmdesk.flow.Channel;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What happened, in the customer's words (second step). The id is the case's.
///
/// @param happenedAt as the customer says it, such as “昨晚七点半左右”
/// @param storage how the product was kept and whether it was opened
/// @param sampleKept whether the product or its packaging is still there
/// @param notKnown form fields the customer cannot tell, such as `account.batch`
/// @param readBackText what was read back to the customer
/// @param acknowledgement what the customer was told when the complaint was taken on
/// @param acknowledgedVia the channel it was told through
/// @param acknowledgedAt when the customer was told the number and what comes next
public record Account(
        UUID id,
        @Nullable String happenedAt,
        @Nullable String place,
        @Nullable String people,
        @Nullable String event,
        @Nullable String expectation,
        @Nullable String sku,
        @Nullable String batch,
        @Nullable String boughtFrom,
        @Nullable String boughtOn,
        @Nullable String orderNo,
        @Nullable String storage,
        @Nullable SampleKept sampleKept,
        @Nullable String contactBack,
        boolean consent,
        List<String> notKnown,
        @Nullable String readBackText,
        @Nullable ReadBack readBack,
        @Nullable Instant readBackAt,
        boolean acknowledged,
        @Nullable String acknowledgement,
        @Nullable Channel acknowledgedVia,
        @Nullable Instant acknowledgedAt,
        @Nullable Instant doneAt,
        @Nullable UUID doneBy) {

    public static final Kind<Account> KIND = Kind.of("account", "account", Account.class)
            .withAutomatic("read_back_at", "acknowledged_at", "done_at", "done_by");

    /// What the customer said when the record was read back.
    public enum ReadBack {
        CONFIRMED, CORRECTED
    }

    public enum SampleKept {
        YES, PACKAGING_ONLY, NO
    }
}
