package dev.calmdesk.home;

import dev.calmdesk.workplace.Localised;
import dev.calmdesk.workplace.Workplace.Topic;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/// What the company lets everybody know.
///
/// @param at local time such as `2026-11-22 08:05`
/// @param article code of the article to read
public record Bulletin(
        String code, String at, Level level, Localised title, Localised text, @Nullable String article) {

    public static final Topic<Bulletin> TOPIC = new Topic<>("bulletin", Bulletin.class);

    private static final DateTimeFormatter AT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

    public enum Level {
        /// Changes what is said to customers today.
        ALERT,
        INFO
    }

    public Instant publishedAt(ZoneId zone) {
        return LocalDateTime.parse(at, AT).atZone(zone).toInstant();
    }
}
