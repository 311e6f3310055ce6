package dev.calmdesk.knowledge.exchange;

import dev.calmdesk.knowledge.Article;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What an import would do, article by article; nothing is written by making it.
///
/// @param unknownColumns columns or fields of the files that mean nothing to us
public record Plan(List<Row> rows, List<String> unknownColumns) {

    public Plan {
        rows = List.copyOf(rows);
        unknownColumns = List.copyOf(unknownColumns);
    }

    /// What becomes of an article.
    public enum Fate {
        NEW,
        CHANGED,
        SAME,
        REFUSED
    }

    /// @param line line or row in the file; 0 where the file holds one article
    /// @param code may be empty, as `lang` and `title`, if the article is refused
    /// @param before null for a new article
    /// @param after null for a refused one
    /// @param changed what would become different
    /// @param pictures by hash, those it brings
    public record Row(
            String file,
            int line,
            String code,
            String lang,
            String title,
            Fate fate,
            @Nullable Article before,
            @Nullable Article after,
            List<Column> changed,
            List<Flaw> flaws,
            Map<String, Path> pictures) {

        public Row {
            changed = List.copyOf(changed);
            pictures = Map.copyOf(pictures);
            flaws = List.copyOf(flaws);
        }

        /// Where a person finds it.
        public String place() {
            return line == 0 ? file : file + ":" + line;
        }
    }

    /// What names an article.
    record Key(String code, String lang) {
        static Key of(Article article) {
            return new Key(article.code(), article.lang());
        }

        static Key of(Line line) {
            return new Key(Reading.code(line), Reading.language(line));
        }
    }

    static Plan of(Sheet sheet, Map<Key, Article> known, Headings headings, Instant now) {
        var places = sheet.lines().stream().collect(Collectors.groupingBy(Key::of));
        var rows = new ArrayList<Row>();
        sheet.unreadable().forEach(file -> rows.add(new Row(
                file.file(), 0, "", "", "", Fate.REFUSED, null, null, List.of(), List.of(Flaw.of(file.why())), Map.of())));
        for (var line : sheet.lines()) {
            var key = Key.of(line);
            var before = Optional.ofNullable(known.get(key));
            var twin = key.code().isEmpty()
                    ? Optional.<Line>empty()
                    : places.getOrDefault(key, List.of()).stream().filter(other -> other != line).findFirst();
            rows.add(row(line, before, twin, Reading.of(line, before, headings, now)));
        }
        rows.sort(Comparator.comparing(Row::file).thenComparing(Row::line));
        return new Plan(rows, sheet.unknownColumns());
    }

    private static Row row(Line line, Optional<Article> before, Optional<Line> twin, Reading.Read read) {
        var flaws = new ArrayList<>(read.flaws());
        twin.ifPresent(other -> flaws.addFirst(other.number() == 0
                ? Flaw.of(Column.CODE, "knowledge.import.flaw.twice_file", other.file())
                : Flaw.of(Column.CODE, "knowledge.import.flaw.twice_line", other.number())));
        var after = flaws.isEmpty() ? read.article() : null;
        var changed = before.isPresent() && after != null ? changes(before.get(), after) : List.<Column>of();
        var fate = after == null ? Fate.REFUSED
                : before.isEmpty() ? Fate.NEW
                : changed.isEmpty() ? Fate.SAME : Fate.CHANGED;
        return new Row(
                line.file(), line.number(), Reading.code(line), Reading.language(line),
                line.text(Column.TITLE).or(() -> before.map(Article::title)).orElse(""), fate, before.orElse(null), after,
                changed, flaws, line.pictures());
    }

    /// When an article was updated is no difference by itself, nor is space around a text.
    private static List<Column> changes(Article before, Article after) {
        return Stream.of(Column.values())
                .filter(column -> column != Column.UPDATED_AT)
                .filter(column -> !Line.tidy(column.of(before)).equals(Line.tidy(column.of(after))))
                .toList();
    }

    public int count(Fate fate) {
        return (int) rows.stream().filter(row -> row.fate() == fate).count();
    }

    /// How many articles would be written.
    public int writes() {
        return count(Fate.NEW) + count(Fate.CHANGED);
    }

    List<Row> toWrite() {
        return rows.stream().filter(row -> row.fate() == Fate.NEW || row.fate() == Fate.CHANGED).toList();
    }

    List<Article> articles() {
        return toWrite().stream().map(row -> Objects.requireNonNull(row.after())).toList();
    }
}
