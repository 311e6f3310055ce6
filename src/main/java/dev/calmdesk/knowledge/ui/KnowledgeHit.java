package dev.calmdesk.knowledge.ui;

import dev.calmdesk.cases.CaseIndex;
import dev.calmdesk.knowledge.Search;
import java.util.UUID;

/// One line of what was found.
sealed interface KnowledgeHit {

    UUID id();

    /// Something written to be read.
    record OfArticle(Search.Hit hit) implements KnowledgeHit {

        @Override
        public UUID id() {
            return hit.articleId();
        }
    }

    /// How a like matter was closed.
    record OfCase(CaseIndex.Hit hit) implements KnowledgeHit {

        @Override
        public UUID id() {
            return hit.words().id();
        }
    }
}
