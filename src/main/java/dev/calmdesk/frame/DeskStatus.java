package dev.calmdesk.frame;

import dev.calmdesk.data.Database;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Tells how this desk stands: what it recorded today, how much knowledge it has, whether its clock can be trusted.
public final class DeskStatus {

    /// A newest entry this far ahead of the clock means that the clock was set back; less may be two desks disagreeing.
    private static final Duration SET_BACK = Duration.ofMinutes(2);

    private final Database database;
    private final InstantSource clock;
    private final ZoneId zone;
    private volatile Morning morning = new Morning(LocalDate.MIN, 0);

    /// Where the journal stood when a day began; looked up once a day, so that counting stays cheap in a long journal.
    private record Morning(LocalDate day, long lastSeq) {}

    /// @param zone decides when today began
    public DeskStatus(Database database, InstantSource clock, ZoneId zone) {
        this.database = database;
        this.clock = clock;
        this.zone = zone;
    }

    /// In which clock times are told.
    public ZoneId zone() {
        return zone;
    }

    /// How the desk stands at one moment.
    ///
    /// @param recordedToday entries of this desk's journal
    /// @param articles pieces of knowledge, in however many languages
    /// @param articlesUpdatedToday how many of them are new or changed
    /// @param clockSetBackFrom time of the newest entry if it lies ahead of the clock
    public record Standing(
            long recordedToday, int articles, int articlesUpdatedToday, Optional<Instant> clockSetBackFrom) {}

    public Standing read() {
        var now = clock.instant();
        var today = LocalDate.ofInstant(now, zone);
        var midnight = today.atStartOfDay(zone).toInstant();
        return database.read(handle -> new Standing(
                lastSeq(handle) - morning(handle, today, midnight).lastSeq(),
                articlesSince(handle, Instant.EPOCH),
                articlesSince(handle, midnight),
                newestEntry(handle).filter(newest -> newest.isAfter(now.plus(SET_BACK)))));
    }

    private Morning morning(Handle handle, LocalDate today, Instant midnight) {
        if (!morning.day().equals(today)) {
            var lastSeq = handle.createQuery(
                            "select coalesce(max(seq), 0) from journal where desk = :desk and at < :midnight")
                    .bind("desk", database.desk().id())
                    .bind("midnight", midnight)
                    .mapTo(Long.class)
                    .one();
            morning = new Morning(today, lastSeq);
        }
        return morning;
    }

    private long lastSeq(Handle handle) {
        return handle.createQuery("select coalesce(max(seq), 0) from journal where desk = :desk")
                .bind("desk", database.desk().id())
                .mapTo(Long.class)
                .one();
    }

    private static int articlesSince(Handle handle, Instant since) {
        return handle.createQuery(
                        "select count(distinct code) from article where state = 'PUBLISHED' and updated_at >= :since")
                .bind("since", since)
                .mapTo(Integer.class)
                .one();
    }

    private Optional<Instant> newestEntry(Handle handle) {
        return handle.createQuery("select at from journal where desk = :desk order by seq desc limit 1")
                .bind("desk", database.desk().id())
                .mapTo(Instant.class)
                .findOne();
    }
}
