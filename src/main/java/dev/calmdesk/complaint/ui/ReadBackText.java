package dev.calmdesk.complaint.ui;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What is read back to the customer, made from the record: only what is known, in the order in which one would tell it.
/// Pure.
final class ReadBackText {

    private ReadBackText() {}

    /// @param form what stands in the forms, by `kind.field`
    static String of(Map<String, String> form, ComplaintWords words) {
        var text = new Sentences(form, words);
        text.add("event", List.of("happened_at", "place", "people"));
        text.addEvent();
        text.add("product", List.of("sku", "batch", "storage", "sample_kept"));
        text.add("purchase", List.of("bought_from", "bought_on", "order_no"));
        text.add("wish", List.of("expectation"));
        return text.toString();
    }

    /// Sentences made of clauses, each about one field of the account.
    private static final class Sentences {
        private final Map<String, String> form;
        private final ComplaintWords words;
        private final Set<String> notKnown;
        private final List<String> sentences = new ArrayList<>();

        Sentences(Map<String, String> form, ComplaintWords words) {
            this.form = form;
            this.words = words;
            this.notKnown = Set.copyOf(Arrays.asList(form.getOrDefault("account.not_known", "").split(",")));
        }

        /// @param sentence names the frame of the sentence, which takes the clauses
        void add(String sentence, List<String> fields) {
            var clauses = fields.stream()
                    .filter(this::isKnown)
                    .map(field -> words.texts().get("complaint.read_back." + field, said(field)))
                    .toList();
            if (!clauses.isEmpty()) {
                var joined = String.join(words.texts().get("complaint.read_back.comma"), clauses);
                sentences.add(words.texts().get("complaint.read_back.sentence." + sentence, joined));
            }
        }

        void addEvent() {
            if (isKnown("event")) {
                sentences.add(words.texts().get("complaint.read_back.event", withoutEnd(value("event"))));
            }
        }

        private boolean isKnown(String field) {
            return !value(field).isEmpty() && !notKnown.contains("account." + field);
        }

        private String value(String field) {
            return form.getOrDefault("account." + field, "").strip();
        }

        private String said(String field) {
            return switch (field) {
                case "sku" -> words.productName(value(field));
                case "sample_kept" -> words.texts().get("value.SampleKept." + value(field));
                default -> withoutEnd(value(field));
            };
        }

        private static String withoutEnd(String text) {
            return text.replaceAll("[。．.！!；;，,\\s]+$", "");
        }

        @Override
        public String toString() {
            var isSpaced = !words.texts().language().getLanguage().equals("zh");
            return String.join(isSpaced ? " " : "", sentences);
        }
    }
}
