package dev.calmdesk.cases.ui;

import dev.calmdesk.cases.Case;
import java.util.UUID;

/// Where the page of a case leads to and what it gets from other features.
public interface CaseWays {

    /// Goes on with the steps of the case.
    void goOn(Case subject);

    void openCustomer(UUID customerId);

    /// Makes the panel that shows what is recorded about this kind of case; asked once.
    CasePanel panel(Case subject);
}
