package dev.calmdesk.frame;

import dev.calmdesk.base.Place;
import dev.calmdesk.fx.Navigator;
import java.util.function.Consumer;

/// One thing found.
///
/// @param detail tells it apart from its namesakes; may be empty
/// @param open what happens when it is chosen, on the FX thread
public record Found(String title, String detail, Consumer<Navigator> open) {

    /// A thing that is opened somewhere.
    public static Found at(String title, String detail, Place place) {
        return new Found(title, detail, navigator -> navigator.go(place));
    }
}
