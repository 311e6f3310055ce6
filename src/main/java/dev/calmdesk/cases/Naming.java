package dev.calmdesk.cases;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Says what a code stands for in the user's language: a category, a department, a product.
@FunctionalInterface
public interface Naming {

    /// A value that is to be said.
    ///
    /// @param code the value as text
    /// @param row what the record held at that moment
    record Value(String kind, String field, String code, Map<String, @Nullable Object> row) {

        /// Such as `remedy.type`.
        public String path() {
            return kind + "." + field;
        }
    }

    /// @return empty if the value speaks for itself or somebody else knows it
    Optional<String> name(Value value);
}
