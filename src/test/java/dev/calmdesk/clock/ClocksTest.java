package dev.calmdesk.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.calmdesk.base.Ids;
import dev.calmdesk.clock.Clocks.Occasion;
import dev.calmdesk.clock.ClockState.Phase;
import dev.calmdesk.data.Database;
import dev.calmdesk.data.Journal;
import dev.calmdesk.support.ManualClock;
import dev.calmdesk.workplace.Workplace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ClocksTest {

    private static final UUID AUTHOR = UUID.randomUUID();

    /// Friday, 19:00 in Shanghai: one hour of service is left before the weekend.
    private final ManualClock clock = new ManualClock("2026-11-20T11:00:00Z");

    private final Ids ids = Ids.timeOrdered(clock);
    private final Database database = Database.inMemory(clock, ids);
    private final Workplace workplace = new Workplace(database);
    private final Clocks clocks = new Clocks(database, workplace, clock, ids);
    private final UUID subject = ids.next();

    @BeforeEach
    void importPack() {
        database.writeDo(tx -> {
            shipped("calendars").forEach(body -> workplace.put(
                    tx, AUTHOR, "calendar", body.get("code").asText(), 0, body.toString()));
            shipped("limits").forEach(body -> workplace.put(
                    tx, AUTHOR, "limit", body.get("code").asText(), 0, body.toString()));
        });
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void theShippedCalendarsAndLimitsAreReadWhole() {
        assertThat(workplace.all(ServiceCalendar.TOPIC)).extracting(ServiceCalendar::code).contains("service", "quality-lab");
        assertThat(clocks.serviceHours().isOpen(Instant.parse("2026-10-10T02:00:00Z"))).isTrue();
        assertThat(clocks.serviceHours().isOpen(Instant.parse("2026-10-01T02:00:00Z"))).isFalse();
        assertThat(clocks.limit("email-first-reply", "EMAIL", null).orElseThrow().duration())
                .isEqualTo(Duration.ofHours(4));
    }

    @Test
    void aClockInServiceTimeSkipsTheWeekendAndOneInWallTimeDoesNot() {
        var email = started("email-first-reply", "EMAIL", "NORMAL").orElseThrow();
        var complaint = started("complaint-settled", "EMAIL", "NORMAL").orElseThrow();

        assertThat(email.startedAt()).isEqualTo(clock.instant());
        assertThat(email.warnAt()).isEqualTo(Instant.parse("2026-11-23T02:12:00Z"));
        assertThat(email.dueAt()).isEqualTo(Instant.parse("2026-11-23T03:00:00Z"));
        assertThat(complaint.dueAt()).isEqualTo(Instant.parse("2026-11-21T11:00:00Z"));
        assertThat(email.settledPolicy())
                .isEqualTo(new Clock.Policy("PT4H", TimeLimit.Basis.SERVICE, 0.8, "EMAIL", "NORMAL", "service"));
        assertThat(complaint.settledPolicy().calendar()).isNull();
        assertThat(clocks.open(subject)).containsExactly(complaint, email);
        assertThat(clocks.openDueBefore(email.dueAt())).containsExactly(complaint);
    }

    @Test
    void aClockThatRunsIsNotStartedAgainButOneThatEndedIs() {
        var first = started("complaint-settled", "PHONE", "NORMAL");
        clock.advance(Duration.ofHours(1));

        assertThat(started("complaint-settled", "PHONE", "NORMAL")).isEqualTo(first);
        meet("complaint-settled");
        assertThat(started("complaint-settled", "PHONE", "NORMAL")).isNotEqualTo(first);
        assertThat(clocks.of(subject)).hasSize(2);
    }

    @Test
    void withoutALimitForTheOccasionNoClockRuns() {
        assertThat(started("inquiry-reply", "PHONE", "URGENT")).isEmpty();
        assertThat(started("no-such-limit", "PHONE", "NORMAL")).isEmpty();
        assertThat(clocks.of(subject)).isEmpty();
    }

    @Test
    void aClockMayCountFromWhenTheCustomerBeganToWait() {
        var since = clock.instant().minus(Duration.ofMinutes(30));

        var email = database.write(tx -> clocks.startAt(
                        tx, AUTHOR, subject, new Occasion("email-first-reply", "EMAIL", null, since)))
                .orElseThrow();

        assertThat(email.startedAt()).isEqualTo(since);
        assertThat(email.dueAt()).isEqualTo(Instant.parse("2026-11-23T02:30:00Z"));
    }

    @Test
    void meetingIsInTimeUntilTheLastMomentAndLateAfterIt() {
        var inTime = started("complaint-settled", "PHONE", "NORMAL").orElseThrow();
        clock.set(inTime.dueAt());
        assertThat(state(inTime).phase()).isEqualTo(Phase.WARNING);
        meet("complaint-settled");
        var late = started("complaint-settled", "PHONE", "NORMAL").orElseThrow();
        clock.set(late.dueAt().plusMillis(1));
        assertThat(state(late).phase()).isEqualTo(Phase.LATE);
        meet("complaint-settled");
        clock.advance(Duration.ofDays(9));

        assertThat(clocks.of(subject)).extracting(each -> clocks.state(each).phase())
                .containsExactly(Phase.MET, Phase.BREACHED);
        assertThat(clocks.state(clocks.of(subject).getFirst()).share()).isEqualTo(1.0);
        assertThat(clocks.open(subject)).isEmpty();
    }

    @Test
    void aVoidClockKeepsItsReasonAndOthersKeepTheirResult() {
        started("complaint-settled", "PHONE", "NORMAL");
        meet("complaint-settled");
        started("assess", "PHONE", "NORMAL");
        database.writeDo(tx -> clocks.voidAll(tx, AUTHOR, subject, "merged"));

        assertThat(clocks.of(subject))
                .extracting(each -> clocks.state(each).phase(), Clock::voidReason)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(Phase.MET, null),
                        org.assertj.core.groups.Tuple.tuple(Phase.VOID, "merged"));
        var acts = database.read(handle -> Journal.of(handle, subject)).stream().map(entry -> entry.act()).toList();
        assertThat(acts).containsExactly("started", "met", "started", "voided");
    }

    @Test
    void timeLeftIsServiceTimeAndStandsStillAtNight() {
        var email = started("email-first-reply", "EMAIL", "NORMAL").orElseThrow();
        clock.advance(Duration.ofHours(1));
        var evening = state(email);
        clock.advance(Duration.ofDays(1));

        assertThat(evening).isEqualTo(new ClockState(Phase.RUNNING, 0.25, Duration.ofHours(3)));
        assertThat(state(email)).isEqualTo(evening);
        clock.set(email.dueAt().plus(Duration.ofHours(1)));
        assertThat(state(email)).isEqualTo(new ClockState(Phase.LATE, 1.25, Duration.ofHours(-1)));
    }

    @Test
    void aLaterChangeOfTheLimitLeavesRunningClocksAlone() {
        var before = started("complaint-settled", "PHONE", "NORMAL").orElseThrow();
        var body = shipped("limits").findParents("code").stream()
                .filter(each -> each.get("code").asText().equals("complaint-settled"))
                .findFirst()
                .orElseThrow()
                .toString()
                .replace("PT24H", "PT1H");
        database.writeDo(tx -> workplace.put(tx, AUTHOR, "limit", "complaint-settled", 0, body));

        assertThat(clocks.open(subject)).containsExactly(before);
        meet("complaint-settled");
        assertThat(started("complaint-settled", "PHONE", "NORMAL").orElseThrow().dueAt())
                .isEqualTo(clock.instant().plus(Duration.ofHours(1)));
    }

    @Test
    void anOpenClockGoesFromRunningToWarningToLateAndItsShareOnlyGrows() {
        var random = new Random(9);
        for (var code : new String[] {"email-first-reply", "complaint-settled", "investigate", "acknowledge-mail"}) {
            var subjectClock = started(code, "EMAIL", "NORMAL").orElseThrow();
            var last = state(subjectClock);
            for (int i = 0; i < 200; i++) {
                clock.advance(Duration.ofMillis(random.nextLong(Duration.ofHours(2).toMillis())));
                var now = state(subjectClock);

                assertThat(now.phase()).isGreaterThanOrEqualTo(last.phase());
                assertThat(now.share()).isGreaterThanOrEqualTo(last.share());
                assertThat(now.remaining()).isLessThanOrEqualTo(last.remaining());
                assertThat(now.phase() == Phase.LATE).isEqualTo(clock.instant().isAfter(subjectClock.dueAt()));
                assertThat(now.isOpen()).isTrue();
                if (clock.instant().isBefore(subjectClock.warnAt())) {
                    assertThat(now.share()).isLessThanOrEqualTo(0.8 + 1e-6);
                }
                last = now;
            }
            assertThat(ClockState.of(subjectClock, clocks.serviceHours(), subjectClock.dueAt()).share())
                    .isEqualTo(1.0, within(1e-9));
        }
    }

    private Optional<Clock> started(String limit, @Nullable String channel, @Nullable String priority) {
        return database.write(tx -> clocks.start(tx, AUTHOR, subject, limit, channel, priority));
    }

    private void meet(String limit) {
        database.writeDo(tx -> clocks.meet(tx, AUTHOR, subject, limit));
    }

    private ClockState state(Clock of) {
        return clocks.state(of);
    }

    private static JsonNode shipped(String file) {
        try (var stream = Clocks.class.getResourceAsStream("/content/chensui/" + file + ".yaml")) {
            return new YAMLMapper().readTree(stream);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
