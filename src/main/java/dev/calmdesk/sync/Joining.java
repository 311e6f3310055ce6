package dev.calmdesk.sync;

import dev.calmdesk.base.Problem;
import dev.calmdesk.data.Database;
import dev.calmdesk.people.Actor;
import dev.calmdesk.people.Role;
import dev.calmdesk.sync.wire.Admission;
import dev.calmdesk.sync.wire.Enrol;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// Brings this desk to a hub with a one-time code, from the window and from the command line alike.
public final class Joining {

    private static final Role[] MAY_JOIN = {Role.ADMIN, Role.MANAGER};

    private final Database database;
    private final Replica replica;
    private final InstantSource clock;
    private final Door door;

    /// Where a desk asks to be let in.
    @FunctionalInterface
    public interface Door {

        /// @param pin by which the hub is known
        /// @throws dev.calmdesk.sync.wire.Refusal if the code lets nobody in
        /// @throws Hub.Unreachable if there was no answer
        Admission enrol(URI hub, Optional<String> pin, Enrol enrol);
    }

    public Joining(Database database, Replica replica, InstantSource clock, Door door) {
        this.database = database;
        this.replica = replica;
        this.clock = clock;
        this.door = door;
    }

    /// Why somebody may not do it; empty for those who look after desks.
    public static Optional<Problem> whyNot(Actor person) {
        return person.isAny(MAY_JOIN)
                ? Optional.empty()
                : Optional.of(Problem.notAllowed("sync.problem.may_not_join"));
    }

    /// As [#join(URI, String)], on behalf of somebody who is signed in.
    public Link join(Actor by, String address, String code) {
        whyNot(by).ifPresent(problem -> {
            throw problem;
        });
        if (address.isBlank() || code.isBlank()) {
            throw Problem.refused("sync.problem.address_and_code");
        }
        return join(uri(address.strip()), code.strip());
    }

    private static URI uri(String address) {
        try {
            return URI.create(address);
        } catch (IllegalArgumentException e) {
            throw Problem.refused("sync.problem.unsafe_address", address);
        }
    }

    /// From now on this desk belongs to the hub, and everything it ever did goes there.
    ///
    /// @throws Problem if the address is no safe one, the hub is silent, or the code lets nobody in
    public Link join(URI hub, String code) {
        requireSafe(hub);
        var given = EnrolCode.parse(code);
        var admission = Explained.run(() -> door.enrol(hub, given.pin(), replica.request(given.secret())));
        var link = new Link(
                admission.hub(), admission.epoch(), hub.toString(), admission.token(), admission.teamScope(),
                clock.instant(), 0, given.pin().orElse(null));
        replica.enrol(link, admission.code());
        return link;
    }

    /// Plain HTTP leaves this machine for nobody (protocol §2).
    private static void requireSafe(URI url) {
        var isHere = "http".equals(url.getScheme())
                && List.of("127.0.0.1", "localhost", "[::1]").contains(String.valueOf(url.getHost()));
        if (!isHere && !("https".equals(url.getScheme()) && url.getHost() != null)) {
            throw Problem.refused("sync.problem.unsafe_address", url);
        }
    }
}
