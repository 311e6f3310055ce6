package dev.calmdesk.sync;

import dev.calmdesk.data.Entry;

/// What somebody decided between versions.
///
/// @param over what it chose between
/// @param canBeTakenBack whether it still is the newest word on all its fields
public record Decision(Entry entry, Conflict over, boolean canBeTakenBack) {}
