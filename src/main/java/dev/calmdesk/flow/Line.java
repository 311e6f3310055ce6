package dev.calmdesk.flow;

import dev.calmdesk.workplace.Workplace.Topic;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A sentence for the agent to say or send.
///
/// @param lang language tag
/// @param channels where it fits; empty: everywhere
/// @param flow `COMPLAINT` or `INQUIRY`; null: both
/// @param emotion levels 1–5 of the customer's emotion it fits; empty: all
/// @param text with placeholders in braces and `**stress**`
public record Line(
        String code,
        String lang,
        Moment moment,
        List<Channel> channels,
        @Nullable String flow,
        List<Integer> emotion,
        String text) {

    public static final Topic<Line> TOPIC = new Topic<>("line", Line.class);

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)}");

    public Line {
        channels = channels == null ? List.of() : List.copyOf(channels);
        emotion = emotion == null ? List.of() : List.copyOf(emotion);
    }

    /// Names of the placeholders, in their order.
    public List<String> placeholders() {
        return PLACEHOLDER.matcher(text).results().map(found -> found.group(1)).toList();
    }

    /// @param level 1–5, or 0 if no emotion was noted
    boolean fits(Channel channel, String flowCode, int level) {
        return (channels.isEmpty() || channels.contains(channel))
                && (flow == null || flow.equals(flowCode))
                && (emotion.isEmpty() || level == 0 || emotion.contains(level));
    }
}
