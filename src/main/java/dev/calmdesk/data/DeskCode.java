package dev.calmdesk.data;

/// The short name of a desk, such as `A07`.
public final class DeskCode {

    /// What every desk is called until a hub gives it a code of its own.
    public static final String FIRST = "A01";

    private DeskCode() {}
}
