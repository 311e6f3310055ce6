package dev.calmdesk.frame.ui;

/// One line under the field of “find anything”.
sealed interface FindRow {

    /// The name of a group.
    record Heading(String text) implements FindRow {}

    /// Something to go to or to do.
    ///
    /// @param keys its shortcut; empty if it has none
    record Hit(String title, String detail, String icon, String keys, Runnable open) implements FindRow {}
}
