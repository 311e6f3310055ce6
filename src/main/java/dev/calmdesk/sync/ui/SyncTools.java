package dev.calmdesk.sync.ui;

import dev.calmdesk.base.Texts;
import dev.calmdesk.fx.Background;
import dev.calmdesk.fx.Dialogs;
import dev.calmdesk.fx.FileChoice;
import dev.calmdesk.fx.Navigator;
import dev.calmdesk.fx.Pasteboard;
import java.time.InstantSource;
import java.time.ZoneId;

/// What these screens work with.
public record SyncTools(
        Background background,
        Texts texts,
        Dialogs dialogs,
        Pasteboard pasteboard,
        FileChoice files,
        Navigator navigator,
        RecordWords words,
        InstantSource clock,
        ZoneId zone) {}
