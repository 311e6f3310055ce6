package dev.calmdesk.cases.ui;

import dev.calmdesk.cases.Case;

/// Where the page of a case leads to and what it gets from other features.
public interface CaseWays {

    /// Goes on with the steps of the case.
    void goOn(Case subject);

    /// Calls the customer back about the case.
    void callBack(Case subject);

    /// Makes the panel that shows what is recorded about this kind of case; asked once.
    CasePanel panel(Case subject);
}
