package dev.calmdesk.flow;

import dev.calmdesk.workplace.Workplace;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Finds the lines for a moment.
public final class Lines {

    private final Workplace workplace;

    public Lines(Workplace workplace) {
        this.workplace = workplace;
    }

    /// Where the contact stands.
    ///
    /// @param emotion 1–5, 0 if none was noted
    /// @param values placeholder values that are known
    public record Situation(Locale language, Channel channel, String flow, int emotion, Map<String, String> values) {}

    /// The variants for a moment: those whose placeholders can all be filled first; among these, those that make use of
    /// what is known (a known customer is greeted by name) and those written for this channel, flow and emotion.
    public List<Line> variants(Situation situation, Moment moment) {
        var tag = situation.language().toLanguageTag();
        return workplace.all(Line.TOPIC).stream()
                .filter(line -> line.moment() == moment && line.lang().equals(tag))
                .filter(line -> line.fits(situation.channel(), situation.flow(), situation.emotion()))
                .sorted(Comparator.comparingInt((Line line) -> missing(line, situation))
                        .thenComparing(line -> !greetsByName(line))
                        .thenComparing(line -> line.flow() == null)
                        .thenComparing(line -> line.emotion().isEmpty())
                        .thenComparing(line -> line.channels().isEmpty()))
                .toList();
    }

    private static boolean greetsByName(Line line) {
        return line.moment() == Moment.GREET && line.placeholders().contains("customer");
    }

    private static int missing(Line line, Situation situation) {
        return (int) line.placeholders().stream()
                .filter(name -> situation.values().getOrDefault(name, "").isBlank())
                .count();
    }
}
