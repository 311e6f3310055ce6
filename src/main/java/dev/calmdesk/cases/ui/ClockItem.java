package dev.calmdesk.cases.ui;

import dev.calmdesk.cases.Deadline;

/// A time limit at work on a case.
///
/// @param due as people say it
record ClockItem(String name, Deadline deadline, String due) {}
