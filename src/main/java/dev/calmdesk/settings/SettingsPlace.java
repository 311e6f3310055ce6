package dev.calmdesk.settings;

import dev.calmdesk.base.Place;

/// Where this desk's choices are made.
public record SettingsPlace() implements Place {}
