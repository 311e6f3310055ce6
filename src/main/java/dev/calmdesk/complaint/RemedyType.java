package dev.calmdesk.complaint;

import dev.calmdesk.workplace.Localised;
import dev.calmdesk.workplace.Workplace.Topic;

/// A way to put something right.
///
/// @param proof hint at what shows that it was carried out
public record RemedyType(String code, Localised name, boolean hasAmount, boolean needsAddress, Localised proof) {

    public static final Topic<RemedyType> TOPIC = new Topic<>("remedy", RemedyType.class);
}
