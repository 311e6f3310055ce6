package dev.calmdesk.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/// Where the command line finds its data and which language it speaks.
class ConsoleTest {

    private static final Path HOME = Path.of("/home/me");

    private static String language(List<String> arguments, Map<String, String> environment) {
        return ConsoleLanguage.of(arguments, environment, Locale.ENGLISH).toLanguageTag();
    }

    @Test
    void theOptionOutranksTheEnvironment() {
        assertThat(language(List.of("case", "list", "--lang", "zh-TW"), Map.of("LANG", "en_US.UTF-8"))).isEqualTo("zh-TW");
        assertThat(language(List.of("--lang=zh-CN", "check"), Map.of())).isEqualTo("zh-CN");
    }

    @Test
    void theEnvironmentOutranksTheSystem() {
        assertThat(language(List.of(), Map.of("LC_ALL", "zh_HK.UTF-8", "LANG", "en_US"))).isEqualTo("zh-TW");
        assertThat(language(List.of(), Map.of("LANG", "zh_CN.UTF-8"))).isEqualTo("zh-CN");
        assertThat(language(List.of(), Map.of("LANG", "de_DE@euro"))).isEqualTo("en");
    }

    @Test
    void anEnvironmentThatSaysNothingLeavesItToTheSystem() {
        assertThat(ConsoleLanguage.of(List.of(), Map.of("LANG", "C.UTF-8"), Locale.SIMPLIFIED_CHINESE).toLanguageTag())
                .isEqualTo("zh-CN");
        assertThat(language(List.of("--lang"), Map.of("LANG", "POSIX"))).isEqualTo("en");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void everySystemHasAFolderForData() {
        assertThat(DataFolder.of("Linux", Map.of(), HOME)).isEqualTo(Path.of("/home/me/.local/share/calmdesk"));
        assertThat(DataFolder.of("Linux", Map.of("XDG_DATA_HOME", "/data"), HOME)).isEqualTo(Path.of("/data/calmdesk"));
        assertThat(DataFolder.of("Linux", Map.of("XDG_DATA_HOME", "relative"), HOME))
                .isEqualTo(Path.of("/home/me/.local/share/calmdesk"));
        assertThat(DataFolder.of("Mac OS X", Map.of(), HOME))
                .isEqualTo(Path.of("/home/me/Library/Application Support/Calmdesk"));
        assertThat(DataFolder.of("Windows 11", Map.of("APPDATA", "/roaming"), HOME)).isEqualTo(Path.of("/roaming/Calmdesk"));
        assertThat(DataFolder.of("Windows 11", Map.of(), HOME)).isEqualTo(Path.of("/home/me/AppData/Roaming/Calmdesk"));
    }

    @Test
    void chineseTakesTwoPlacesInAColumn() {
        assertThat(Columns.of(Columns.cell("孟楠", 6), "x")).isEqualTo("孟楠    x");
        assertThat(Columns.of(Columns.cell("abcdef", 6), "x")).isEqualTo("abcdef  x");
    }
}
