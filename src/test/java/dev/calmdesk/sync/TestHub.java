package dev.calmdesk.sync;

import dev.calmdesk.hub.Enrolment;
import dev.calmdesk.hub.Feed;
import dev.calmdesk.hub.HubDatabase;
import dev.calmdesk.sync.wire.Admission;
import dev.calmdesk.sync.wire.Identity;
import dev.calmdesk.sync.wire.Offer;
import dev.calmdesk.sync.wire.Page;
import dev.calmdesk.sync.wire.Push;
import dev.calmdesk.sync.wire.Receipt;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;

/// The real hub on real PostgreSQL, called without HTTP: desks are known by their tokens.
final class TestHub {

    static final String TEAM = "team-T1";

    private final Feed feed;
    private final Enrolment enrolment;
    private BooleanSupplier loses = () -> false;

    TestHub(DataSource source) {
        var database = HubDatabase.open(source);
        feed = new Feed(database);
        enrolment = new Enrolment(database, Clock.systemUTC());
    }

    /// As [Feed#restored].
    void restored() {
        feed.restored(UUID.randomUUID());
    }

    Enrolment enrolment() {
        return enrolment;
    }

    /// @param loses asked before each request arrives and before each answer does
    void lose(BooleanSupplier loses) {
        this.loses = loses;
    }

    void enrol(Replica replica) {
        var desk = replica.database().desk().id();
        var admission = enrolment.redeem(enrolment.offer(TEAM), desk).orElseThrow();
        replica.enrol(
                new Link(
                        admission.hub(), admission.epoch(), "", admission.token(), admission.teamScope(), Instant.EPOCH, 0),
                admission.code());
    }

    /// One round, and another one as long as the desk goes on as another one, or with a hub that lives anew.
    SyncRound.Moved sync(Replica replica) {
        var before = replica.link().orElseThrow();
        var moved = new SyncRound(replica, as(before.token()), Runnable::run, Long.MAX_VALUE).run();
        var after = replica.link().orElseThrow();
        return after.token().equals(before.token()) && after.epoch().equals(before.epoch()) ? moved : sync(replica);
    }

    Hub as(String token) {
        return new Line(token);
    }

    private final class Line implements Hub {
        private final String token;

        private Line(String token) {
            this.token = token;
        }

        private UUID desk() {
            return enrolment.admitted(token);
        }

        private <T> T answer(java.util.function.Supplier<T> request) {
            risk();
            var answer = request.get();
            risk();
            return answer;
        }

        private void risk() {
            if (loses.getAsBoolean()) {
                throw new Unreachable("lost", new IOException("lost"));
            }
        }

        @Override
        public List<Receipt> push(Push push) {
            return answer(() -> feed.push(desk(), push));
        }

        @Override
        public Page pull(String scope, UUID epoch, long after) {
            return answer(() -> feed.pull(desk(), scope, epoch, after));
        }

        @Override
        public Identity identity() {
            return answer(feed::identity);
        }

        @Override
        public List<Receipt> offer(Offer offer) {
            return answer(() -> feed.take(desk(), offer));
        }

        @Override
        public Admission goOn(UUID heir) {
            return answer(() -> enrolment.goOn(desk(), heir));
        }

        @Override
        public List<Receipt> known(List<UUID> entries) {
            return answer(() -> feed.known(desk(), entries));
        }
    }
}
