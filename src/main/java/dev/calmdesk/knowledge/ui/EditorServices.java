package dev.calmdesk.knowledge.ui;

import dev.calmdesk.base.Changes;
import dev.calmdesk.knowledge.ArticleVersion;
import dev.calmdesk.knowledge.Articles;
import dev.calmdesk.knowledge.Writings;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/// What the editor asks.
///
/// @param versions of an article, the newest first
/// @param names of people
/// @param at times as people say them
public record EditorServices(
        Articles articles,
        Writings writings,
        Function<UUID, List<ArticleVersion>> versions,
        Function<UUID, String> names,
        Function<Instant, String> at,
        Changes changes) {}
