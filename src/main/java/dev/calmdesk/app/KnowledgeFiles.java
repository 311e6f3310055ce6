package dev.calmdesk.app;

import dev.calmdesk.cases.Category;
import dev.calmdesk.knowledge.exchange.Exports;
import dev.calmdesk.knowledge.exchange.Imports;
import dev.calmdesk.knowledge.site.Publishing;

/// The ways of articles into a store and out of it.
public record KnowledgeFiles(Imports imports, Exports exports, Publishing publishing) {

    public static KnowledgeFiles of(Workspace workspace) {
        var articles = workspace.articles();
        return new KnowledgeFiles(
                new Imports(workspace.database(), articles, workspace.pictures(), workspace.clock()),
                new Exports(articles, workspace.pictures()),
                new Publishing(
                        articles, workspace.pictures(), workspace.workplace(),
                        (code, language) -> Category.find(workspace.workplace(), code)
                                .map(category -> category.name().in(language)),
                        workspace.clock(), workspace.zone()));
    }
}
