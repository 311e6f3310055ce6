package dev.calmdesk.cases;

/// How something that happened, or is due, wants to be seen. A screen turns it into a colour.
public enum Tone {
    /// The usual course.
    PLAIN,
    /// Kept, done, settled.
    GOOD,
    /// Waits for somebody, or is due soon.
    WAITING,
    /// Serious, late, refused.
    GRAVE,
    /// Of little weight.
    FAINT
}
