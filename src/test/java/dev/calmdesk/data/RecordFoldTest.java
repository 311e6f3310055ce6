package dev.calmdesk.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RecordFoldTest {

    private static final UUID LIN = new UUID(0, 1);
    private static final UUID CHEN = new UUID(0, 2);
    private static final UUID MENG = new UUID(0, 3);

    private final List<Entry> entries = new ArrayList<>();

    /// The hub's next number goes to a write of one field.
    private Entry write(UUID desk, long base, String field, String to) {
        return add(desk, base, Optional.of((long) entries.size() + 1), field, to);
    }

    private Entry unconfirmed(UUID desk, long base, String field, String to) {
        return add(desk, base, Optional.empty(), field, to);
    }

    private Entry add(UUID desk, long base, Optional<Long> position, String field, String to) {
        var entry = new Entry(
                UUID.randomUUID(), "note", LIN, Optional.empty(), "written", LIN, desk, entries.size() + 1, Instant.EPOCH,
                Optional.of(base).filter(seen -> seen > 0), position, Map.of(field, Arrays.asList(null, to)));
        entries.add(entry);
        return entry;
    }

    private RecordFold fold() {
        return RecordFold.of(entries);
    }

    @Test
    void aWriteThatKnewTheFormerOneReplacesIt() {
        write(LIN, 0, "severity", "S3");
        write(CHEN, 1, "severity", "S2");

        assertThat(fold().values()).containsEntry("severity", "S2");
        assertThat(fold().conflicts()).isEmpty();
    }

    @Test
    void ofTwoThatDidNotKnowOfEachOtherTheEarlierNumberedStandsAndTheOtherWaits() {
        var standing = write(LIN, 0, "severity", "S3");
        var other = write(CHEN, 0, "severity", "S2");

        assertThat(fold().values()).containsEntry("severity", "S3");
        assertThat(fold().conflicts()).containsExactly(new RecordFold.Conflict("severity", standing, other));
    }

    @Test
    void differentFieldsMergeByThemselves() {
        write(LIN, 0, "severity", "S3");
        write(CHEN, 0, "place", "家中");

        assertThat(fold().values()).containsEntry("severity", "S3").containsEntry("place", "家中");
        assertThat(fold().conflicts()).isEmpty();
    }

    @Test
    void theSameValueTwiceIsNoConflict() {
        write(LIN, 0, "severity", "S3");
        write(CHEN, 0, "severity", "S3");

        assertThat(fold().conflicts()).isEmpty();
    }

    @Test
    void whoSawBothDecides() {
        write(LIN, 0, "severity", "S3");
        write(CHEN, 0, "severity", "S2");
        write(MENG, 2, "severity", "S2");

        assertThat(fold().values()).containsEntry("severity", "S2");
        assertThat(fold().conflicts()).isEmpty();
    }

    @Test
    void whoSawOnlyTheStandingOneDoesNotDecide() {
        write(LIN, 0, "severity", "S3");
        var other = write(CHEN, 0, "severity", "S2");
        var later = write(MENG, 1, "severity", "S1");

        assertThat(fold().values()).containsEntry("severity", "S1");
        assertThat(fold().conflicts()).containsExactly(new RecordFold.Conflict("severity", later, other));
    }

    @Test
    void aDeskKnowsItsOwnWrites() {
        write(LIN, 0, "severity", "S3");
        write(LIN, 0, "severity", "S2");

        assertThat(fold().values()).containsEntry("severity", "S2");
        assertThat(fold().conflicts()).isEmpty();
    }

    @Test
    void onlyTheNewestUnseenValueOfADeskWaits() {
        write(LIN, 0, "severity", "S3");
        write(CHEN, 0, "severity", "S2");
        var newest = write(CHEN, 0, "severity", "S1");

        assertThat(fold().conflicts()).extracting(RecordFold.Conflict::other).containsExactly(newest);
    }

    @Test
    void whatTheHubHasNotNumberedStaysOnTop() {
        write(LIN, 0, "severity", "S3");
        unconfirmed(CHEN, 0, "severity", "S2");

        assertThat(fold().values()).containsEntry("severity", "S2");
        assertThat(fold().conflicts()).isEmpty();
    }

    @Test
    void clearingAFieldIsAValueToo() {
        write(LIN, 0, "severity", "S3");
        write(LIN, 1, "severity", null);

        assertThat(fold().values()).containsEntry("severity", null);
    }
}
