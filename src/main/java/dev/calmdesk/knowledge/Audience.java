package dev.calmdesk.knowledge;

/// Who may read an article.
public enum Audience {
    /// Customers too, for instance as a self-service FAQ.
    PUBLIC,
    INTERNAL
}
