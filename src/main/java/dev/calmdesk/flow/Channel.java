package dev.calmdesk.flow;

/// How a customer reaches us (service standard §2).
public enum Channel {
    PHONE,
    CHAT,
    EMAIL,
    SOCIAL,
    SELF_SERVICE,
    IN_PERSON;

    /// Whether what we say is typed, so that a line can be copied.
    public boolean isWritten() {
        return this == CHAT || this == EMAIL || this == SOCIAL || this == SELF_SERVICE;
    }
}
