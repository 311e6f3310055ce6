package dev.calmdesk.knowledge.exchange;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One article as a file says it, not understood yet.
///
/// @param file name of the file
/// @param number line or row in it, from 1; 0 where the file holds one article
/// @param cells what is said; a column that is not named leaves an article as it is
/// @param pictures by hash, those that the article shows and the store may not have yet
/// @param flaws what was found wrong already
record Line(String file, int number, Map<Column, String> cells, Map<String, Path> pictures, List<Flaw> flaws) {

    Line {
        cells = Map.copyOf(cells);
        pictures = Map.copyOf(pictures);
        flaws = List.copyOf(flaws);
    }

    Line(String file, int number, Map<Column, String> cells) {
        this(file, number, cells, Map.of(), List.of());
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
