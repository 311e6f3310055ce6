package dev.calmdesk.privacy;

import dev.calmdesk.data.Kind;
import dev.calmdesk.sync.wire.Erased;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// That everything personal about a customer was erased, by whom (the journal) and why.
///
/// @param records ids of the customer, the cases and the contacts
/// @param personal the fields that went, by kind, as JSON
public record Erasure(
        UUID id, UUID customerId, String reason, List<String> records, String personal, Instant erasedAt) {

    public static final Kind<Erasure> KIND = Kind.about("customer_id", Erased.KIND, "erasure", Erasure.class);
}
