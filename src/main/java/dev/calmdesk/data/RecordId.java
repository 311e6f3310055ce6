package dev.calmdesk.data;

import java.util.UUID;

/// Names one shared record. The id alone is not enough: a case and the records of its steps share theirs.
///
/// @param kind name of the kind
public record RecordId(String kind, UUID id) {}
