package dev.calmdesk.people;

import dev.calmdesk.base.Ids;
import dev.calmdesk.data.Database;
import dev.calmdesk.data.Tx;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/// Says who is ready, busy or away, and for how long they were.
public final class Presences {

    private final Database database;
    private final InstantSource clock;
    private final Ids ids;

    public Presences(Database database, InstantSource clock, Ids ids) {
        this.database = database;
        this.clock = clock;
        this.ids = ids;
    }

    /// Ends what the person was doing and begins a state; does nothing if the person is in that state.
    ///
    /// @return the presence that lasts now
    public Presence switchTo(Actor by, PresenceState state) {
        return database.write(tx -> {
            var open = open(tx.handle(), by.id());
            if (!open.isEmpty() && open.getFirst().state() == state) {
                return open.getFirst();
            }
            var now = clock.instant();
            open.forEach(presence -> end(tx, by, presence, now));
            var id = ids.next();
            tx.write(Presence.KIND, id)
                    .set("person", by.id())
                    .set("state", state)
                    .set("from_at", now)
                    .as("switched", by.id());
            return tx.get(Presence.KIND, id);
        });
    }

    private static void end(Tx tx, Actor by, Presence presence, Instant now) {
        tx.write(Presence.KIND, presence.id()).set("until_at", now).as("ended", by.id());
    }

    /// What somebody is doing now; empty for somebody who never began.
    public Optional<Presence> current(UUID person) {
        return database.read(handle -> open(handle, person)).stream().findFirst();
    }

    /// What everybody is doing now, by person.
    public Map<UUID, Presence> currentByPerson() {
        return database.read(handle -> handle.createQuery(
                        "select * from presence where until_at is null order by from_at desc, id desc")
                .map(ConstructorMapper.of(Presence.class))
                .collect(Collectors.toMap(Presence::person, presence -> presence, (newest, _) -> newest)));
    }

    /// How long somebody was in each state within [from, to); a state that did not occur is missing.
    public Map<PresenceState, Duration> timesOfDay(UUID person, Instant from, Instant to) {
        var presences = database.read(handle -> handle.createQuery("""
                        select * from presence
                        where person = :person and from_at < :to and from_at >= coalesce(
                            (select max(from_at) from presence where person = :person and from_at <= :from), :from)""")
                .bind("person", person)
                .bind("from", from)
                .bind("to", to)
                .map(ConstructorMapper.of(Presence.class))
                .list());
        return StateTimes.within(presences, from, to, clock.instant());
    }

    private static List<Presence> open(Handle handle, UUID person) {
        return handle.createQuery("""
                        select * from presence where person = :person and until_at is null
                        order by from_at desc, id desc""")
                .bind("person", person)
                .map(ConstructorMapper.of(Presence.class))
                .list();
    }
}
