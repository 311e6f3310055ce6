package dev.calmdesk.base;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {

    private static final Setting<String> THEME = Setting.text("theme", "light");
    private static final Setting<Integer> WIDTH = Setting.number("width", 1440);

    @TempDir
    private Path folder;

    @Test
    void whatIsSavedIsLoaded() {
        var file = folder.resolve("settings.properties");
        var settings = Settings.load(file);
        settings.set(THEME, "深色");
        settings.set(WIDTH, 900);
        assertThat(file).doesNotExist();
        settings.save();

        var loaded = Settings.load(file);
        assertThat(loaded.get(THEME)).isEqualTo("深色");
        assertThat(loaded.get(WIDTH)).isEqualTo(900);
    }

    @Test
    void aSaveThatWasCutOffLeavesTheOldSettings() throws IOException {
        var file = folder.resolve("settings.properties");
        var settings = Settings.load(file);
        settings.set(THEME, "dark");
        settings.save();
        Files.writeString(folder.resolve("settings.properties.tmp"), "theme=li");

        assertThat(Settings.load(file).get(THEME)).isEqualTo("dark");
        settings.set(THEME, "light");
        settings.save();
        assertThat(Settings.load(file).get(THEME)).isEqualTo("light");
        assertThat(folder.resolve("settings.properties.tmp")).doesNotExist();
    }

    @Test
    void damagedOrUnusableSettingsGiveTheDefaults() throws IOException {
        var file = folder.resolve("settings.properties");
        Files.write(file, new byte[] {(byte) 0xff, (byte) 0xfe, 0x00, (byte) 0x80});
        assertThat(Settings.load(file).get(THEME)).isEqualTo("light");

        Files.writeString(file, "width=wide\ntheme=dark\n");
        assertThat(Settings.load(file).get(WIDTH)).isEqualTo(1440);
        assertThat(Settings.load(file).get(THEME)).isEqualTo("dark");
    }
}
