package dev.calmdesk.customer;

/// What kind of number reaches a customer.
public enum NumberType {
    PHONE,
    EMAIL,
    SHOP_ACCOUNT,
    SOCIAL_ACCOUNT,
    LANDLINE
}
