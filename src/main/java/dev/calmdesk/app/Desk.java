package dev.calmdesk.app;

import dev.calmdesk.base.Texts;
import dev.calmdesk.fx.Appearance;
import dev.calmdesk.fx.Background;
import dev.calmdesk.fx.FileChoice;
import dev.calmdesk.fx.Navigator;
import dev.calmdesk.fx.Pasteboard;
import dev.calmdesk.fx.Views;
import dev.calmdesk.fx.WindowDialogs;

/// What the screens of one window share. Known to this package only; a screen is handed the few parts it needs.
record Desk(
        Workspace workspace,
        Texts texts,
        Views views,
        Background background,
        WindowDialogs dialogs,
        FileChoice files,
        Pasteboard pasteboard,
        Appearance appearance) {}
