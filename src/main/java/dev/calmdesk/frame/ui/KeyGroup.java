package dev.calmdesk.frame.ui;

import java.util.List;

/// Shortcuts that belong together, for the overview.
///
/// @param titleKey where they hold
public record KeyGroup(String titleKey, List<Key> keys) {

    /// @param keys as printed on buttons, such as `Ctrl K`
    /// @param textKey what they do
    public record Key(String keys, String textKey) {}
}
