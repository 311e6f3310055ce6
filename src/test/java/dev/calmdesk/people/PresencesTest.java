package dev.calmdesk.people;

import static dev.calmdesk.people.PresenceState.AFTER_CALL;
import static dev.calmdesk.people.PresenceState.BREAK;
import static dev.calmdesk.people.PresenceState.BUSY;
import static dev.calmdesk.people.PresenceState.OFFLINE;
import static dev.calmdesk.people.PresenceState.READY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.calmdesk.base.Ids;
import dev.calmdesk.data.Database;
import dev.calmdesk.data.Journal;
import dev.calmdesk.support.ManualClock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PresencesTest {

    private final ManualClock clock = new ManualClock("2026-11-22T00:00:00Z");
    private final Ids ids = Ids.timeOrdered(clock);
    private final Database database = Database.inMemory(clock, ids);
    private final Presences presences = new Presences(database, clock, ids);
    private final Actor lin = new Actor(ids.next(), "8021", "林晓棠", Set.of(Role.AGENT), "T1");
    private final Actor chen = new Actor(ids.next(), "8013", "陈屿", Set.of(Role.AGENT), "T1");

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aStateLastsUntilTheNextOneBegins() {
        var begin = clock.instant();
        presences.switchTo(lin, READY);
        clock.advance(Duration.ofMinutes(10));
        presences.switchTo(lin, BUSY);

        assertThat(presences.current(lin.id()).orElseThrow().state()).isEqualTo(BUSY);
        assertThat(presences.current(chen.id())).isEmpty();
        assertThat(presences.timesOfDay(lin.id(), begin, begin.plusSeconds(3600)))
                .containsExactly(entry(READY, Duration.ofMinutes(10)));
        clock.advance(Duration.ofMinutes(5));
        assertThat(presences.timesOfDay(lin.id(), begin, begin.plusSeconds(3600)))
                .containsOnly(entry(READY, Duration.ofMinutes(10)), entry(BUSY, Duration.ofMinutes(5)));
    }

    @Test
    void switchingToTheSameStateChangesNothing() {
        var first = presences.switchTo(lin, READY);
        clock.advance(Duration.ofMinutes(1));

        assertThat(presences.switchTo(lin, READY)).isEqualTo(first);
        var history = database.read(handle -> Journal.of(handle, lin.id()));
        assertThat(history).hasSize(1);
    }

    @Test
    void everybodysStateIsSeenAtOnce() {
        presences.switchTo(lin, READY);
        presences.switchTo(chen, READY);
        presences.switchTo(chen, BREAK);

        var now = presences.currentByPerson();

        assertThat(now.get(lin.id()).state()).isEqualTo(READY);
        assertThat(now.get(chen.id()).state()).isEqualTo(BREAK);
        assertThat(now).hasSize(2);
    }

    @Test
    void daysShareTheirBorderAndNothingElse() {
        var midnight = Instant.parse("2026-11-22T16:00:00Z");
        clock.set(midnight.minusSeconds(60));
        presences.switchTo(lin, READY);
        clock.set(midnight);
        presences.switchTo(lin, OFFLINE);
        clock.set(midnight.plusSeconds(60));

        assertThat(presences.timesOfDay(lin.id(), midnight.minus(Duration.ofDays(1)), midnight))
                .containsExactly(entry(READY, Duration.ofMinutes(1)));
        assertThat(presences.timesOfDay(lin.id(), midnight, midnight.plus(Duration.ofDays(1))))
                .containsExactly(entry(OFFLINE, Duration.ofMinutes(1)));
    }

    @Test
    void aStateThatNobodyEndedEndsWhereALaterOneBegan() {
        var begin = clock.instant();
        database.writeDo(tx -> tx.write(Presence.KIND, ids.next())
                .set("person", lin.id())
                .set("state", BUSY)
                .set("from_at", begin)
                .as("switched", lin.id()));
        database.writeDo(tx -> tx.write(Presence.KIND, ids.next())
                .set("person", lin.id())
                .set("state", READY)
                .set("from_at", begin.plusSeconds(60))
                .set("until_at", begin.plusSeconds(120))
                .as("switched", lin.id()));
        clock.advance(Duration.ofHours(5));

        assertThat(presences.timesOfDay(lin.id(), begin, begin.plusSeconds(600)))
                .containsOnly(entry(BUSY, Duration.ofSeconds(60)), entry(READY, Duration.ofSeconds(60)));
        assertThat(presences.timesOfDay(lin.id(), begin.plusSeconds(300), begin.plusSeconds(600))).isEmpty();
    }

    @Test
    void timesOfPartsAddUpToTheTimesOfTheWhole() {
        var random = new Random(11);
        var begin = clock.instant();
        var states = new PresenceState[] {READY, BUSY, AFTER_CALL, BREAK};
        for (int i = 0; i < 200; i++) {
            presences.switchTo(lin, states[random.nextInt(states.length)]);
            clock.advance(Duration.ofMillis(random.nextLong(400_000)));
        }
        var end = clock.instant();
        var sums = new HashMap<PresenceState, Duration>();
        var from = begin;
        while (from.isBefore(end)) {
            var to = from.plusMillis(1 + random.nextLong(5_000_000));
            presences.timesOfDay(lin.id(), from, to).forEach((state, time) -> sums.merge(state, time, Duration::plus));
            from = to;
        }

        assertThat(sums).isEqualTo(presences.timesOfDay(lin.id(), begin, end));
        assertThat(sums.values().stream().reduce(Duration.ZERO, Duration::plus))
                .isEqualTo(Duration.between(begin, end));
    }
}
