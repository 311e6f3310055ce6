package dev.calmdesk.fx;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Lets the person choose files. Empty answers mean that they thought better of it.
public interface FileChoice {

    List<Path> open(String titleKey, Type... types);

    Optional<Path> save(String titleKey, String suggestedName, Type... types);

    Optional<Path> folder(String titleKey);

    /// A kind of file.
    ///
    /// @param endings without dot, such as `pdf`
    record Type(String nameKey, List<String> endings) {
        public static Type of(String nameKey, String... endings) {
            return new Type(nameKey, List.of(endings));
        }
    }
}
