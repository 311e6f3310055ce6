package dev.calmdesk.settings.ui;

import dev.calmdesk.base.Texts;
import dev.calmdesk.fx.Background;
import dev.calmdesk.fx.Dialogs;
import dev.calmdesk.fx.Pasteboard;
import java.time.ZoneId;

/// What the settings work with.
///
/// @param version of the product
/// @param zone in which times are told
public record SettingsTools(
        Background background, Texts texts, Dialogs dialogs, Pasteboard pasteboard, String version, ZoneId zone) {}
