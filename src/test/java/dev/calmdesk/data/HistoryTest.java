package dev.calmdesk.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class HistoryTest {

    private static final UUID LIN = new UUID(0, 1);
    private static final UUID CHEN = new UUID(0, 2);

    private final List<Entry> entries = new ArrayList<>();

    private Entry entry(UUID desk, long seq, int minute, long base, Long position) {
        var entry = new Entry(
                UUID.randomUUID(), "note", LIN, Optional.of(LIN), "written", LIN, desk, seq,
                Instant.EPOCH.plusSeconds(minute * 60L), Optional.of(base).filter(seen -> seen > 0),
                Optional.ofNullable(position), Map.of());
        entries.add(entry);
        return entry;
    }

    private void assertOrder(Entry... expected) {
        for (var shuffle = 0; shuffle < 20; shuffle++) {
            Collections.shuffle(entries, new Random(shuffle));
            assertThat(History.inOrder(entries)).containsExactly(expected);
        }
    }

    @Test
    void whatNobodyHadSeenOfTheOtherStandsByTimeEvenIfItReachedTheHubLater() {
        var second = entry(LIN, 1, 10, 0, 1L);
        var third = entry(LIN, 2, 20, 0, 2L);
        var first = entry(CHEN, 1, 5, 0, 3L); // offline for long

        assertOrder(first, second, third);
    }

    @Test
    void anAnswerStandsAfterItsQuestionThoughTheClockOfItsDeskIsDaysBehind() {
        var question = entry(LIN, 1, 10_000, 0, 1L);
        var answer = entry(CHEN, 1, 5, 1, 2L);
        var after = entry(CHEN, 2, 6, 0, 3L);

        assertOrder(question, answer, after);
    }

    @Test
    void whatTheHubHasNotSeenYetStandsAfterWhatItsAuthorHadSeen() {
        var first = entry(LIN, 1, 10, 0, 7L);
        var own = entry(CHEN, 4, 1, 7, null);

        assertOrder(first, own);
    }

    @Test
    void oneDesksEntriesStandInTheOrderOfTheirNumbersWhateverItsClockDid() {
        var first = entry(LIN, 1, 30, 0, null); // rejected
        var second = entry(LIN, 2, 10, 0, 1L);
        var third = entry(LIN, 3, 20, 1, 2L);

        assertOrder(first, second, third);
    }

    @Test
    void numbersThatContradictEachOtherHideNothing() {
        entry(LIN, 1, 1, 2, 1L);
        entry(CHEN, 1, 2, 1, 2L);

        assertThat(History.inOrder(entries)).hasSize(2);
    }
}
