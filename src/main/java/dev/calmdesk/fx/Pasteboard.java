package dev.calmdesk.fx;

import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;

/// Where copied text goes.
@FunctionalInterface
public interface Pasteboard {

    void put(String text);

    /// The clipboard of the operating system; to be used on the FX thread.
    static Pasteboard ofSystem() {
        return text -> {
            var content = new ClipboardContent();
            content.putString(text);
            Clipboard.getSystemClipboard().setContent(content);
        };
    }
}
