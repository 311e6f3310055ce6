package dev.calmdesk.home.ui;

import dev.calmdesk.fx.control.Signal;
import java.util.UUID;

/// One thing that is due, as a row shows it.
///
/// @param share how much of its time is used
/// @param left what is left, in at most four characters
/// @param mark severity or kind
record DueItem(
        UUID caseId,
        String number,
        String title,
        String detail,
        double share,
        String left,
        Signal signal,
        String mark,
        Signal markSignal) {}
