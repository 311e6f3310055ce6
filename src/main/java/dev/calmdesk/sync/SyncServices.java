package dev.calmdesk.sync;

import dev.calmdesk.base.Changes;

/// What a window asks about the hub and about what comes of working with others.
///
/// @param changes of the store
public record SyncServices(
        Replica replica, SyncLoop loop, Joining joining, Conflicts conflicts, Quarantine quarantine, Changes changes) {}
