package dev.calmdesk.knowledge;

/// What can be wrong with an article.
public enum ArticleFlaw {
    WRONG,
    OUTDATED,
    /// Something that customers ask is not in it.
    MISSING,
    UNCLEAR
}
