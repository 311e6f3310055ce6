package dev.calmdesk.complaint.ui;

import dev.calmdesk.fx.Background;
import dev.calmdesk.fx.Dialogs;
import dev.calmdesk.fx.FileChoice;
import dev.calmdesk.fx.Viewer;

/// What the record of a complaint uses of its window.
public record ComplaintRecordTools(Background background, Dialogs dialogs, FileChoice files, Viewer viewer) {}
