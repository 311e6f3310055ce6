package dev.calmdesk.knowledge.ui;

import dev.calmdesk.fx.Dialogs;
import dev.calmdesk.fx.Pasteboard;
import dev.calmdesk.knowledge.Article;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;

/// What one can do with an article's answer, from the list or while reading it.
///
/// @param wording fills what is known into an answer's placeholders
/// @param insertInto receives an article's code and answer for the record beside it; empty where there is no record
public record ArticleActs(
        KnowledgeViewModel model,
        Pasteboard pasteboard,
        Dialogs dialogs,
        UnaryOperator<String> wording,
        Optional<BiConsumer<String, String>> insertInto) {

    /// Puts the answer into the record; that counts as a use.
    void insert(Article article) {
        insertInto.ifPresent(record -> record.accept(article.code(), wording.apply(article.answer())));
        model.used(article.id());
        dialogs.notice("knowledge.article.inserted");
    }

    /// Copies the answer for the customer; that counts as a use.
    void copy(Article article) {
        pasteboard.put(wording.apply(article.answer()));
        model.used(article.id());
        dialogs.notice("knowledge.article.copied");
    }

    /// Tells those who own knowledge that nothing answers what was asked.
    void missing() {
        model.reportMissing(() -> dialogs.notice("knowledge.article.reported"));
    }

    void didNotHelp(UUID article) {
        model.didNotHelp(article, () -> dialogs.notice("knowledge.article.thanks"));
    }
}
