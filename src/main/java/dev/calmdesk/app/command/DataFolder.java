package dev.calmdesk.app.command;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The folder for a user's data that each system provides.
public final class DataFolder {

    private DataFolder() {}

    /// @param system name of the operating system, as Java says it
    public static Path of(String system, Map<String, String> environment, Path home) {
        var name = system.toLowerCase(Locale.ROOT);
        if (name.contains("win")) {
            return set(environment, "APPDATA").orElse(home.resolve("AppData").resolve("Roaming")).resolve("Calmdesk");
        } else if (name.contains("mac")) {
            return home.resolve("Library").resolve("Application Support").resolve("Calmdesk");
        }
        return set(environment, "XDG_DATA_HOME").orElse(home.resolve(".local").resolve("share")).resolve("calmdesk");
    }

    /// A relative path is ignored, as the standard of the free desktops asks.
    private static Optional<Path> set(Map<String, String> environment, String variable) {
        return Optional.ofNullable(environment.get(variable))
                .filter(value -> !value.isBlank())
                .map(Path::of)
                .filter(Path::isAbsolute);
    }
}
