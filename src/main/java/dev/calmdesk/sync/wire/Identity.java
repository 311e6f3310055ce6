package dev.calmdesk.sync.wire;

import java.util.UUID;

/// Which hub this is, and which life of it.
///
/// @param epoch changes when the hub was restored from a backup
public record Identity(UUID hub, UUID epoch) {}
