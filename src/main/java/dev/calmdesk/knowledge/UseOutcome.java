package dev.calmdesk.knowledge;

/// Whether an article served when it was opened for a customer.
public enum UseOutcome {
    USED,
    NOT_HELPFUL
}
