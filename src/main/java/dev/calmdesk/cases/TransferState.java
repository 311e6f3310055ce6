package dev.calmdesk.cases;

/// How far a hand-over has come.
public enum TransferState {
    ASKED, ACCEPTED, DECLINED, WITHDRAWN
}
