package dev.calmdesk.complaint.ui;

import dev.calmdesk.base.Changes;
import dev.calmdesk.base.Texts;
import dev.calmdesk.cases.When;
import dev.calmdesk.fx.Background;
import dev.calmdesk.fx.Dialogs;
import dev.calmdesk.fx.FileChoice;
import dev.calmdesk.fx.Viewer;

/// What the wizard works with.
///
/// @param changes of the store the services work on
/// @param when says times in the company's time zone
public record ComplaintTools(
        Background background,
        Dialogs dialogs,
        FileChoice files,
        Viewer viewer,
        Changes changes,
        Texts texts,
        When when) {}
