package dev.calmdesk.frame;

import static org.assertj.core.api.Assertions.assertThat;

import dev.calmdesk.support.Office;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DeskStatusTest {

    private final Office office = new Office();
    private final DeskStatus status = new DeskStatus(office.database, office.clock, Office.ZONE);

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void itCountsFromMidnightOfTheCompanysTimeZone() {
        var before = status.read().recordedToday();
        var milk = office.complaint(office.lin);
        var grown = status.read().recordedToday();
        assertThat(grown).isGreaterThan(before);

        office.clock.set(Instant.parse("2026-11-22T16:00:30Z"));
        assertThat(status.read().recordedToday()).isZero();

        office.cases.note(office.lin, milk.id(), "客户来电补充");
        assertThat(status.read().recordedToday()).isEqualTo(1);
    }

    @Test
    void aClockThatRunsBehindItsOwnRecordsIsReported() {
        assertThat(status.read().clockSetBackFrom()).isEmpty();
        var newest = office.clock.instant();

        office.clock.advance(Duration.ofMinutes(-1));
        assertThat(status.read().clockSetBackFrom()).isEmpty();
        office.clock.advance(Duration.ofHours(-1));
        assertThat(status.read().clockSetBackFrom()).contains(newest);
    }
}
