package dev.calmdesk.fx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.calmdesk.support.Tokens;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.paint.Color;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Whoever reads these colours eight hours a day must be able to (WCAG 2.2, 1.4.3 and 1.4.11).
class ContrastTest {

    private static final double TEXT = 4.5;
    private static final double SHAPE = 3.0;

    /// Words, then the grounds they stand on.
    private static final List<List<String>> WORDS = List.of(
            List.of("ink", "canvas", "surface", "raised", "sunken", "hover", "hit", "neutral-soft", "accent-soft",
                    "accent-faint", "ok-soft", "soon-soft", "late-soft", "late-faint", "info-soft"),
            List.of("ink-muted", "canvas", "surface", "raised", "sunken", "hover", "neutral-soft", "accent-soft",
                    "accent-faint", "hit"),
            List.of("ink-faint", "canvas", "surface", "raised", "sunken", "accent-faint"),
            List.of("accent-ink", "surface", "raised", "accent-soft", "accent-faint", "hover"),
            List.of("on-accent", "accent", "accent-hover"),
            List.of("ok-ink", "surface", "canvas", "ok-soft", "accent-soft"),
            List.of("soon-ink", "surface", "canvas", "soon-soft", "accent-soft"),
            List.of("late-ink", "surface", "canvas", "late-soft", "late-faint", "accent-soft"),
            List.of("info-ink", "surface", "canvas", "info-soft", "accent-soft"),
            List.of("on-late", "late-fill"),
            List.of("practice-ink", "practice-soft"),
            List.of("surface", "ink"));

    private static final List<List<String>> SHAPES = List.of(
            List.of("accent-ink", "surface", "accent-soft"),
            List.of("ok-fill", "surface"),
            List.of("soon-fill", "surface"),
            List.of("late-fill", "surface"),
            List.of("info-fill", "surface"));

    static Stream<Arguments> words() {
        return pairs(WORDS);
    }

    static Stream<Arguments> shapes() {
        return pairs(SHAPES);
    }

    private static Stream<Arguments> pairs(List<List<String>> rows) {
        return Stream.of(Tokens.LIGHT, Tokens.DARK).flatMap(tokens -> rows.stream().flatMap(row -> row.stream()
                .skip(1)
                .map(ground -> Arguments.of(tokens.name(), row.getFirst(), ground))));
    }

    @ParameterizedTest(name = "{0}: {1} on {2}")
    @MethodSource("words")
    void wordsAreReadable(String tone, String ink, String ground) {
        assertThat(contrast(tone, ink, ground)).isGreaterThanOrEqualTo(TEXT);
    }

    @ParameterizedTest(name = "{0}: {1} on {2}")
    @MethodSource("shapes")
    void shapesWithAMeaningAreSeen(String tone, String fill, String ground) {
        assertThat(contrast(tone, fill, ground)).isGreaterThanOrEqualTo(SHAPE);
    }

    private static double contrast(String tone, String one, String other) {
        var tokens = Tokens.named(tone);
        var a = luminance(tokens.colour(one));
        var b = luminance(tokens.colour(other));
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(Color colour) {
        return 0.2126 * linear(colour.getRed()) + 0.7152 * linear(colour.getGreen()) + 0.0722 * linear(colour.getBlue());
    }

    private static double linear(double channel) {
        return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
    }
}
