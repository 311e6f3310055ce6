package dev.calmdesk.frame.ui;

import dev.calmdesk.base.Texts;
import dev.calmdesk.fx.Background;
import dev.calmdesk.fx.FileChoice;
import dev.calmdesk.fx.Pasteboard;
import java.time.InstantSource;

/// What there is to work with before any store is open.
public record StartTools(
        Background background, Texts texts, FileChoice fileChoice, Pasteboard pasteboard, InstantSource clock) {}
