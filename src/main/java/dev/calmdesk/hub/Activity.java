package dev.calmdesk.hub;

import dev.calmdesk.data.Json;
import dev.calmdesk.sync.wire.Ahead;
import dev.calmdesk.sync.wire.Numbered;
import dev.calmdesk.sync.wire.WireEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Knows which histories people need first: those of open cases, then those of whatever was touched lately, the newest
/// first. A guess is enough, since everything comes in the end; so clocks of desks may be used here.
final class Activity {

    private static final Duration LATELY = Duration.ofDays(90);
    private static final int MOST_HISTORIES = 500;
    private static final int ENTRIES_A_PART = 1_000;

    /// How marks begin: the last case of the open ones, or the position below which what was touched lately goes on.
    private static final String OPEN = "open_";
    private static final String BELOW = "below_";

    private Activity() {}

    private record Known(String scope, UUID subject) {}

    /// Notes which cases some entries open or close, in the transaction that takes them.
    static void note(Handle handle, Collection<WireEntry> taken, Instant now) {
        var states = new LinkedHashMap<Known, Boolean>();
        for (var entry : taken) {
            var state = entry.kind().equals("case") ? entry.changes().get("state") : null;
            if (state != null && entry.subject() != null) {
                states.put(new Known(entry.scope(), entry.subject()), "OPEN".equals(state.get(1)));
            }
        }
        if (states.isEmpty()) {
            return;
        }
        var cases = List.copyOf(states.entrySet());
        handle.createUpdate("""
                        insert into activity (scope, subject, at, is_open)
                        select scope, subject, :now, is_open from unnest(:scopes, :subjects, :opens)
                            as known (scope, subject, is_open)
                        on conflict (scope, subject) do update set at = excluded.at, is_open = excluded.is_open""")
                .bind("now", now.toEpochMilli())
                .bindArray("scopes", String.class, cases.stream().map(each -> each.getKey().scope()).toList())
                .bindArray("subjects", UUID.class, cases.stream().map(each -> each.getKey().subject()).toList())
                .bindArray("opens", Boolean.class, cases.stream().map(Map.Entry::getValue).toList())
                .execute();
    }

    private static Optional<UUID> customer(WireEntry entry) {
        return Optional.ofNullable(entry.changes().get("customer_id"))
                .map(change -> change.get(1))
                .map(String::valueOf)
                .flatMap(Activity::uuid);
    }

