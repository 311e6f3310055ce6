package dev.calmdesk.knowledge.exchange;

import dev.calmdesk.base.Problem;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What files hold: articles line by line, lines that cannot be read at all, and columns that mean nothing to us.
///
/// @param unreadable what is wrong with files that hold no article
record Sheet(List<Line> lines, List<Unreadable> unreadable, List<String> unknownColumns) {

    /// How many articles are taken at once: they are written in one transaction, and nobody else can write meanwhile.
    static final int MOST_LINES = 10_000;

    /// @param why a problem that names the file
    record Unreadable(String file, Problem why) {}

    Sheet {
        lines = List.copyOf(lines);
        unreadable = List.copyOf(unreadable);
        unknownColumns = List.copyOf(unknownColumns);
    }

    /// Takes rows of cells apart, the first of which names the columns. A column `detail+2` goes on where `detail` had
    /// no more room.
    static final class Rows {
        private final String file;
        private final List<Optional<Column>> columns = new ArrayList<>();
        private final List<String> unknown = new ArrayList<>();
        private final List<Line> lines = new ArrayList<>();
        private boolean hasHeader;

        Rows(String file) {
            this.file = file;
        }

        /// @throws Problem.Refused if there are too many, or the first names no column
        void add(int number, List<String> row, Headings headings) {
            if (row.stream().allMatch(String::isBlank)) {
                return;
            }
            if (!hasHeader) {
                header(row, headings);
                return;
            }
            if (lines.size() == MOST_LINES) {
                throw Problem.refused("knowledge.import.problem.too_many", file, MOST_LINES);
            }
            var cells = new EnumMap<Column, String>(Column.class);
            columns.forEach(column -> column.ifPresent(known -> cells.put(known, "")));
            for (var i = 0; i < Math.min(row.size(), columns.size()); i++) {
                var cell = row.get(i);
                columns.get(i).ifPresent(column -> cells.merge(column, cell, String::concat));
            }
            lines.add(new Line(file, number, cells));
        }

        private void header(List<String> row, Headings headings) {
            hasHeader = true;
            for (var name : row) {
                var column = headings.column(name);
                if (column.isPresent() && columns.contains(column) && !Headings.goesOn(name)) {
                    throw Problem.refused("knowledge.import.problem.column_twice", file, name.strip());
                }
                columns.add(column);
                if (column.isEmpty() && !name.isBlank()) {
                    unknown.add(name.strip());
                }
            }
            if (!columns.contains(Optional.of(Column.CODE))) {
                throw Problem.refused("knowledge.import.problem.no_columns", file, headings.example());
            }
        }

        /// @throws Problem.Refused if there was no article
        Sheet done() {
            if (lines.isEmpty()) {
                throw Problem.refused("knowledge.import.problem.nothing_in_it", file);
            }
            return new Sheet(lines, List.of(), unknown);
        }
    }

    /// The rows of a file that holds some articles.
    static List<List<String>> rows(List<Map<Column, String>> articles, Headings headings, int room) {
        var widths = new EnumMap<Column, Integer>(Column.class);
        for (var column : Column.values()) {
            widths.put(column, articles.stream()
                    .mapToInt(cells -> pieces(cells.get(column), room).size())
                    .max()
                    .orElse(1));
        }
        var rows = new ArrayList<List<String>>();
        rows.add(row(widths, (column, part) -> headings.name(column) + (part == 0 ? "" : "+" + (part + 1))));
        for (var cells : articles) {
            rows.add(row(widths, (column, part) -> {
                var pieces = pieces(cells.get(column), room);
                return part < pieces.size() ? pieces.get(part) : "";
            }));
        }
        return rows;
    }

    private interface Cell {
        String of(Column column, int part);
    }

    private static List<String> row(Map<Column, Integer> widths, Cell cell) {
        var row = new ArrayList<String>();
        widths.forEach((column, width) -> {
            for (var part = 0; part < width; part++) {
                row.add(cell.of(column, part));
            }
        });
        return row;
    }

    /// A text in pieces for which a cell has room, never through the middle of a character.
    private static List<String> pieces(String text, int room) {
        var pieces = new ArrayList<String>();
        for (var from = 0; from < text.length(); ) {
            var to = Math.min(text.length(), from + room);
            if (to < text.length() && Character.isHighSurrogate(text.charAt(to - 1))) {
                to--;
            }
            pieces.add(text.substring(from, to));
            from = to;
        }
        return pieces.isEmpty() ? List.of("") : pieces;
    }
}
