package dev.calmdesk.home;

import dev.calmdesk.knowledge.ArticleKind;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// A bulletin or an article that is new to people.
///
/// @param bulletin code, if it is a bulletin
/// @param article what there is to read
/// @param kind of the article; empty for a bulletin
/// @param text the words of a bulletin; empty for an article
/// @param owner name of whoever answers for the article; empty if nobody is named
public record NewsItem(
        Optional<String> bulletin,
        Optional<UUID> article,
        Optional<ArticleKind> kind,
        String title,
        String text,
        String owner,
        Instant at,
        boolean unread) {}
