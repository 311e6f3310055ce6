package dev.calmdesk.contact;

/// Where the customer met the company (service standard §2).
public enum Touchpoint {
    PACKAGING, WEBSITE, APP, SHOP, HOTLINE, CHAT, SOCIAL, LETTER, EVENT
}
