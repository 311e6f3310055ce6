package dev.calmdesk.knowledge.exchange.ui;

import dev.calmdesk.base.Texts;
import dev.calmdesk.fx.Background;
import dev.calmdesk.fx.Dialogs;
import dev.calmdesk.fx.FileChoice;
import dev.calmdesk.fx.Viewer;

/// What this page works with.
public record ExchangeTools(Background background, Texts texts, Dialogs dialogs, FileChoice files, Viewer viewer) {}
