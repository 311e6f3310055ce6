package dev.calmdesk.knowledge.exchange;

import dev.calmdesk.knowledge.Article;
import dev.calmdesk.knowledge.ArticleKind;
import dev.calmdesk.knowledge.ArticleState;
import dev.calmdesk.knowledge.Audience;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Understands one line of a file. What it does not say stays as it is in the store; a new article is a draft for
/// colleagues then, as of now.
final class Reading {

    /// Spreadsheets write days as the country does.
    private static final Pattern DAY = Pattern.compile("(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?(?:[ T]00:00(?::00)?)?");

    private final Line line;
    private final Headings headings;
    private final @Nullable Article known;
    private final List<Flaw> flaws = new ArrayList<>();

    private Reading(Line line, @Nullable Article known, Headings headings) {
        this.line = line;
        this.known = known;
        this.headings = headings;
    }

    /// @param article null if it cannot be made
    record Read(@Nullable Article article, List<Flaw> flaws) {}

    /// @param known the article of this code and language, if there is one
    static Read of(Line line, Optional<Article> known, Headings headings, Instant now) {
        var reading = new Reading(line, known.orElse(null), headings);
        reading.flaws.addAll(line.flaws());
        var article = reading.article(now);
        if (reading.flaws.isEmpty()) {
            article.openPoints().forEach(point -> reading.flaw(
                    Column.valueOf(point.field().toUpperCase(Locale.ROOT)), point.textKey()));
        }
        return new Read(reading.flaws.isEmpty() ? article : null, List.copyOf(reading.flaws));
    }

    static String code(Line line) {
        return line.text(Column.CODE).orElse("");
    }

    /// `zh_cn` is `zh-CN`; what is no language tag stays as it is.
    static String language(Line line) {
        var said = line.text(Column.LANG).orElse("");
        try {
            return new Locale.Builder().setLanguageTag(said.replace('_', '-')).build().toLanguageTag();
        } catch (IllformedLocaleException e) {
            return said;
        }
    }

    private Article article(Instant now) {
        var code = required(Column.CODE, code(line));
        var lang = lang();
        return new Article(
                known == null ? Article.idOf(code, lang) : known.id(), code, lang,
                constant(Column.KIND, ArticleKind.class, Article::kind, null), text(Column.TITLE), text(Column.QUESTION),
                text(Column.ANSWER), text(Column.DETAIL), list(Column.PRODUCTS), list(Column.CATEGORIES),
                constant(Column.AUDIENCE, Audience.class, Article::audience, Audience.INTERNAL),
                required(Column.VALID_FROM, day(Column.VALID_FROM)), validTo(), text(Column.OWNER),
                required(Column.REVIEW_ON, day(Column.REVIEW_ON)), mustRead(), list(Column.KEYWORDS),
                constant(Column.STATE, ArticleState.class, Article::state, ArticleState.DRAFT), updatedAt(now));
    }

    private void flaw(Column column, String textKey, Object... arguments) {
        flaws.add(Flaw.of(column, textKey, arguments));
    }

    private String required(Column column, String text) {
        if (text.isEmpty() && flaws.stream().noneMatch(flaw -> flaw.column() == column)) {
            flaw(column, "knowledge.problem.text_missing");
        }
        return fitting(column, text);
    }

    private String fitting(Column column, String text) {
        if (!column.holds(text)) {
            flaw(column, "knowledge.import.flaw.too_long", text.length(), column.most());
        }
        return text;
    }

    private String before(Column column) {
        return known == null ? "" : Line.tidy(column.of(known));
    }

    private String text(Column column) {
        return fitting(column, line.text(column).orElseGet(() -> before(column)));
    }

    private String lang() {
        var tag = required(Column.LANG, language(line));
        var locale = Locale.forLanguageTag(tag);
        if (!tag.isEmpty() && (!locale.toLanguageTag().equals(tag) || !locale.getLanguage().matches("[a-z]{2,3}"))) {
            flaw(Column.LANG, "knowledge.import.flaw.no_language", line.text(Column.LANG).orElse(tag));
        }
        return tag;
    }

    private List<String> list(Column column) {
        var items = ListCell.read(line.text(column).orElseGet(() -> before(column)));
        if (!column.holds(items)) {
            flaw(column, "knowledge.import.flaw.too_long", items.toString().length(), column.most());
        }
        return items;
    }

    private String day(Column column) {
        var said = line.text(column).orElseGet(() -> before(column));
        if (said.isEmpty()) {
            return "";
        }
        var parts = DAY.matcher(said);
        try {
            if (parts.matches()) {
                return LocalDate.of(
                                Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2)),
                                Integer.parseInt(parts.group(3)))
                        .toString();
            }
        } catch (DateTimeException e) {
            // said below
        }
        flaw(column, "knowledge.problem.not_a_day");
        return "";
    }

    private @Nullable String validTo() {
        var day = day(Column.VALID_TO);
        return day.isEmpty() ? null : day;
    }

    /// @param otherwise for a new article; null if it must be said
    private <E extends Enum<E>> E constant(
            Column column, Class<E> type, Function<Article, E> field, @Nullable E otherwise) {
        var said = line.said(column);
        var fallback = known == null ? otherwise : field.apply(known);
        if (said.isEmpty() && fallback != null) {
            return fallback;
        }
        return said.flatMap(cell -> headings.constant(cell, type)).orElseGet(() -> {
            if (said.isEmpty()) {
                flaw(column, "knowledge.problem.text_missing");
            } else {
                flaw(column, "knowledge.import.flaw.not_one_of", said.get(), headings.choices(type));
            }
            return type.getEnumConstants()[0];
        });
    }

    private boolean mustRead() {
        var said = line.said(Column.MUST_READ);
        if (said.isEmpty()) {
            return line.text(Column.MUST_READ).isEmpty() && known != null && known.mustRead();
        }
        return headings.flag(said.get()).orElseGet(() -> {
            flaw(Column.MUST_READ, "knowledge.import.flaw.not_yes_or_no", said.get());
            return false;
        });
    }

    /// A day alone stands for its morning, as in packs.
    private Instant updatedAt(Instant now) {
        var said = line.said(Column.UPDATED_AT);
        if (said.isEmpty()) {
            return known == null ? now : known.updatedAt();
        }
        try {
            return Instant.parse(said.get());
        } catch (DateTimeParseException e) {
            var day = day(Column.UPDATED_AT);
            return day.isEmpty() ? now : LocalDate.parse(day).atTime(1, 0).toInstant(ZoneOffset.UTC);
        }
    }
}
