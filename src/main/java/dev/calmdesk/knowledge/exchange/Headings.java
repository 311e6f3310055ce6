package dev.calmdesk.knowledge.exchange;

import dev.calmdesk.base.Texts;
import dev.calmdesk.knowledge.Article;
import dev.calmdesk.knowledge.ArticleKind;
import dev.calmdesk.knowledge.ArticleState;
import dev.calmdesk.knowledge.Audience;
import dev.calmdesk.language.Fold;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The words of tables: written in one language, understood in all of ours and as the program itself says them.
public final class Headings {

    private static final Pattern GOES_ON = Pattern.compile("\\s*\\+\\s*\\d+\\s*$");
    private static final Map<String, Boolean> PLAIN_FLAGS = Map.of(
            "true", true, "false", false, "yes", true, "no", false, "1", true, "0", false, "y", true, "n", false);

    private final Texts texts;
    private final Map<String, Column> columns = new HashMap<>();
    private final Map<String, Boolean> flags = new HashMap<>(PLAIN_FLAGS);
    private final List<Texts> languages = Texts.LANGUAGES.stream().map(Texts::new).toList();

    /// @param texts the language to write in
    public Headings(Texts texts) {
        this.texts = texts;
        columns.put("id", Column.CODE);
        columns.put("updated", Column.UPDATED_AT);
        for (var column : Column.values()) {
            columns.put(plain(column.wireName()), column);
            languages.forEach(language -> columns.put(plain(language.get(column.textKey())), column));
        }
        for (var language : languages) {
            flags.put(plain(language.get("knowledge.export.yes")), true);
            flags.put(plain(language.get("knowledge.export.no")), false);
        }
    }

    /// Letters and digits alone, so that `valid_from`, `validFrom` and `Valid from` are the same.
    private static String plain(String words) {
        return Fold.text(words).replaceAll("[^\\p{L}\\p{N}]", "");
    }

    Optional<Column> column(String heading) {
        return Optional.ofNullable(columns.get(plain(GOES_ON.matcher(heading).replaceFirst(""))));
    }

    static boolean goesOn(String heading) {
        return GOES_ON.matcher(heading).find();
    }

    String name(Column column) {
        return texts.get(column.textKey());
    }

    /// Some headings, for a person whose file has none.
    String example() {
        return Stream.of(Column.CODE, Column.LANG, Column.TITLE).map(this::name).collect(Collectors.joining(" · "));
    }

    <E extends Enum<E>> Optional<E> constant(String cell, Class<E> type) {
        var wanted = plain(cell);
        return Stream.of(type.getEnumConstants())
                .filter(constant -> plain(constant.name()).equals(wanted)
                        || languages.stream().anyMatch(language -> plain(language.name(constant)).equals(wanted)))
                .findFirst();
    }

    /// The constants as a person would write them.
    <E extends Enum<E>> String choices(Class<E> type) {
        return Stream.of(type.getEnumConstants()).map(texts::name).collect(Collectors.joining(" · "));
    }

    Optional<Boolean> flag(String cell) {
        return Optional.ofNullable(flags.get(plain(cell)));
    }

    /// What a person reads in a cell.
    String shown(Column column, String cell) {
        return switch (column) {
            case KIND -> texts.name(ArticleKind.valueOf(cell));
            case AUDIENCE -> texts.name(Audience.valueOf(cell));
            case STATE -> texts.name(ArticleState.valueOf(cell));
            case MUST_READ -> texts.get(Boolean.parseBoolean(cell) ? "knowledge.export.yes" : "knowledge.export.no");
            default -> cell;
        };
    }

    /// The cells of an article for people.
    Function<Article, Map<Column, String>> cells() {
        return article -> {
            var cells = new HashMap<Column, String>();
            for (var column : Column.values()) {
                cells.put(column, shown(column, column.of(article)));
            }
            return cells;
        };
    }
}
