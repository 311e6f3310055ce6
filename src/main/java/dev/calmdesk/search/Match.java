package dev.calmdesk.search;

import java.util.UUID;

/// One thing found.
///
/// @param score comparable within one answer only
public record Match(UUID id, double score) {}
