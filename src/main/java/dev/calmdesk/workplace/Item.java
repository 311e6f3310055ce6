package dev.calmdesk.workplace;

import dev.calmdesk.data.Kind;
import java.util.UUID;

/// One piece of workplace data.
///
/// @param topic what it is, such as `category` or `limit`; the feature that reads a topic owns the shape of its bodies
/// @param code unique within the topic
/// @param position order within the topic
/// @param body JSON
public record Item(UUID id, String topic, String code, int position, String body) {

    public static final Kind<Item> KIND = Kind.of("workplace", "workplace_item", Item.class);
}
