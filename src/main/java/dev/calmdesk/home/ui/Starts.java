package dev.calmdesk.home.ui;

import dev.calmdesk.base.Texts;
import dev.calmdesk.clock.TimeLimit;
import dev.calmdesk.flow.Channel;
import dev.calmdesk.workplace.Workplace;
import dev.calmdesk.workplace.Workplace.Topic;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The large ways to begin something, each with the limit that the company set.
final class Starts {

    private static final Topic<Map<?, ?>> SCENARIOS = scenarios();

    private final Workplace workplace;
    private final Texts texts;

    Starts(Workplace workplace, Texts texts) {
        this.workplace = workplace;
        this.texts = texts;
    }

    /// @param channel null for practice
    /// @param subtitle may be empty
    record Tile(@Nullable Channel channel, String title, String subtitle, String icon, String keys) {}

    @SuppressWarnings("unchecked") // a class literal has no type arguments
    private static Topic<Map<?, ?>> scenarios() {
        return new Topic<>("scenario", (Class<Map<?, ?>>) (Class<?>) Map.class);
    }

    List<Tile> tiles(boolean servesCustomers) {
        var contacts = Stream.of(
                tile(Channel.PHONE, "phone", "phone-answer", "fth-phone-call", "F2"),
                tile(Channel.CHAT, "chat", "chat-first-reply", "fth-message-circle", "Shift F2"),
                tile(Channel.EMAIL, "mail", "email-first-reply", "fth-mail", "F4"));
        var scenarios = workplace.all(SCENARIOS).size();
        var practice = new Tile(
                null, texts.get("home.start.practice"),
                scenarios == 0 ? "" : texts.get("home.start.scenarios", scenarios), "fth-target", "F9");
        return Stream.concat(servesCustomers ? contacts : Stream.<Tile>empty(), Stream.of(practice)).toList();
    }

    private Tile tile(Channel channel, String name, String limitCode, String icon, String keys) {
        var limit = TimeLimit.mostSpecific(workplace.all(TimeLimit.TOPIC), limitCode, channel.name(), null)
                .map(found -> texts.get("home.start_limit." + name, words(found)))
                .orElse("");
        return new Tile(channel, texts.get("home.start." + name), limit, icon, keys);
    }

    private String words(TimeLimit limit) {
        Duration time = limit.duration();
        if (time.toMinutes() == 0) {
            return texts.get("home.limit.seconds", time.toSeconds());
        }
        if (time.toHours() == 0) {
            return texts.get("home.limit.minutes", time.toMinutes());
        }
        return texts.get(
                limit.basis() == TimeLimit.Basis.SERVICE ? "home.limit.service_hours" : "home.limit.hours",
                time.toHours());
    }
}
