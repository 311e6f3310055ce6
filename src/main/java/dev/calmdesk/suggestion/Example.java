package dev.calmdesk.suggestion;

import java.util.UUID;

/// A text that somebody gave a label.
///
/// @param source where it stands, to show what a suggestion rests on
public record Example(UUID source, String label, String text) {}
