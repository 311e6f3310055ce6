package dev.calmdesk.customer;

import java.util.List;

/// All that is known about one customer.
///
/// @param purchases newest first
public record Profile(Customer customer, List<MaskedNumber> numbers, List<Purchase> purchases) {}
