package dev.calmdesk.knowledge;

/// The six shelves of the knowledge base (service standard §8).
public enum ArticleKind {
    /// Ingredients, effect, use, cautions.
    PRODUCT,
    FAQ,
    /// Returns, warranty, authority: what we do and why.
    POLICY,
    PROMOTION,
    COMPANY,
    INDUSTRY
}
