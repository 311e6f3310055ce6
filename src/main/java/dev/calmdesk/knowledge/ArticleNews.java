package dev.calmdesk.knowledge;

/// An article that is new or was changed, as one person sees it.
///
/// @param unread the person has not opened it since it was changed
public record ArticleNews(Article article, boolean unread) {}
