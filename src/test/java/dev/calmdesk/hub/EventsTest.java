package dev.calmdesk.hub;

import static org.assertj.core.api.Assertions.assertThat;

import dev.calmdesk.support.Postgres;
import dev.calmdesk.sync.Scopes;
import dev.calmdesk.sync.http.HubClient;
import dev.calmdesk.sync.wire.Head;
import dev.calmdesk.sync.wire.Push;
import dev.calmdesk.sync.wire.WireEntry;
import java.net.URI;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What a hub tells those who listen.
class EventsTest {

    private static final String TEAM = "team-T1";
    private static final long PATIENCE_SECONDS = 60;

    private final HubDatabase database = HubDatabase.open(Postgres.emptyDatabase());
    private final Enrolment enrolment = new Enrolment(database, Clock.systemUTC());
    private final Feed feed = new Feed(database);
    private final HubServer hub = new HubServer(feed, enrolment, "127.0.0.1", 0);
    private final URI address = URI.create("http://127.0.0.1:" + hub.start());
    private final Desk lin = new Desk();
    private final Desk chen = new Desk();

    @AfterEach
    void close() {
        lin.client.close();
        chen.client.close();
        hub.close();
    }

    private final class Desk {
        private final UUID id = UUID.randomUUID();
        private final HubClient client =
                new HubClient(address, enrolment.redeem(enrolment.offer(TEAM), id).orElseThrow().token());
        private final BlockingQueue<Head> told = new LinkedBlockingQueue<>();
        private final CompletableFuture<Void> ended = new CompletableFuture<>();
        private long seq;

        void push(int entries, String text) {
            var from = seq + 1;
            client.push(new Push(
                    feed.identity().epoch(), from, IntStream.range(0, entries).mapToObj(none -> entry(text)).toList()));
        }

        private WireEntry entry(String text) {
            return new WireEntry(
                    UUID.randomUUID(), TEAM, "note", WireEntry.VERSION, UUID.randomUUID(), null, "added", id, id, ++seq, 0L,
                    null, Map.of("text", Arrays.asList(null, text)));
        }

        void listen() throws InterruptedException {
            client.listen(told::add, () -> ended.complete(null));
            assertThat(List.of(next(), next())).containsExactlyInAnyOrder(
                    new Head(Scopes.COMPANY, 0, null), new Head(TEAM, feed.heads(List.of(TEAM)).get(TEAM), null));
        }

        Head next() throws InterruptedException {
            return Objects.requireNonNull(told.poll(PATIENCE_SECONDS, TimeUnit.SECONDS), "nothing was told");
        }
    }

    @Test
    void aStreamBringsWhatAScopeGained() throws Exception {
        lin.push(3, "before");
        chen.listen();
        lin.push(2, "客户下午在家");

        var head = chen.next();
        assertThat(head.n()).isEqualTo(5);
        assertThat(head.page()).isEqualTo(feed.pull(chen.id, TEAM, feed.identity().epoch(), 3));
        lin.push(1, "已回电");
        assertThat(chen.next().page()).isEqualTo(feed.pull(chen.id, TEAM, feed.identity().epoch(), 5));
    }

    @Test
    void whatIsMuchOrLongHasToBeAskedFor() throws Exception {
        chen.listen();
        lin.push(21, "x");
        assertThat(chen.next()).isEqualTo(new Head(TEAM, 21, null));
        lin.push(1, "长".repeat(70_000));
        assertThat(chen.next()).isEqualTo(new Head(TEAM, 22, null));
    }

    @Test
    void aDeskThatWasRevokedHearsNothingMore() throws Exception {
        chen.listen();
        enrolment.revoke(chen.id);
        lin.push(1, "客户下午在家");

        chen.ended.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        assertThat(chen.told).isEmpty();
    }
}
