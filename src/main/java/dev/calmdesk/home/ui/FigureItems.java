package dev.calmdesk.home.ui;

import dev.calmdesk.base.Texts;
import dev.calmdesk.fx.control.Signal;
import dev.calmdesk.home.DayFigures;
import dev.calmdesk.home.Figure;
import dev.calmdesk.home.Share;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.DoubleFunction;

/// Words for the figures of the day. Rounding happens here and nowhere before.
final class FigureItems {

    /// A figure without a denominator.
    private static final String NONE = "—";

    private final Texts texts;

    FigureItems(Texts texts) {
        this.texts = texts;
    }

    List<FigureItem> of(DayFigures day) {
        return List.of(
                percent("first_contact", day.firstContact(), basis(day.firstContact())),
                percent("satisfaction", day.satisfaction(), ratings(day)),
                handling(day.handling()),
                promises(day));
    }

    private FigureItem percent(String name, Figure figure, String basis) {
        return item(
                name, shown(figure.value(), value -> decimal(value) + "%"), figure, basis,
                note(figure, difference -> decimal(Math.abs(difference)), 0.05), 1);
    }

    private FigureItem handling(Figure figure) {
        return item(
                "handling", shown(figure.value(), FigureItems::minutes), figure, basis(figure),
                note(figure, difference -> minutes(Math.abs(difference)), 0.5), -1);
    }

    /// @param better 1 if more is better, -1 if less is
    private FigureItem item(String name, String value, Figure figure, String basis, String note, int better) {
        var direction = Math.signum(figure.aboveTeam().orElse(0)) * better;
        var signal = note.isEmpty() || direction == 0 ? Signal.NEUTRAL : direction > 0 ? Signal.OK : Signal.SOON;
        return new FigureItem(
                texts.get("home.figure." + name), value, note, signal, basis, texts.get("home.meaning." + name));
    }

    private static String note(Figure figure, DoubleFunction<String> difference, double visible) {
        var above = figure.aboveTeam();
        if (above.isEmpty() || Math.abs(above.getAsDouble()) < visible) {
            return "";
        }
        return (above.getAsDouble() > 0 ? "▲ " : "▼ ") + difference.apply(above.getAsDouble());
    }

    private String basis(Figure figure) {
        return figure.n() == 0
                ? texts.get("home.figure.nothing_yet")
                : texts.get(figure.isSmall() ? "home.figure.few" : "home.figure.basis", figure.n());
    }

    private String ratings(DayFigures day) {
        if (day.asked() == 0) {
            return texts.get("home.figure.nothing_yet");
        }
        return day.meanStars().isEmpty()
                ? texts.get("home.figure.asked", day.asked())
                : texts.get(
                        "home.figure.ratings", decimal(day.meanStars().getAsDouble()), day.satisfaction().n(),
                        day.asked());
    }

    private FigureItem promises(DayFigures day) {
        Share kept = day.promises();
        var isWhole = kept.part() == kept.whole();
        return new FigureItem(
                texts.get("home.figure.promises"),
                kept.whole() == 0 ? NONE : kept.part() + "/" + kept.whole(),
                kept.percent().isEmpty() ? "" : decimal(kept.percent().getAsDouble()) + "%",
                isWhole ? Signal.OK : Signal.SOON,
                texts.get("home.figure.promises_open", day.promisesOpen()),
                texts.get("home.meaning.promises"));
    }

    private static String shown(OptionalDouble value, DoubleFunction<String> words) {
        return value.isEmpty() ? NONE : words.apply(value.getAsDouble());
    }

    private static String decimal(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    private static String minutes(double seconds) {
        var whole = Math.round(seconds);
        return "%d:%02d".formatted(whole / 60, whole % 60);
    }
}
