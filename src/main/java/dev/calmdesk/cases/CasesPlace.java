package dev.calmdesk.cases;

import dev.calmdesk.base.Place;

/// Where the cases are listed.
public record CasesPlace() implements Place {}
