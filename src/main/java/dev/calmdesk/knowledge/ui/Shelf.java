package dev.calmdesk.knowledge.ui;

import dev.calmdesk.knowledge.ArticleKind;
import java.util.Optional;
import java.util.Set;

/// What is looked through.
///
/// @param kind only articles of this kind
/// @param cases whether closed cases are shown, too
record Shelf(Optional<ArticleKind> kind, boolean articles, boolean cases) {

    static final Shelf ALL = new Shelf(Optional.empty(), true, true);
    static final Shelf CASES = new Shelf(Optional.empty(), false, true);

    static Shelf of(ArticleKind kind) {
        return new Shelf(Optional.of(kind), true, false);
    }

    Set<ArticleKind> kinds() {
        return kind.map(Set::of).orElse(Set.of());
    }
}
