package dev.calmdesk.customer;

/// What a customer's loyalty has earned; some rules are kinder to higher tiers.
public enum Tier {
    STANDARD,
    SILVER,
    GOLD
}
