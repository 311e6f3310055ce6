package dev.calmdesk.settings;

import dev.calmdesk.base.Place;

/// Where this desk's choices are made.
///
/// @param atPassword whether the person came to change their password
public record SettingsPlace(boolean atPassword) implements Place {

    public SettingsPlace() {
        this(false);
    }
}
