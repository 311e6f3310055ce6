package dev.calmdesk.fx;

import dev.calmdesk.base.Texts;
import dev.calmdesk.fx.Appearance.Look;
import dev.calmdesk.fx.control.Option;
import dev.calmdesk.fx.control.SegmentedChoice;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;

/// Lets a person choose how the program looks, wherever it may be chosen.
public final class AppearanceChoices {

    /// Each language calls itself by its own name, so that whoever lands in a foreign one finds the way back.
    private static final Map<String, String> OWN_NAMES = Map.of("zh-CN", "简体中文", "zh-TW", "繁體中文", "en", "English");

    private AppearanceChoices() {}

    public static void language(SegmentedChoice choice, Appearance appearance) {
        choice.setOptions(Texts.LANGUAGES.stream()
                .map(Locale::toLanguageTag)
                .map(tag -> new Option(tag, OWN_NAMES.get(tag)))
                .toList());
        choice.setValue(appearance.languageProperty().get().toLanguageTag());
        choice.valueProperty().subscribe((before, now) -> {
            if (!now.isEmpty() && !now.equals(appearance.languageProperty().get().toLanguageTag())) {
                appearance.use(Locale.forLanguageTag(now));
            }
        });
    }

    public static void look(SegmentedChoice choice, Appearance appearance, Texts texts) {
        choice.setOptions(Arrays.stream(Look.values())
                .map(look -> new Option(look.name(), texts.name(look)))
                .toList());
        choice.setValue(appearance.lookProperty().get().name());
        choice.valueProperty().subscribe((before, now) -> {
            if (!now.isEmpty()) {
                appearance.use(Look.valueOf(now));
            }
        });
    }

    public static void textSize(SegmentedChoice choice, Appearance appearance) {
        choice.setOptions(Appearance.TEXT_SIZES.stream()
                .map(percent -> new Option(percent.toString(), percent + " %"))
                .toList());
        choice.setValue(appearance.textSizeProperty().get().toString());
        choice.valueProperty().subscribe((before, now) -> {
            if (!now.isEmpty()) {
                appearance.useTextSize(Integer.parseInt(now));
            }
        });
    }
}
