package dev.calmdesk.app.check;

/// Something in the store that should not be. Carries numbers, ids and names of fields, never what a customer said.
///
/// @param rule what is broken; key `check.<rule>` of the texts says it with both arguments
/// @param subject case number, id or file
/// @param detail field, act or amount
public record Finding(String rule, String subject, String detail) {}
