package dev.calmdesk.knowledge.ui;

import dev.calmdesk.base.Changes;
import dev.calmdesk.knowledge.Acknowledgements;
import dev.calmdesk.knowledge.Articles;
import dev.calmdesk.people.People;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Function;

/// What is asked about an article that is being read.
///
/// @param at times as people say them
public record ArticleFootServices(
        Articles articles,
        Acknowledgements acknowledgements,
        People people,
        Function<Instant, String> at,
        InstantSource clock,
        Changes changes) {}
