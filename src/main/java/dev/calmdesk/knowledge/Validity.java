package dev.calmdesk.knowledge;

/// Whether what an article says holds on a day.
public enum Validity {
    VALID,
    /// Its last day has passed. It is still found, marked, so that “does this still hold?” has an answer.
    EXPIRED,
    NOT_YET
}
