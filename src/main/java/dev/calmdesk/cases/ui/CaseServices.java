package dev.calmdesk.cases.ui;

import dev.calmdesk.cases.Cases;
import dev.calmdesk.cases.Promises;
import dev.calmdesk.cases.Transfers;
import dev.calmdesk.cases.Unsent;
import dev.calmdesk.clock.Clocks;
import dev.calmdesk.people.People;

/// What the page of a case works with.
public record CaseServices(Cases cases, Promises promises, Transfers transfers, Clocks clocks, Unsent unsent, People people) {}