    private static Optional<UUID> uuid(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /// A history, and where the next part goes on if this one ends with it.
    private record History(UUID subject, String next) {}

    /// @throws IllegalArgumentException if `next` is none that this hub gave
    static Ahead ahead(Handle handle, String scope, long until, String next, Instant now) {
        return next.equals(Ahead.FIRST) || next.startsWith(OPEN)
                ? open(handle, scope, until, next)
                : lately(handle, scope, until, next, now);
    }

    private static Ahead open(Handle handle, String scope, long until, String next) {
        var from = next.equals(Ahead.FIRST)
                ? new String[] {"", String.valueOf(Long.MAX_VALUE), new UUID(-1, -1).toString()}
                : next.split("_", 3);
        if (from.length < 3) {
            throw new IllegalArgumentException("next");
        }
        var cases = handle.createQuery("""
                        select at, subject from activity
                        where scope = :scope and is_open and (at, subject) < (:at, :subject)
                        order by at desc, subject desc limit :most""")
                .bind("scope", scope)
                .bind("at", Long.parseLong(from[1]))
                .bind("subject", UUID.fromString(from[2]))
                .bind("most", MOST_HISTORIES)
                .map((row, context) -> {
                    var subject = row.getObject("subject", UUID.class);
                    return new History(subject, OPEN + row.getLong("at") + "_" + subject);
                })
                .list();
        var end = cases.size() < MOST_HISTORIES ? BELOW + (until + 1) : cases.getLast().next();
        return ahead(handle, scope, until, cases, end);
    }

    private static Ahead lately(Handle handle, String scope, long until, String next, Instant now) {
        if (!next.startsWith(BELOW)) {
            throw new IllegalArgumentException("next");
        }
        var below = Long.parseLong(next.substring(BELOW.length()));
        if (!isLately(handle, scope, below - 1, now)) {
            return new Ahead(scope, List.of(), null);
        }
        var end = Math.max(below - MOST_HISTORIES, 1);
        var touched = handle.createQuery("""
                        select newest.position, touched.subject
                        from (select distinct subject from entry
                            where scope = :scope and position >= :end and position < :below and subject is not null) touched
                        cross join lateral (select max(position) as position from entry
                            where subject = touched.subject and scope = :scope and position <= :until) newest
                        where newest.position >= :end and newest.position < :below
                            and not exists (select 1 from activity
                                where activity.scope = :scope and activity.subject = touched.subject and is_open)
                        order by newest.position desc""")
                .bind("scope", scope)
                .bind("end", end)
                .bind("below", below)
                .bind("until", until)
                .map((row, context) -> new History(row.getObject("subject", UUID.class), BELOW + row.getLong("position")))
                .list();
        return ahead(handle, scope, until, touched, isLately(handle, scope, end - 1, now) ? BELOW + end : null);
    }

    private static boolean isLately(Handle handle, String scope, long position, Instant now) {
        return handle.createQuery("select body from entry where scope = :scope and position = :position")
                .bind("scope", scope)
                .bind("position", position)
                .mapTo(String.class)
                .findOne()
                .filter(body -> Json.read(body, WireEntry.class).at() >= now.minus(LATELY).toEpochMilli())
                .isPresent();
    }

    /// As many histories as fill a part, at least one, and the customers whom they name.
    ///
    /// @param end where to go on behind all of them; null if nothing follows
    private static Ahead ahead(Handle handle, String scope, long until, List<History> histories, @Nullable String end) {
        var part = part(handle, scope, until, histories);
        var subjects = new LinkedHashSet<>(part.stream().map(History::subject).toList());
        var entries = entries(handle, scope, until, subjects);
        var customers = new LinkedHashSet<UUID>();
        entries.forEach(numbered -> customer(numbered.entry()).ifPresent(customers::add));
        customers.removeAll(subjects);
        if (!customers.isEmpty()) {
            subjects.addAll(customers);
            entries = entries(handle, scope, until, subjects);
        }
        return new Ahead(scope, entries, part.size() == histories.size() ? end : part.getLast().next());
    }

    private static List<History> part(Handle handle, String scope, long until, List<History> histories) {
        if (histories.isEmpty()) {
            return List.of();
        }
        var entries = handle.createQuery("""
                        select subject, count(*) as entries from entry
                        where scope = :scope and position <= :until and subject = any(:subjects) group by subject""")
                .bind("scope", scope)
                .bind("until", until)
                .bindArray("subjects", UUID.class, histories.stream().map(History::subject).toList())
                .map((row, context) -> Map.entry(row.getObject("subject", UUID.class), row.getInt("entries")))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        var part = new ArrayList<History>();
        var filled = 0;
        for (var history : histories) {
            filled += entries.getOrDefault(history.subject(), 0);
            if (!part.isEmpty() && filled > ENTRIES_A_PART) {
                break;
            }
            part.add(history);
        }
        return part;
    }

    /// All entries of each record, also those from when it belonged to another subject.
    private static List<Numbered> entries(Handle handle, String scope, long until, Set<UUID> subjects) {
        return handle.createQuery("""
                        select position, body from entry
                        where scope = :scope and position <= :until and entity in (
                            select entity from entry
                            where scope = :scope and position <= :until and subject = any(:subjects))
                        order by position""")
                .bind("scope", scope)
                .bind("until", until)
                .bindArray("subjects", UUID.class, List.copyOf(subjects))
                .map((row, context) ->
                        new Numbered(row.getLong("position"), Json.read(row.getString("body"), WireEntry.class)))
                .list();
    }
}
