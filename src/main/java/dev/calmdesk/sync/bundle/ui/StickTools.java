package dev.calmdesk.sync.bundle.ui;

import dev.calmdesk.base.Texts;
import dev.calmdesk.fx.Background;
import dev.calmdesk.fx.FileChoice;

/// What this card works with.
public record StickTools(Background background, Texts texts, FileChoice files) {}
