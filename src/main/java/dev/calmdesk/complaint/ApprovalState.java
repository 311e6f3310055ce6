package dev.calmdesk.complaint;

/// How a request for approval stands.
public enum ApprovalState {
    ASKED, APPROVED, REFUSED, WITHDRAWN
}
