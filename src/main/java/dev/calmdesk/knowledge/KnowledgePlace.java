package dev.calmdesk.knowledge;

import dev.calmdesk.base.Place;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Where articles are read.
///
/// @param articleId the article that is open; null for none
public record KnowledgePlace(@Nullable UUID articleId) implements Place {}
