package dev.calmdesk.knowledge;

import dev.calmdesk.base.Problem;
import dev.calmdesk.data.Field;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What one act makes of an article. Pure.
///
/// @param given values by field: what was typed
record ArticleChange(Optional<Article> before, Map<String, @Nullable Object> given, ArticleAct act) {

    /// What its readers see: only a change of these is news to them.
    static final Set<String> READ =
            Set.of("kind", "title", "question", "answer", "detail", "valid_from", "valid_to", "must_read");

    /// What stands in an article while nobody said otherwise.
    private static final Map<String, Object> AT_FIRST = Map.ofEntries(
            Map.entry("code", ""), Map.entry("lang", "zh-CN"), Map.entry("kind", ArticleKind.FAQ), Map.entry("title", ""),
            Map.entry("question", ""), Map.entry("answer", ""), Map.entry("detail", ""),
            Map.entry("products", List.of()), Map.entry("categories", List.of()),
            Map.entry("audience", Audience.INTERNAL), Map.entry("valid_from", ""), Map.entry("owner", ""),
            Map.entry("review_on", ""), Map.entry("must_read", false), Map.entry("keywords", List.of()));

    /// @param typed values by field; what may not be empty and is, is as it is at first
    /// @throws Problem.Incomplete if something is missing for the act
    static ArticleChange of(
            Optional<Article> before, Map<String, @Nullable Object> typed, UUID id, ArticleAct act) {
        var given = new LinkedHashMap<String, @Nullable Object>();
        if (before.isEmpty()) {
            given.putAll(AT_FIRST);
        }
        typed.forEach((field, value) -> given.put(field, value == null ? AT_FIRST.get(field) : value));
        var change = new ArticleChange(before, given, act);
        refuseIfIncomplete(act, change.after(id));
        return change;
    }

    /// What is written.
    Map<String, @Nullable Object> values(UUID author, Instant now) {
        var values = new LinkedHashMap<>(given);
        values.put("state", act.result());
        values.put("offered_at", act == ArticleAct.OFFER ? now : null);
        if (act != ArticleAct.DRAFT) {
            values.put("remark", null);
        }
        if (before.isEmpty()) {
            values.put("written_by", author);
        }
        if (isNews()) {
            values.put("updated_at", now);
        }
        return values;
    }

    private boolean isNews() {
        return before.isEmpty()
                || before.get().state() != act.result()
                || READ.stream().anyMatch(field -> given.containsKey(field) && !isSame(field));
    }

    private boolean isSame(String field) {
        var described = Article.KIND.field(field);
        return Objects.equals(described.plain(values(before.orElseThrow()).get(field)), described.plain(given.get(field)));
    }

    private Article after(UUID id) {
        var whole = new HashMap<String, @Nullable Object>(before.map(ArticleChange::values).orElseGet(LinkedHashMap::new));
        whole.putAll(given);
        return new Article(
                id, text(whole, "code"), text(whole, "lang"), (ArticleKind) whole.get("kind"), text(whole, "title"),
                text(whole, "question"), text(whole, "answer"), text(whole, "detail"), List.of(), List.of(),
                (Audience) whole.get("audience"), text(whole, "valid_from"), (String) whole.get("valid_to"),
                text(whole, "owner"), text(whole, "review_on"), false, List.of(), act.result(), null, null, null,
                Instant.EPOCH);
    }

    private static String text(Map<String, @Nullable Object> whole, String field) {
        return Field.text(whole.get(field));
    }

    static void refuseIfIncomplete(ArticleAct act, Article article) {
        var open = act == ArticleAct.DRAFT ? article.draftPoints() : article.openPoints();
        if (!open.isEmpty()) {
            throw Problem.incomplete("knowledge.problem.incomplete", open);
        }
    }

    /// Everything that an article says, by field.
    static Map<String, @Nullable Object> values(Article article) {
        var values = new LinkedHashMap<String, @Nullable Object>();
        values.put("code", article.code());
        values.put("lang", article.lang());
        values.put("kind", article.kind());
        values.put("title", article.title());
        values.put("question", article.question());
        values.put("answer", article.answer());
        values.put("detail", article.detail());
        values.put("products", article.products());
        values.put("categories", article.categories());
        values.put("audience", article.audience());
        values.put("valid_from", article.validFrom());
        values.put("valid_to", article.validTo());
        values.put("owner", article.owner());
        values.put("review_on", article.reviewOn());
        values.put("must_read", article.mustRead());
        values.put("keywords", article.keywords());
        values.put("state", article.state());
        values.put("updated_at", article.updatedAt());
        return values;
    }
}
