package dev.calmdesk.cases;

/// Where a case stands as a whole. A void case was opened by mistake and counts in no figure.
public enum CaseState {
    OPEN, CLOSED, VOID
}
