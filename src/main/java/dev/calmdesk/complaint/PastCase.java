package dev.calmdesk.complaint;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A closed complaint on which a suggestion rests.
public record PastCase(UUID id, String number, String title, @Nullable String sku, Instant closedAt) {}
