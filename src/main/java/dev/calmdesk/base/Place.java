package dev.calmdesk.base;

/// Where a person can be in the program. Each feature declares its places as records; screens reach each other only by
/// naming a place.
public interface Place {}
