package dev.calmdesk.knowledge;

import dev.calmdesk.base.Place;

/// Where knowledge is looked after: reports, drafts, reviews, figures.
public record KnowledgeCarePlace() implements Place {}
