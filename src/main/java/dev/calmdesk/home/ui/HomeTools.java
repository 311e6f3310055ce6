package dev.calmdesk.home.ui;

import dev.calmdesk.base.Changes;
import dev.calmdesk.base.Texts;
import dev.calmdesk.fx.Background;
import dev.calmdesk.fx.Dialogs;
import dev.calmdesk.fx.Navigator;

/// What the home screen works with.
public record HomeTools(Background background, Navigator navigator, Texts texts, Dialogs dialogs, Changes changes) {}
