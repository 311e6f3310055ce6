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
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.css.PseudoClass;
import javafx.scene.Scene;
import javafx.scene.text.Font;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Dresses scenes: AtlantaFX Primer below, the colours of the tone, then the product's own look, in the bundled font.
/// Scenes are held weakly and change together when another tone is chosen.
public final class Theme {

    private static final Logger LOG = LoggerFactory.getLogger(Theme.class);
    private static final PseudoClass PRACTICE = PseudoClass.getPseudoClass("practice");
    private static final PseudoClass DARK = PseudoClass.getPseudoClass("dark");

    private final ReadOnlyObjectWrapper<Tone> tone;
    private final Set<Scene> scenes = Collections.newSetFromMap(new WeakHashMap<>());
    private final String font;
    private String look = resource("theme/app.css");

    /// Bright or dark.
    public enum Tone {
        LIGHT,
        DARK
    }

    /// Loads the bundled font, too.
    public Theme(Tone tone) {
        this.tone = new ReadOnlyObjectWrapper<>(this, "tone", tone);
        this.font = fontSheet();
    }

    public ReadOnlyObjectProperty<Tone> toneProperty() {
        return tone.getReadOnlyProperty();
    }

    public void use(Tone chosen) {
        tone.set(chosen);
        scenes.forEach(this::dress);
    }

    /// Makes words, icons and the rows they stand in smaller or larger.
    ///
    /// @param percent of the usual size
    public void useTextSize(int percent) {
        look = percent == 100 ? resource("theme/app.css") : dataSheet(TextSize.scaled(read("theme/app.css"), percent));
        scenes.forEach(this::dress);
    }

    /// Dresses a scene now and whenever the tone or the size of text changes.
    public void attach(Scene scene) {
        scenes.add(scene);
        dress(scene);
    }

    /// Marks a window in which nothing is real.
    public static void markPractice(Scene scene, boolean practice) {
        scene.getRoot().pseudoClassStateChanged(PRACTICE, practice);
    }

    private void dress(Scene scene) {
        var dark = tone.get() == Tone.DARK;
        scene.setUserAgentStylesheet((dark ? new PrimerDark() : new PrimerLight()).getUserAgentStylesheet());
        scene.getStylesheets()
                .setAll(resource(dark ? "theme/tokens-dark.css" : "theme/tokens-light.css"), look, font);
        scene.getRoot().pseudoClassStateChanged(DARK, dark);
    }

    private static String resource(String name) {
        return Objects.requireNonNull(Theme.class.getResource(name), name).toExternalForm();
    }

    /// JavaFX makes no bold of its own, so both weights are loaded; the family is what the files say it is.
    private static String fontSheet() {
        var family = Stream.of("NotoSansSC-Regular.woff", "NotoSansSC-Bold.woff")
                .flatMap(name -> load(name).stream())
                .toList()
                .stream()
                .findFirst()
                .orElse("System");
        return dataSheet(".root { -fx-font-family: \"" + family + "\"; }");
    }

    private static String dataSheet(String css) {
        return "data:text/css;base64," + Base64.getEncoder().encodeToString(css.getBytes(StandardCharsets.UTF_8));
    }

    private static String read(String name) {
        try (var sheet = Objects.requireNonNull(Theme.class.getResourceAsStream(name), name)) {
            return new String(sheet.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
