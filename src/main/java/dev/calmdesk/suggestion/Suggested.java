package dev.calmdesk.suggestion;

import java.util.List;
import java.util.UUID;

/// A label that may fit a text.
///
/// @param probability how often a label that fits a text as well as this one was the right one
/// @param words what in the text speaks for it, in the order of the text
/// @param sources examples of the label that say much of the same, the closest first
public record Suggested(String label, double probability, List<Stretch> words, List<UUID> sources) {}
