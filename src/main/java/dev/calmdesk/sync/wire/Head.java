package dev.calmdesk.sync.wire;

/// How far a scope has come.
///
/// @param n number of its newest entry
public record Head(String scope, long n) {}
