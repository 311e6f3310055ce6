package dev.calmdesk.contact;

/// Who began the contact.
public enum Direction {
    IN, OUT
}
