package dev.calmdesk.frame.ui;

import dev.calmdesk.base.Texts;
import dev.calmdesk.fx.Background;
import dev.calmdesk.fx.Navigator;

/// What every part of the frame works with.
public record FrameTools(Background background, Navigator navigator, Texts texts) {}
