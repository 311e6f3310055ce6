package dev.calmdesk.fx;

import dev.calmdesk.base.Setting;
import dev.calmdesk.base.Settings;
import dev.calmdesk.base.Texts;
import java.util.List;
import java.util.Locale;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// How the program looks on this desk and which language it speaks, chosen by the person and remembered. Belongs to the
/// FX thread.
public final class Appearance {

    /// Percent of the usual size.
    public static final List<Integer> TEXT_SIZES = List.of(90, 100, 115, 130);

    private static final Setting<String> LANGUAGE = Setting.text("appearance.language", "");
    private static final Setting<Look> LOOK = new Setting<>("appearance.look", Look.SYSTEM, Look::valueOf);
    private static final Setting<Integer> TEXT_SIZE = Setting.number("appearance.text-size", 100);

    private final Settings settings;
    private final Texts texts;
    private final Theme theme;
    private final Background background;
    private final ReadOnlyObjectWrapper<Locale> language;
    private final ReadOnlyObjectWrapper<Look> look;
    private final ReadOnlyObjectWrapper<Integer> textSize;

    /// Which tone is worn.
    public enum Look {
        LIGHT, DARK,
        /// As the operating system has it.
        SYSTEM
    }

    /// Puts on what was chosen last.
    public Appearance(Settings settings, Texts texts, Theme theme, Background background) {
        this.settings = settings;
        this.texts = texts;
        this.theme = theme;
        this.background = background;
        var chosen = settings.get(LANGUAGE);
        this.language = new ReadOnlyObjectWrapper<>(
                this, "language", Texts.nearest(chosen.isEmpty() ? Locale.getDefault() : Locale.forLanguageTag(chosen)));
        this.look = new ReadOnlyObjectWrapper<>(this, "look", settings.get(LOOK));
        this.textSize = new ReadOnlyObjectWrapper<>(this, "textSize", settings.get(TEXT_SIZE));
        speak(language.get());
        theme.useTextSize(textSize.get());
        dress();
        Platform.getPreferences().colorSchemeProperty().subscribe(this::dress);
    }

    /// Chooses one of [Texts#LANGUAGES]. Screens that stand are to be built anew by whoever listens.
    public void use(Locale chosen) {
        settings.set(LANGUAGE, chosen.toLanguageTag());
        save();
        speak(chosen);
        language.set(chosen);
    }

    public void use(Look chosen) {
        settings.set(LOOK, chosen);
        save();
        look.set(chosen);
        dress();
    }

    /// @param percent one of [#TEXT_SIZES]
    public void useTextSize(int percent) {
        settings.set(TEXT_SIZE, percent);
        save();
        textSize.set(percent);
        theme.useTextSize(percent);
    }

    public ReadOnlyObjectProperty<Locale> languageProperty() {
        return language.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Look> lookProperty() {
        return look.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Integer> textSizeProperty() {
        return textSize.getReadOnlyProperty();
    }

    private void speak(Locale chosen) {
        Locale.setDefault(chosen);
        texts.use(chosen);
    }

    private void dress() {
        theme.use(
                switch (look.get()) {
                    case LIGHT -> Theme.Tone.LIGHT;
                    case DARK -> Theme.Tone.DARK;
                    case SYSTEM -> Platform.getPreferences().getColorScheme() == ColorScheme.DARK
                            ? Theme.Tone.DARK
                            : Theme.Tone.LIGHT;
                });
    }

    private void save() {
        background.run("save settings", settings::save);
    }
}
