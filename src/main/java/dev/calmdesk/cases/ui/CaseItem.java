package dev.calmdesk.cases.ui;

import dev.calmdesk.cases.CaseRow;

/// A line of the case list. What changes with the time, the clock, is worked out where it is drawn.
///
/// @param customer how the customer is addressed
/// @param subject category and first words
record CaseItem(CaseRow row, String customer, String subject, String severity, String step) {}
