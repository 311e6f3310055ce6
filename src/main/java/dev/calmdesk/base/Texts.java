package dev.calmdesk.base;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/// All wording a person sees, in the language of the moment. The language may change while the program runs; a screen
/// shows the new one when it is built anew. Thread-safe.
public final class Texts {

    /// The languages of the product, first the default.
    public static final List<Locale> LANGUAGES =
            List.of(Locale.forLanguageTag("zh-CN"), Locale.forLanguageTag("zh-TW"), Locale.forLanguageTag("en"));

    private static final String BUNDLE = "i18n.messages";
    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private volatile ResourceBundle bundle;

    public Texts(Locale language) {
        this.bundle = load(language);
    }

    private static ResourceBundle load(Locale language) {
        return ResourceBundle.getBundle(BUNDLE, nearest(language), NO_FALLBACK);
    }

    /// The product's language that serves a locale best: Taiwan, Hong Kong and Macau read zh-TW, other Chinese zh-CN,
    /// everyone else English.
    public static Locale nearest(Locale locale) {
        if (!locale.getLanguage().equals("zh")) {
            return LANGUAGES.get(2);
        }
        var traditional = locale.getScript().equals("Hant") || List.of("TW", "HK", "MO").contains(locale.getCountry());
        return LANGUAGES.get(traditional ? 1 : 0);
    }

    public void use(Locale language) {
        bundle = load(language);
    }

    /// One of [#LANGUAGES].
    public Locale language() {
        return nearest(bundle.getLocale());
    }

    /// For FXML loading.
    public ResourceBundle bundle() {
        return bundle;
    }

    /// @param arguments fill `{0}`, `{1}` … of the text ([MessageFormat])
    /// @throws MissingResourceException if no such key exists; a test proves that none is missing
    public String get(String key, Object... arguments) {
        var current = bundle;
        var text = current.getString(key);
        return arguments.length == 0 ? text : new MessageFormat(text, current.getLocale()).format(arguments);
    }

    /// The name of a constant in the user's language, key `value.<TypeName>.<CONSTANT>`.
    public String name(Enum<?> value) {
        return get("value." + value.getDeclaringClass().getSimpleName() + "." + value.name());
    }

    public boolean has(String key) {
        return bundle.containsKey(key);
    }

    public String get(Problem problem) {
        return get(problem.textKey(), problem.arguments());
    }
}
