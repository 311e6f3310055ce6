package dev.calmdesk.app;

import static java.util.Map.entry;

import java.util.Map;
import java.util.Set;

/// What a text of a kind says: something about a customer, which goes when the customer is erased, or not. A test holds
/// both lists complete: a new text field has to be put into one of them.
public final class Personal {

    /// Fields that go, by kind.
    public static final Map<String, Set<String>> FIELDS = Map.ofEntries(
            entry("customer", Set.of("name", "pinyin", "initials", "city", "note", "birthday")),
            entry("customer_number", Set.of("number", "normalised")),
            entry("purchase", Set.of("order_no", "shop")),
            entry("customer_reveal", Set.of("reason")),
            entry("contact", Set.of("reached_from")),
            entry("case", Set.of("title")),
            entry("note", Set.of("text")),
            entry("promise", Set.of("text", "remark")),
            entry("transfer", Set.of("note", "answer")),
            entry("clock", Set.of("void_reason")),
            entry("inquiry", Set.of("question", "details", "answer", "cannot_because", "anything_else", "remark")),
            entry("soothing", Set.of("line_said", "remark")),
            entry("emotion", Set.of()),
            entry("account", Set.of(
                    "happened_at", "place", "people", "event", "expectation", "bought_from", "bought_on", "order_no",
                    "storage", "contact_back", "not_known", "read_back_text", "acknowledgement")),
            entry("evidence", Set.of("sha256", "name")),
            entry("assessment", Set.of("override_reason")),
            entry("suggestion_use", Set.of()),
            entry("investigation", Set.of("findings", "retained_sample")),
            entry("task", Set.of("ask", "finding")),
            entry("remedy", Set.of("terms", "proof")),
            entry("approval", Set.of("reason", "remark")),
            entry("decision", Set.of("plan", "reason", "answer_words", "next_step")),
            entry("follow_up", Set.of("customer_words", "lesson")),
            entry("follow_up_try", Set.of("remark")),
            entry("article_report", Set.of("text", "answer")),
            entry("article_use", Set.of()));

    /// Fields that stay: codes, dates and names of the company's own things.
    static final Map<String, Set<String>> OTHERS = Map.ofEntries(
            entry("customer", Set.of("team")),
            entry("purchase", Set.of("bought_on", "sku", "batch", "currency")),
            entry("contact", Set.of("team", "flow", "category")),
            entry("case", Set.of("number", "step", "team", "category", "sku", "batch", "closing_code")),
            entry("transfer", Set.of("to_team", "reason")),
            entry("clock", Set.of("limit_code", "policy")),
            entry("inquiry", Set.of("category", "sku", "articles")),
            entry("account", Set.of("sku", "batch")),
            entry("evidence", Set.of("media_type")),
            entry("assessment", Set.of("category", "harm", "people", "media", "regulator", "batch", "department")),
            entry("suggestion_use", Set.of("offered", "percent", "chosen")),
            entry("task", Set.of("department")),
            entry("remedy", Set.of("type", "currency", "rule", "cost_centre")),
            entry("follow_up", Set.of("no_rating", "root_cause", "closing_code")),
            entry("follow_up_try", Set.of("not_reached")));

    /// Kinds that are never about a customer.
    static final Set<String> NOT_OF_CUSTOMERS = Set.of(
            "workplace", "person", "presence", "product", "batch", "article", "article_ack",
            "article_picture", "erasure",
            "erasure_done");

    private Personal() {}
}
