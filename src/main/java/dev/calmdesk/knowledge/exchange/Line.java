package dev.calmdesk.knowledge.exchange;

import java.util.Map;
import java.util.Optional;

/// One article as a file says it, not understood yet.
///
/// @param file name of the file
/// @param number line or row in it, from 1; 0 where the file holds one article
/// @param cells what is said; a column that is not named leaves an article as it is
record Line(String file, int number, Map<Column, String> cells) {

    Line {
        cells = Map.copyOf(cells);
    }

    /// What a column says, without space around it and with simple ends of line; empty if it says nothing.
    Optional<String> text(Column column) {
        return Optional.ofNullable(cells.get(column)).map(Line::tidy);
    }

    /// The same, but a blank cell says nothing either.
    Optional<String> said(Column column) {
        return text(column).filter(text -> !text.isEmpty());
    }

    static String tidy(String text) {
        return text.replace("\r\n", "\n").replace('\r', '\n').strip();
    }
}
