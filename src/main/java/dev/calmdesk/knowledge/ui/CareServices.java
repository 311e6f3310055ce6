package dev.calmdesk.knowledge.ui;

import dev.calmdesk.base.Changes;
import dev.calmdesk.cases.When;
import dev.calmdesk.knowledge.ArticleTasks;
import dev.calmdesk.knowledge.Articles;
import dev.calmdesk.knowledge.KnowledgeFigures;
import dev.calmdesk.knowledge.Writings;

/// What looking after knowledge asks.
public record CareServices(
        Articles articles, ArticleTasks tasks, Writings writings, KnowledgeFigures figures, When when, Changes changes) {}
