package dev.calmdesk.fx;

import java.util.Arrays;
import java.util.List;

/// What a dialog says, by text keys.
///
/// @param arguments fill the placeholders of the text, not those of the title
public record Message(String titleKey, String textKey, List<Object> arguments) {

    public static Message of(String titleKey, String textKey, Object... arguments) {
        return new Message(titleKey, textKey, Arrays.asList(arguments));
    }
}
