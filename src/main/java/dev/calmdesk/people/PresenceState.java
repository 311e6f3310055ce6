package dev.calmdesk.people;

/// What somebody is doing as far as customers are concerned.
public enum PresenceState {
    /// Free for the next customer.
    READY,
    /// With a customer.
    BUSY,
    /// Finishing the record of the last customer.
    AFTER_CALL,
    BREAK,
    TRAINING,
    /// Not at work.
    OFFLINE
}
