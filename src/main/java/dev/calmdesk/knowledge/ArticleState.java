package dev.calmdesk.knowledge;

/// How far an article has come. Only published articles are found by search.
public enum ArticleState {
    DRAFT,
    REVIEWED,
    PUBLISHED,
    ARCHIVED
}
