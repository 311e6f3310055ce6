package dev.calmdesk.clock;

import dev.calmdesk.base.Ids;
import dev.calmdesk.data.Database;
import dev.calmdesk.data.Json;
import dev.calmdesk.data.Tx;
import dev.calmdesk.workplace.Workplace;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Starts and stops clocks. Called by other services within their transaction, so that an act and its clocks are one.
public final class Clocks {

    /// The calendar whose hours are service time.
    public static final String SERVICE_HOURS = "service";

    private static final Logger LOG = LoggerFactory.getLogger(Clocks.class);

    private final Database database;
    private final Workplace workplace;
    private final InstantSource clock;
    private final Ids ids;

    public Clocks(Database database, Workplace workplace, InstantSource clock, Ids ids) {
        this.database = database;
        this.workplace = workplace;
        this.clock = clock;
        this.ids = ids;
    }

    /// Starts a clock now; does nothing if the subject has an open one of that limit.
    ///
    /// @param channel code of the channel; null if it plays no part
    /// @return the open clock; empty if the company has no such limit for this channel and priority
    public Optional<Clock> start(
            Tx tx,
            UUID author,
            UUID subject,
            String limitCode,
            @Nullable String channel,
            @Nullable String priority) {
        return startAt(tx, author, subject, new Occasion(limitCode, channel, priority, clock.instant()));
    }

    /// Why and since when a clock runs.
    ///
    /// @param since when the customer began to wait
    public record Occasion(String limitCode, @Nullable String channel, @Nullable String priority, Instant since) {}

    /// The same for somebody who has waited already, such as the sender of an email.
    public Optional<Clock> startAt(Tx tx, UUID author, UUID subject, Occasion occasion) {
        var running = open(tx.handle(), subject).stream()
                .filter(open -> open.limitCode().equals(occasion.limitCode()))
                .findFirst();
        if (running.isPresent()) {
            return running;
        }
        var limit = limit(occasion.limitCode(), occasion.channel(), occasion.priority());
        if (limit.isEmpty()) {
            LOG.debug("No limit {} for {} {}", occasion.limitCode(), occasion.channel(), occasion.priority());
        }
        return limit.map(found -> start(tx, author, subject, found, occasion));
    }

    private Clock start(Tx tx, UUID author, UUID subject, TimeLimit limit, Occasion occasion) {
        var hours = hours(limit.basis());
        var since = occasion.since().truncatedTo(ChronoUnit.MILLIS);
        var isService = limit.basis() == TimeLimit.Basis.SERVICE;
        var policy = new Clock.Policy(
                limit.duration().toString(),
                limit.basis(),
                limit.warnAt(),
                occasion.channel(),
                occasion.priority(),
                isService ? hours.code() : null);
        var id = ids.next();
        tx.write(Clock.KIND, id)
                .set("subject_id", subject)
                .set("limit_code", limit.code())
                .set("started_at", since)
                .set("warn_at", hours.plus(since, limit.warning()))
                .set("due_at", hours.plus(since, limit.duration()))
                .set("policy", Json.write(policy))
                .as("started", author);
        return tx.get(Clock.KIND, id);
    }

    /// Stops the open clock of a limit because what was due is done; does nothing if there is none.
    public void meet(Tx tx, UUID author, UUID subject, String limitCode) {
        for (var open : open(tx.handle(), subject)) {
            if (open.limitCode().equals(limitCode)) {
                tx.write(Clock.KIND, open.id()).set("met_at", clock.instant()).as("met", author);
            }
        }
    }

    /// Takes all open clocks of a subject out of every count, because they lost their sense.
    public void voidAll(Tx tx, UUID author, UUID subject, String reason) {
        voidAll(tx, author, subject, reason, clock.instant());
    }

    /// The same for whoever knows the time and needs no limits.
    public static void voidAll(Tx tx, UUID author, UUID subject, String reason, Instant now) {
        for (var open : running(tx.handle(), subject)) {
            tx.write(Clock.KIND, open.id())
                    .set("voided_at", now)
                    .set("void_reason", reason)
                    .as("voided", author);
        }
    }

    /// The open clocks of a subject, the first due first.
    public List<Clock> open(UUID subject) {
        return database.read(handle -> open(handle, subject));
    }

    /// The same within a transaction.
    public List<Clock> open(Handle handle, UUID subject) {
        return running(handle, subject);
    }

    private static List<Clock> running(Handle handle, UUID subject) {
        return handle.createQuery("""
                        select * from clock
                        where subject_id = :subject and met_at is null and voided_at is null
                        order by due_at, id""")
                .bind("subject", subject)
                .map(ConstructorMapper.of(Clock.class))
                .list();
    }

    /// All clocks that a subject ever had, in the order of their start.
    public List<Clock> of(UUID subject) {
        return database.read(handle -> handle.createQuery(
                        "select * from clock where subject_id = :subject order by started_at, id")
                .bind("subject", subject)
                .map(ConstructorMapper.of(Clock.class))
                .list());
    }

    /// Open clocks of any subject that are due before a moment, the first due first.
    public List<Clock> openDueBefore(Instant moment) {
        return database.read(handle -> handle.createQuery("""
                        select * from clock
                        where due_at < :moment and met_at is null and voided_at is null
                        order by due_at, id""")
                .bind("moment", moment)
                .map(ConstructorMapper.of(Clock.class))
                .list());
    }

    /// How a clock stands now.
    public ClockState state(Clock subject) {
        return ClockState.of(subject, hours(subject.settledPolicy().basis()), clock.instant());
    }

    public Optional<TimeLimit> limit(String code, @Nullable String channel, @Nullable String priority) {
        return TimeLimit.mostSpecific(workplace.all(TimeLimit.TOPIC), code, channel, priority);
    }

    /// The hours in which the service is open; around the clock if the company says nothing.
    public ServiceCalendar serviceHours() {
        return calendar(SERVICE_HOURS).orElseGet(() -> ServiceCalendar.always(ZoneId.systemDefault()));
    }

    public Optional<ServiceCalendar> calendar(String code) {
        return workplace.first(ServiceCalendar.TOPIC, calendar -> calendar.code().equals(code));
    }

    private ServiceCalendar hours(TimeLimit.Basis basis) {
        var service = serviceHours();
        return basis == TimeLimit.Basis.SERVICE ? service : ServiceCalendar.always(service.zone());
    }
}
