package dev.calmdesk.sync.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.calmdesk.base.Texts;
import dev.calmdesk.sync.wire.Rejection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// Whatever the hub does not take, the person is told why and what to do.
class RejectionWordsTest {

    private static final Path PROTOCOL = Path.of("src", "docs", "protocol.md");
    private static final Pattern TABLE =
            Pattern.compile("\\| reason \\| the entry \\|\\n\\|---\\|---\\|\\n((?:\\|.*\\n)+)");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z-]+)` \\|");

    private static List<String> inProtocol() throws IOException {
        var table = TABLE.matcher(Files.readString(PROTOCOL));
        assertThat(table.find()).isTrue();
        return ROW.matcher(table.group(1)).results().map(row -> row.group(1)).toList();
    }

    @Test
    void everyReasonOfTheHubStandsInTheProtocol() throws IOException {
        assertThat(inProtocol()).containsAll(Arrays.stream(Rejection.values()).map(Rejection::onWire).toList());
    }

    @Test
    void everyReasonOfTheProtocolHasWordsOfItsOwn() throws IOException {
        for (var language : Texts.LANGUAGES) {
            var texts = new Texts(language);
            assertThat(inProtocol())
                    .extracting(reason -> ProblemReader.reason(texts, reason))
                    .as(language.toString())
                    .doesNotHaveDuplicates()
                    .doesNotContainAnyElementsOf(inProtocol().stream()
                            .map(reason -> texts.get("sync.rejected.other", reason))
                            .toList());
        }
    }

    @Test
    void aReasonOfANewerHubIsNamed() {
        assertThat(ProblemReader.reason(new Texts(Locale.ENGLISH), "too-late")).contains("too-late");
    }
}
