package dev.calmdesk.knowledge;

/// What was done about a report.
public enum ReportOutcome {
    CHANGED,
    /// An article that was missing is there now.
    WRITTEN,
    NOTHING_TO_CHANGE,
    ARCHIVED
}
