package dev.calmdesk.people;

import dev.calmdesk.data.Kind;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A time in which somebody was in one state, half-open: [from, until).
///
/// @param untilAt missing while it lasts
public record Presence(UUID id, UUID person, PresenceState state, Instant fromAt, @Nullable Instant untilAt) {

    public static final Kind<Presence> KIND = Kind.about("person", "presence", "presence", Presence.class)
            .withAutomatic("until_at");
}
