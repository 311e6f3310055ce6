package dev.calmdesk.knowledge.ui;

import dev.calmdesk.base.Changes;
import dev.calmdesk.knowledge.ArticleVersion;
import dev.calmdesk.knowledge.Articles;
import dev.calmdesk.knowledge.Writings;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/// What the editor asks.
///
/// @param versions of an article, the newest first
/// @param names of people
/// @param at times as people say them
/// @param pictures the file that a reference to a picture means; empty if it is not here
public record EditorServices(
        Articles articles,
        Writings writings,
        Function<UUID, List<ArticleVersion>> versions,
        Function<UUID, String> names,
        Function<Instant, String> at,
        Function<String, Optional<Path>> pictures,
        Changes changes) {}
