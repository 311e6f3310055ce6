package dev.calmdesk.knowledge;

import dev.calmdesk.base.Problem;
import dev.calmdesk.data.Kind;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.mapper.reflect.JdbiConstructor;
import org.jspecify.annotations.Nullable;

/// One piece of knowledge in one language. Days (`validFrom`, `validTo`, `reviewOn`) are ISO dates such as `2026-11-22`.
///
/// @param code names the piece of knowledge; its versions in other languages carry the same code
/// @param lang language tag, such as `zh-CN`
/// @param question what it answers, in a customer's words
/// @param answer what an agent can say as it stands, the conclusion first
/// @param detail Markdown, the background for the agent
/// @param products skus it is about; none stands for all
/// @param categories category codes, such as `food-safety/off-taste`
/// @param validTo the last day on which it holds; null for open-ended
/// @param owner agent number of the person who answers for it
/// @param reviewOn the day by which the owner reads it again
/// @param keywords other words that customers use for it
/// @param writtenBy who wrote it first; null for what came with a pack
/// @param offeredAt since when a draft waits to be reviewed; null if it does not
/// @param remark what the reviewer asks for; null for nothing
public record Article(
        UUID id,
        String code,
        String lang,
        ArticleKind kind,
        String title,
        String question,
        String answer,
        String detail,
        List<String> products,
        List<String> categories,
        Audience audience,
        String validFrom,
        @Nullable String validTo,
        String owner,
        String reviewOn,
        boolean mustRead,
        List<String> keywords,
        ArticleState state,
        @Nullable UUID writtenBy,
        @Nullable Instant offeredAt,
        @Nullable String remark,
        Instant updatedAt) {

    public static final Kind<Article> KIND = Kind.of("article", "article", Article.class)
            .withAutomatic("updated_at", "offered_at", "written_by");

    @JdbiConstructor
    public Article {
        products = List.copyOf(products);
        categories = List.copyOf(categories);
        keywords = List.copyOf(keywords);
    }

    /// What a file or a pack brings: nobody here wrote it, and it waits for nobody.
    public Article(
            UUID id, String code, String lang, ArticleKind kind, String title, String question, String answer, String detail,
            List<String> products, List<String> categories, Audience audience, String validFrom, @Nullable String validTo,
            String owner, String reviewOn, boolean mustRead, List<String> keywords, ArticleState state, Instant updatedAt) {
        this(
                id, code, lang, kind, title, question, answer, detail, products, categories, audience, validFrom, validTo,
                owner, reviewOn, mustRead, keywords, state, null, null, null, updatedAt);
    }

    /// The same on every desk, so that two desks that import one pack make one row.
    public static UUID idOf(String code, String lang) {
        return UUID.nameUUIDFromBytes(("article/" + lang + "/" + code).getBytes(StandardCharsets.UTF_8));
    }

    public Validity validity(LocalDate today) {
        if (LocalDate.parse(validFrom).isAfter(today)) {
            return Validity.NOT_YET;
        }
        return validTo != null && LocalDate.parse(validTo).isBefore(today) ? Validity.EXPIRED : Validity.VALID;
    }

    /// Whether its owner should have read it again by now.
    public boolean isDueForReview(LocalDate today) {
        return !LocalDate.parse(reviewOn).isAfter(today);
    }

    /// What still keeps the article from being published; empty if nothing does.
    public List<Problem.Point> openPoints() {
        var open = new ArrayList<Problem.Point>();
        requireText(open, "title", title);
        requireText(open, "question", question);
        requireText(open, "answer", answer);
        requireText(open, "owner", owner);
        requireDay(open, "valid_from", validFrom);
        requireDay(open, "review_on", reviewOn);
        if (validTo != null) {
            requireDay(open, "valid_to", validTo);
            if (open.isEmpty() && LocalDate.parse(validTo).isBefore(LocalDate.parse(validFrom))) {
                open.add(new Problem.Point("valid_to", "knowledge.problem.ends_before_it_begins"));
            }
        }
        return open;
    }

    /// What keeps it even from being a draft: others have to find it in a list, and its days have to be days.
    List<Problem.Point> draftPoints() {
        var open = new ArrayList<Problem.Point>();
        requireText(open, "title", title);
        if (!code.matches("[a-z0-9][a-z0-9-]{2,79}")) {
            open.add(new Problem.Point("code", "knowledge.problem.not_a_code"));
        }
        openPoints().stream().filter(point -> point.textKey().equals("knowledge.problem.not_a_day")).forEach(open::add);
        return open;
    }

    private static void requireText(List<Problem.Point> open, String field, String text) {
        if (text.isBlank()) {
            open.add(new Problem.Point(field, "knowledge.problem.text_missing"));
        }
    }

    private static void requireDay(List<Problem.Point> open, String field, String day) {
        try {
            LocalDate.parse(day);
        } catch (DateTimeParseException e) {
            open.add(new Problem.Point(field, "knowledge.problem.not_a_day"));
        }
    }

    Article updated(Instant at) {
        return new Article(
                id, code, lang, kind, title, question, answer, detail, products, categories, audience, validFrom, validTo,
                owner, reviewOn, mustRead, keywords, state, writtenBy, offeredAt, remark, at);
    }

    /// What a pack says of it: not who wrote it here, nor when.
    Article asImported() {
        return new Article(
                id, code, lang, kind, title, question, answer, detail, products, categories, audience, validFrom, validTo,
                owner, reviewOn, mustRead, keywords, state, null, null, null, Instant.EPOCH);
    }
}
