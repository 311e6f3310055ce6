package dev.calmdesk.fx.control;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A line to say, taken apart: plain words, **stressed** words, placeholders `{name}` that are filled and such that are
/// not known yet.
public record Spoken(List<Piece> pieces) {

    private static final Pattern MARK = Pattern.compile("\\*\\*|\\{(\\w+)}");

    public enum Kind {
        PLAIN,
        BOLD,
        /// A placeholder with its value.
        FILLED,
        /// A placeholder without value; the text is its name for people.
        MISSING
    }

    public record Piece(String text, Kind kind) {}

    public Spoken {
        pieces = List.copyOf(pieces);
    }

    /// @param values the value of a placeholder, if it is known
    /// @param names what people call a placeholder
    public static Spoken parse(
            String line, Function<String, Optional<String>> values, Function<String, String> names) {
        var pieces = new ArrayList<Piece>();
        var bold = false;
        var from = 0;
        var marks = MARK.matcher(line);
        while (marks.find()) {
            add(pieces, line.substring(from, marks.start()), bold ? Kind.BOLD : Kind.PLAIN);
            var placeholder = marks.group(1);
            if (placeholder == null) {
                bold = !bold;
            } else {
                var value = values.apply(placeholder).filter(text -> !text.isBlank());
                var kind = value.isPresent() ? Kind.FILLED : Kind.MISSING;
                add(pieces, value.orElseGet(() -> names.apply(placeholder)), kind);
            }
            from = marks.end();
        }
        add(pieces, line.substring(from), bold ? Kind.BOLD : Kind.PLAIN);
        return new Spoken(pieces);
    }

    private static void add(List<Piece> pieces, String text, Kind kind) {
        if (!text.isEmpty()) {
            pieces.add(new Piece(text, kind));
        }
    }

    /// Whether every placeholder is filled, so that it may be sent as it is.
    public boolean isComplete() {
        return pieces.stream().noneMatch(piece -> piece.kind() == Kind.MISSING);
    }

    /// For copying and for reading aloud; what is missing stands in brackets.
    public String plainText() {
        return pieces.stream()
                .map(piece -> piece.kind() == Kind.MISSING ? "〔" + piece.text() + "〕" : piece.text())
                .collect(Collectors.joining());
    }
}
