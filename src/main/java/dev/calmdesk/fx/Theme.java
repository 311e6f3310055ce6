package dev.calmdesk.fx;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collections;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.stream.Stream;
import javafx.application.Application;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.css.PseudoClass;
import javafx.scene.Scene;
import javafx.scene.text.Font;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Dresses the program: AtlantaFX Primer below, the colours of the tone, then the product's own look, in the bundled
/// font.
///
/// The three are one user agent style sheet for all windows, because pop-ups are measured before they inherit the style
/// sheets of a scene. There is one theme in a running program.
public final class Theme {

    private static final Logger LOG = LoggerFactory.getLogger(Theme.class);
    private static final PseudoClass PRACTICE = PseudoClass.getPseudoClass("practice");
    private static final PseudoClass DARK = PseudoClass.getPseudoClass("dark");
    private static final int USUAL_SIZE = 100;

    private final ReadOnlyObjectWrapper<Tone> tone;
    private final Set<Scene> scenes = Collections.newSetFromMap(new WeakHashMap<>());
    private final String family;
    private int textSize = USUAL_SIZE;

    /// Bright or dark.
    public enum Tone {
        LIGHT,
        DARK
    }

    /// Loads the bundled font, too.
    public Theme(Tone tone) {
        this.tone = new ReadOnlyObjectWrapper<>(this, "tone", tone);
        this.family = loadFonts();
        install();
    }

    public ReadOnlyObjectProperty<Tone> toneProperty() {
        return tone.getReadOnlyProperty();
    }

    public void use(Tone chosen) {
        tone.set(chosen);
        install();
        scenes.forEach(this::tell);
    }

    /// Makes words, icons and the rows they stand in smaller or larger.
    ///
    /// @param percent of the usual size
    public void useTextSize(int percent) {
        textSize = percent;
        install();
    }

    /// Lets a scene know the tone, now and when it changes, by the pseudo-class `:dark` of its root. Held weakly.
    public void attach(Scene scene) {
        scenes.add(scene);
        tell(scene);
    }

    /// Marks a window in which nothing is real.
    public static void markPractice(Scene scene, boolean practice) {
        scene.getRoot().pseudoClassStateChanged(PRACTICE, practice);
    }

    private void tell(Scene scene) {
        scene.getRoot().pseudoClassStateChanged(DARK, tone.get() == Tone.DARK);
    }

    private void install() {
        var dark = tone.get() == Tone.DARK;
        var look = read("theme/app.css");
        var css = String.join(
                "\n",
                imported((dark ? new PrimerDark() : new PrimerLight()).getUserAgentStylesheet()),
                imported(dark ? "theme/tokens-dark.css" : "theme/tokens-light.css"),
                textSize == USUAL_SIZE ? look : TextSize.scaled(look, textSize),
                ".root { -fx-font-family: \"" + family + "\"; }");
        Application.setUserAgentStylesheet(
                "data:text/css;base64," + Base64.getEncoder().encodeToString(css.getBytes(StandardCharsets.UTF_8)));
    }

    private static String imported(String name) {
        var sheet = Objects.requireNonNull(Theme.class.getResource(name), name);
        return "@import url(\"" + sheet.toExternalForm() + "\");";
    }

    private static String read(String name) {
        try (var sheet = Objects.requireNonNull(Theme.class.getResourceAsStream(name), name)) {
            return new String(sheet.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// JavaFX makes no bold of its own, so both weights are loaded; the family is what the files say it is.
    private static String loadFonts() {
        return Stream.of("NotoSansSC-Regular.woff", "NotoSansSC-Bold.woff")
                .flatMap(name -> load(name).stream())
                .toList()
                .stream()
                .findFirst()
                .orElse("System");
    }

    private static Optional<String> load(String name) {
        var file = Theme.class.getResource("font/" + name);
        var loaded = file == null ? null : Font.loadFont(file.toExternalForm(), 14);
        if (loaded == null) {
            LOG.warn("Bundled font {} cannot be loaded; the system's font serves", name);
        }
        return Optional.ofNullable(loaded).map(Font::getFamily);
    }
}
