package dev.calmdesk.complaint;

/// A remedy above a person's authority waits for approval and cannot be carried out before.
public enum RemedyState {
    /// Within authority, or approved: may be carried out.
    ALLOWED,
    /// Above authority: somebody with more has to decide.
    WAITING,
    REFUSED,
    DONE,
    /// Taken back before it was carried out.
    DROPPED
}
