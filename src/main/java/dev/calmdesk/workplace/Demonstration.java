package dev.calmdesk.workplace;

import dev.calmdesk.workplace.Workplace.Topic;
import java.time.Instant;

/// Says that a store holds nothing but made-up data, so that the sign-in screen may offer its people to choose from. A
/// store that was ever used in earnest has no such item.
///
/// @param password of all its people
public record Demonstration(String code, Instant madeAt, String password) {

    public static final Topic<Demonstration> TOPIC = new Topic<>("store", Demonstration.class);

    public static final String CODE = "demo";
}
