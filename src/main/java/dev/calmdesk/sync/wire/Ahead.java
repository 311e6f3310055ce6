package dev.calmdesk.sync.wire;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Whole histories that a new desk needs before the rest: of open cases, then of whatever was touched lately.
///
/// @param entries all entries of some histories, in the order of their numbers
/// @param next where to go on; null if there is no more
public record Ahead(String scope, List<Numbered> entries, @Nullable String next) {

    /// Asks for the first part.
    public static final String FIRST = "";

    public Ahead {
        entries = List.copyOf(entries);
    }
}
