package dev.calmdesk.sync.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PushTest {

    private static WireEntry entry(int characters) {
        var id = UUID.randomUUID();
        return new WireEntry(
                id, "team-T1", "note", 1, id, id, "added", id, id, 1, 0, null,
                Map.of("text", Arrays.asList(null, "字".repeat(characters))));
    }

    @Test
    void longEntriesGoInSeveralPushes() {
        var entries = Stream.generate(() -> entry(200_000)).limit(30).toList();
        var first = Push.fitting(entries);
        assertThat(first).hasSizeBetween(5, 10).isEqualTo(entries.subList(0, first.size()));
    }

    @Test
    void anEntryThatIsTooLongByItselfGoesAloneSoThatTheHubCanSayNo() {
        assertThat(Push.fitting(List.of(entry(5_000_000), entry(1)))).hasSize(1);
        assertThat(Push.fitting(List.of())).isEmpty();
    }
}
