package dev.calmdesk.knowledge.site;

import dev.calmdesk.base.Texts;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Words an answer so that anyone can read it: nobody is addressed by name, and what an agent would look up for one
/// customer is said in general.
final class CustomerWords {

    private static final Pattern ADDRESS_FIRST =
            Pattern.compile("\\{(?:customer|timeOfDay)}(?:\\s*\\{(?:customer|timeOfDay)})?[\\s，,、:：!！]+(\\p{Ll})?");
    private static final Pattern ADDRESS_LAST = Pattern.compile("[\\s，,、]*\\{customer}(?=[。！？!?.])");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)}");

    private final Texts texts;
    private final String company;

    CustomerWords(Texts texts, String company) {
        this.texts = texts;
        this.company = company;
    }

    String of(String answer) {
        var spoken = ADDRESS_FIRST.matcher(answer).replaceAll(found ->
                found.group(1) == null ? "" : Matcher.quoteReplacement(found.group(1).toUpperCase(java.util.Locale.ROOT)));
        spoken = ADDRESS_LAST.matcher(spoken).replaceAll("");
        return PLACEHOLDER.matcher(spoken).replaceAll(found -> Matcher.quoteReplacement(general(found.group(1))));
    }

    private String general(String placeholder) {
        if (placeholder.equals("company")) {
            return company;
        }
        var key = "knowledge.site.placeholder." + placeholder;
        return texts.has(key) ? texts.get(key) : "…";
    }
}
