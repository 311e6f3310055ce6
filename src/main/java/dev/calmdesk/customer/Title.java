package dev.calmdesk.customer;

/// How a customer wants to be addressed.
public enum Title {
    MS,
    MR,
    /// Not known, or neither.
    NONE
}
