package dev.calmdesk.customer;

/// Where a customer is in the life cycle; each stage has the care that fits it (service standard §6).
public enum Stage {
    POTENTIAL,
    NEW,
    GROWING,
    MATURE,
    LEAVING,
    LOST
}
