package dev.calmdesk.home;

import dev.calmdesk.base.Place;

/// Where a person's day begins.
public record HomePlace() implements Place {}
