package dev.calmdesk.sync.ui;

import dev.calmdesk.base.Place;
import dev.calmdesk.fx.control.HighlightedText.Range;
import dev.calmdesk.sync.Conflict;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A conflict in words.
///
/// @param summary names of its fields and of those who wrote them
/// @param history what happened last around the record, newest first
record ConflictItem(
        Conflict conflict,
        String title,
        String summary,
        Optional<Place> place,
        List<String> history,
        List<FieldItem> fields) {

    /// One field of it.
    ///
    /// @param before what all versions were written over
    /// @param currency of an amount; empty otherwise
    record FieldItem(
            String field,
            String name,
            String before,
            List<VersionItem> versions,
            RecordWords.Editing editing,
            String currency) {}

    /// One version of a field.
    ///
    /// @param origin desk and time
    /// @param changed what is not in the value before
    /// @param stands whether it is what everybody sees now
    /// @param desk where it was written
    record VersionItem(
            String author,
            String origin,
            String text,
            List<Range> changed,
            boolean stands,
            UUID desk,
            @Nullable Object value) {}
}
