package dev.calmdesk.knowledge.ui;

import dev.calmdesk.base.Texts;
import dev.calmdesk.fx.Background;
import dev.calmdesk.fx.Dialogs;
import dev.calmdesk.fx.Navigator;

/// What the editor works with.
public record EditorTools(Background background, Texts texts, Dialogs dialogs, Navigator navigator) {}
