package dev.calmdesk.customer;

import java.util.UUID;

/// A customer's number as everybody may see it; [Customers#reveal] gives the clear one.
///
/// @param id of the [CustomerNumber]
public record MaskedNumber(UUID id, NumberType type, String text) {}
