package dev.calmdesk.sync.ui;

import dev.calmdesk.sync.Decision;

/// A decision in words.
///
/// @param what fields and their values
/// @param who author and time
record DecisionItem(Decision decision, String title, String what, String who) {}
