package dev.calmdesk.suggestion;

/// A piece of the shown text.
///
/// @param from inclusive
/// @param to exclusive
public record Stretch(int from, int to, String text) {}
