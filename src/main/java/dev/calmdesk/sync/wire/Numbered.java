package dev.calmdesk.sync.wire;

/// An entry with its number in the scope.
public record Numbered(long position, WireEntry entry) {}
