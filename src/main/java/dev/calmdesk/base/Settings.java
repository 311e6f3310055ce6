package dev.calmdesk.base;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The settings of one desk, in a properties file. [#set] changes memory only; [#save] writes to a new file and moves it
/// over the old one, so that a crash or a power cut leaves one or the other. Thread-safe.
public final class Settings {

    private static final Logger LOG = LoggerFactory.getLogger(Settings.class);

    private final @Nullable Path file;
    private final Properties values = new Properties();

    private Settings(@Nullable Path file) {
        this.file = file;
    }

    /// A file that is missing or unreadable gives the defaults.
    public static Settings load(Path file) {
        var settings = new Settings(file);
        if (Files.exists(file)) {
            try (var reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
                settings.values.load(reader);
            } catch (IOException | IllegalArgumentException e) {
                LOG.warn("Settings in {} cannot be read; the defaults hold", file, e);
            }
        }
        return settings;
    }

    /// Settings that are never written, for practice and tests.
    public static Settings inMemory() {
        return new Settings(null);
    }

    public synchronized <T> T get(Setting<T> setting) {
        var stored = values.getProperty(setting.key());
        if (stored == null) {
            return setting.defaultValue();
        }
        try {
            return setting.parse().apply(stored);
        } catch (RuntimeException e) {
            LOG.warn("Setting {} has an unusable value; the default holds", setting.key(), e);
            return setting.defaultValue();
        }
    }

    public synchronized <T> void set(Setting<T> setting, T value) {
        values.setProperty(setting.key(), value.toString());
    }

    /// Blocks on the disk.
    public synchronized void save() {
        if (file == null) {
            return;
        }
        try {
            var fresh = file.resolveSibling(file.getFileName() + ".tmp");
            try (var file = new FileOutputStream(fresh.toFile());
                    var writer = new OutputStreamWriter(file, StandardCharsets.UTF_8)) {
                values.store(writer, null);
                writer.flush();
                file.getFD().sync();
            }
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
