package dev.calmdesk.sync.wire;

import org.jspecify.annotations.Nullable;

/// How a refusal stands on the wire.
///
/// @param code stable, such as `gap`
/// @param expected where the next push has to begin; null for other codes
public record Fault(String code, @Nullable Long expected) {}
