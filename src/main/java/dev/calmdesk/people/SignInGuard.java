package dev.calmdesk.people;

import dev.calmdesk.base.Problem;
import dev.calmdesk.data.Database;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Slows down whoever guesses passwords on this desk. A try is counted before the password is looked at and forgotten
/// when it was right, so that many tries at once do not slip through. Counts survive a restart and say nothing about
/// whether a number exists.
final class SignInGuard {

    private static final int FREE_FAILURES = 5;
    private static final Duration FIRST = Duration.ofSeconds(30);
    private static final Duration LONGEST = Duration.ofMinutes(15);
    private static final Duration REMEMBERED = Duration.ofDays(1);

    private final Database database;
    private final InstantSource clock;

    SignInGuard(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /// How long nobody may try after a number of failures in a row.
    static Duration pause(int failures) {
        if (failures < FREE_FAILURES) {
            return Duration.ZERO;
        }
        var doublings = Math.min(failures - FREE_FAILURES, 10);
        var pause = FIRST.multipliedBy(1L << doublings);
        return pause.compareTo(LONGEST) < 0 ? pause : LONGEST;
    }

    /// Counts a try.
    ///
    /// @throws Problem.Refused if it is too early for one
    void admit(String agentNo) {
        var waiting = database.write(tx -> {
            var now = clock.instant();
            tidy(tx.handle(), now);
            var until = lockedUntil(tx.handle(), agentNo).filter(now::isBefore);
            if (until.isEmpty()) {
                count(tx.handle(), agentNo, now);
            }
            return until;
        });
        waiting.ifPresent(until -> {
            throw locked(until);
        });
    }

    /// Forgets old failures; and a clock that was set back locks nobody out for longer than the rule says.
    private static void tidy(Handle handle, Instant now) {
        handle.execute("delete from sign_in_guard where failed_at < ?", now.minus(REMEMBERED));
        var latest = now.plus(LONGEST);
        handle.execute("update sign_in_guard set locked_until = ? where locked_until > ?", latest, latest);
    }

    private static void count(Handle handle, String agentNo, Instant now) {
        var failures = failures(handle, agentNo) + 1;
        handle.execute(
                "merge into sign_in_guard (agent_no, failures, failed_at, locked_until) values (?, ?, ?, ?)",
                agentNo, failures, now, now.plus(pause(failures)));
    }

    void forget(String agentNo) {
        database.writeDo(tx -> tx.handle().execute("delete from sign_in_guard where agent_no = ?", agentNo));
    }

    /// What to tell somebody whose try failed.
    Problem refusal(String agentNo) {
        return database.read(handle -> lockedUntil(handle, agentNo))
                .filter(until -> until.isAfter(clock.instant()))
                .map(SignInGuard::locked)
                .orElseGet(() -> Problem.refused("people.problem.sign_in"));
    }

    private static Problem locked(Instant until) {
        return Problem.refused("people.problem.locked", Date.from(until));
    }

    private static int failures(Handle handle, String agentNo) {
        return handle.createQuery("select failures from sign_in_guard where agent_no = :number")
                .bind("number", agentNo)
                .mapTo(Integer.class)
                .findOne()
                .orElse(0);
    }

    private static Optional<Instant> lockedUntil(Handle handle, String agentNo) {
        return handle.createQuery("select locked_until from sign_in_guard where agent_no = :number")
                .bind("number", agentNo)
                .mapTo(Instant.class)
                .findOne();
    }
}
