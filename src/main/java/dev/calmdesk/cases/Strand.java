package dev.calmdesk.cases;

/// What part of a case's history something belongs to; a person may look at one of them alone.
public enum Strand {
    STEPS, NOTES, PROMISES, REMEDIES, HANDOVERS, CONTACTS
}
