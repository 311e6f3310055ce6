package dev.calmdesk.sync.wire;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What the hub says of one entry; the same however often it is asked.
///
/// @param id of the entry
/// @param position its number in its scope; null if it was rejected
/// @param rejected the stable code of the reason; null if it was taken
public record Receipt(UUID id, @Nullable Long position, @Nullable String rejected) {}
