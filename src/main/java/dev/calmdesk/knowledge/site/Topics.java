package dev.calmdesk.knowledge.site;

import java.util.Locale;
import java.util.Optional;

/// How a company calls the categories of its articles.
@FunctionalInterface
public interface Topics {

    /// @param category code of a category, such as `food-safety`
    Optional<String> name(String category, Locale language);
}
