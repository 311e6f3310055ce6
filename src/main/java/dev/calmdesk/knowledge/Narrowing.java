package dev.calmdesk.knowledge;

import java.util.Optional;
import java.util.Set;

/// Among which articles is searched. Empty sets and absent values do not narrow.
///
/// @param products skus, of which an article must name one
/// @param categories category codes, of which an article must have one; a top category stands for its children
/// @param audience `PUBLIC` for what a customer may see
public record Narrowing(
        Set<ArticleKind> kinds,
        Set<String> products,
        Set<String> categories,
        Optional<Audience> audience,
        Optional<Validity> validity) {

    /// Among all.
    public static final Narrowing NONE =
            new Narrowing(Set.of(), Set.of(), Set.of(), Optional.empty(), Optional.empty());

    public Narrowing {
        kinds = Set.copyOf(kinds);
        products = Set.copyOf(products);
        categories = Set.copyOf(categories);
    }

    public Narrowing to(Set<ArticleKind> newKinds) {
        return new Narrowing(newKinds, products, categories, audience, validity);
    }

    public Narrowing about(Set<String> newProducts, Set<String> newCategories) {
        return new Narrowing(kinds, newProducts, newCategories, audience, validity);
    }

    public Narrowing forAudience(Optional<Audience> newAudience) {
        return new Narrowing(kinds, products, categories, newAudience, validity);
    }

    public Narrowing being(Optional<Validity> newValidity) {
        return new Narrowing(kinds, products, categories, audience, newValidity);
    }
}
