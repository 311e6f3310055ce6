package dev.calmdesk.workplace;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Map;

/// A company's own wording in several languages.
///
/// @param texts by language tag, such as `zh-CN`; at least one
public record Localised(@JsonValue Map<String, String> texts) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Localised {
        texts = Map.copyOf(texts);
        if (texts.isEmpty()) {
            throw new IllegalArgumentException("A localised text needs at least one language");
        }
    }

    /// The text in a language, else in Simplified Chinese, else in any.
    public String in(Locale language) {
        var text = texts.get(language.toLanguageTag());
        return text != null ? text : texts.getOrDefault("zh-CN", texts.values().iterator().next());
    }
}
