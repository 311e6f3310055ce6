package dev.calmdesk.fx.control;

/// One thing to choose: the code that is stored and the words a person reads.
public record Option(String code, String label) {}
