package dev.calmdesk.cases;

import dev.calmdesk.data.Kind;
import java.util.List;
import java.util.Optional;

/// What one feature contributes to telling a case's history.
///
/// @param kinds its records
/// @param tellings its acts, as far as they are told in a special way
public record Vocabulary(List<Kind<?>> kinds, List<Telling> tellings, Naming naming) {

    public Vocabulary {
        kinds = List.copyOf(kinds);
        tellings = List.copyOf(tellings);
    }

    /// Records whose values all speak for themselves.
    public static Vocabulary of(Kind<?>... kinds) {
        return new Vocabulary(List.of(kinds), List.of(), value -> Optional.empty());
    }
}
