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

/// Knows which histories people need first: those of open cases and of whatever was touched lately. A guess is enough,
/// since everything comes in the end; so clocks of desks may be used here.
final class Activity {

    private static final Duration LATELY = Duration.ofDays(90);
    private static final int MOST_HISTORIES = 500;
    private static final int ENTRIES_A_PART = 1_000;

    private Activity() {}

    private record Known(String scope, UUID subject) {}

    /// @param at milliseconds
    /// @param isOpen null if nothing is known of that
    private record Touch(long at, @Nullable Boolean isOpen) {
        Touch and(Touch later) {
            return new Touch(Math.max(at, later.at), later.isOpen == null ? isOpen : later.isOpen);
        }
    }

    /// Notes what some entries touch, in the transaction that takes them.
    static void note(Handle handle, Collection<WireEntry> taken, Instant now) {
        var touches = new LinkedHashMap<Known, Touch>();
        for (var entry : taken) {
            var at = Math.min(entry.at(), now.toEpochMilli());
            touched(entry).forEach((subject, isOpen) ->
                    touches.merge(new Known(entry.scope(), subject), new Touch(at, isOpen.orElse(null)), Touch::and));
        }
        var subjects = List.copyOf(touches.entrySet());
        handle.createUpdate("""
                        insert into activity (scope, subject, at, is_open)
                        select * from unnest(:scopes, :subjects, :ats, :opens)
                        on conflict (scope, subject) do update set
                            at = greatest(activity.at, excluded.at),
                            is_open = coalesce(excluded.is_open, activity.is_open)""")
                .bindArray("scopes", String.class, subjects.stream().map(each -> each.getKey().scope()).toList())
                .bindArray("subjects", UUID.class, subjects.stream().map(each -> each.getKey().subject()).toList())
                .bindArray("ats", Long.class, subjects.stream().map(each -> each.getValue().at()).toList())
                .bindArray("opens", Boolean.class, subjects.stream().map(each -> each.getValue().isOpen()).toList())
                .execute();
    }

    /// An entry touches its history; one that names a customer touches the customer's too.
    private static Map<UUID, Optional<Boolean>> touched(WireEntry entry) {
        var touched = new LinkedHashMap<UUID, Optional<Boolean>>();
        customer(entry).ifPresent(customer -> touched.put(customer, Optional.empty()));
        if (entry.subject() != null) {
            touched.put(entry.subject(), isOpenCase(entry));
        }
        return touched;
    }

    private static Optional<Boolean> isOpenCase(WireEntry entry) {
        return entry.kind().equals("case")
                ? Optional.ofNullable(entry.changes().get("state")).map(change -> "OPEN".equals(change.get(1)))
                : Optional.empty();
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

    /// Where a part ends: histories come in the order of these three, downwards.
    private record Mark(boolean isOpen, long at, UUID subject) {

        static Mark read(String text) {
            if (text.equals(Ahead.FIRST)) {
                return new Mark(true, Long.MAX_VALUE, new UUID(-1, -1));
            }
            var parts = text.split("_", 3);
            if (parts.length < 3) {
                throw new IllegalArgumentException("next");
            }
            return new Mark(Boolean.parseBoolean(parts[0]), Long.parseLong(parts[1]), UUID.fromString(parts[2]));
        }

        String write() {
            return isOpen + "_" + at + "_" + subject;
        }
    }

    /// @throws IllegalArgumentException if `next` is none that this hub gave
    static Ahead ahead(Handle handle, String scope, long until, String next, Instant now) {
        var from = Mark.read(next);
        var marks = handle.createQuery("""
                        select coalesce(is_open, false) as is_open, at, subject from activity
                        where scope = :scope and (is_open or at >= :since)
                            and (coalesce(is_open, false), at, subject) < (:open, :at, :subject)
                        order by coalesce(is_open, false) desc, at desc, subject desc limit :most""")
                .bind("scope", scope)
                .bind("since", now.minus(LATELY).toEpochMilli())
                .bind("open", from.isOpen())
                .bind("at", from.at())
                .bind("subject", from.subject())
                .bind("most", MOST_HISTORIES)
                .map((row, context) -> new Mark(
                        row.getBoolean("is_open"), row.getLong("at"), row.getObject("subject", UUID.class)))
                .list();
        var part = part(handle, scope, until, marks);
        var subjects = new LinkedHashSet<>(part.stream().map(Mark::subject).toList());
        var entries = entries(handle, scope, until, subjects);
        var customers = new LinkedHashSet<UUID>();
        entries.forEach(numbered -> customer(numbered.entry()).ifPresent(customers::add));
        customers.removeAll(subjects);
        if (!customers.isEmpty()) {
            subjects.addAll(customers);
            entries = entries(handle, scope, until, subjects);
        }
        var isLast = part.size() == marks.size() && marks.size() < MOST_HISTORIES;
        return new Ahead(scope, entries, isLast ? null : part.getLast().write());
    }

    /// As many histories as fill a part, at least one.
    private static List<Mark> part(Handle handle, String scope, long until, List<Mark> marks) {
        var entries = handle.createQuery("""
                        select subject, count(*) as entries from entry
                        where scope = :scope and position <= :until and subject = any(:subjects) group by subject""")
                .bind("scope", scope)
                .bind("until", until)
                .bindArray("subjects", UUID.class, marks.stream().map(Mark::subject).toList())
                .map((row, context) -> Map.entry(row.getObject("subject", UUID.class), row.getInt("entries")))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        var part = new ArrayList<Mark>();
        var filled = 0;
        for (var mark : marks) {
            filled += entries.getOrDefault(mark.subject(), 0);
            if (!part.isEmpty() && filled > ENTRIES_A_PART) {
                break;
            }
            part.add(mark);
        }
        return part;
    }

    private static List<Numbered> entries(Handle handle, String scope, long until, Set<UUID> subjects) {
        return handle.createQuery("""
                        select position, body from entry
                        where scope = :scope and position <= :until and subject = any(:subjects) order by position""")
                .bind("scope", scope)
                .bind("until", until)
                .bindArray("subjects", UUID.class, List.copyOf(subjects))
                .map((row, context) ->
                        new Numbered(row.getLong("position"), Json.read(row.getString("body"), WireEntry.class)))
                .list();
    }
}
