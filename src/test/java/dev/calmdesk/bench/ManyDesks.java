package dev.calmdesk.bench;

import dev.calmdesk.data.Json;
import dev.calmdesk.sync.wire.Admission;
import dev.calmdesk.sync.wire.Head;
import dev.calmdesk.sync.wire.Page;
import dev.calmdesk.sync.wire.Push;
import dev.calmdesk.sync.wire.WireEntry;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Flow;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/// 2,000 desks in teams of ten listen on their streams; two hundred changes a second are pushed. Each desk that hears of
/// one takes it in, or pulls it. Desks have no store here: what is measured is the hub. There are fewer of them with
/// `-Dcalmdesk.bench.desks=N`, and another number of changes with `-Dcalmdesk.bench.changes=N`.
final class ManyDesks {

    private static final int DESKS = Integer.getInteger("calmdesk.bench.desks", 2_000);
    private static final int TEAM_SIZE = 10;
    private static final int CHANGES_A_SECOND = Integer.getInteger("calmdesk.bench.changes", 200);
    private static final Duration LASTS = Duration.ofSeconds(20);
    private static final Duration WARM_UP = Duration.ofSeconds(20);
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).executor(Executors.newVirtualThreadPerTaskExecutor()).build();
    private final Samples latency = new Samples();
    private final AtomicLong seen = new AtomicLong();
    private final AtomicLong streamsEnded = new AtomicLong();
    private final AtomicLong pulls = new AtomicLong();
    private final AtomicLong failedPulls = new AtomicLong();
    private final AtomicLong pushedAgain = new AtomicLong();
    private volatile long measuredFrom = Long.MAX_VALUE;
    private volatile boolean isOver;
    private final CountDownLatch listening = new CountDownLatch(DESKS);
    private final Semaphore pulling = new Semaphore(64);

    /// What a desk hears; no thread waits for it.
    private record Lines(Desk desk) implements Flow.Subscriber<String> {

        @Override
        public void onSubscribe(Flow.Subscription lines) {
            lines.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(String line) {
            if (line.startsWith("data:")) {
                desk.told(Json.read(line.substring("data:".length()), Head.class));
            }
        }

        @Override
        public void onError(Throwable failure) {}

        @Override
        public void onComplete() {}
    }

    /// A desk without a store.
    private final class Desk {
        private final UUID id = UUID.randomUUID();
        private final Admission let;
        private final URI address;
        private CompletableFuture<Void> written = CompletableFuture.completedFuture(null);
        private long seq;
        private long cursor;
        private boolean isAsking;
        private boolean hears;

        Desk(SyncBench bench, int team) {
            let = bench.enrolment().redeem(bench.enrolment().offer("team-" + team), id).orElseThrow();
            address = bench.address();
        }

        private HttpRequest.Builder request(String path) {
            return HttpRequest.newBuilder(address.resolve(path)).header("Authorization", "Bearer " + let.token());
        }

        /// A stream that ends begins anew, as that of every desk does.
        void listen() {
            http.sendAsync(request("/v1/events").GET().build(), BodyHandlers.fromLineSubscriber(new Lines(this)))
                    .whenComplete((ended, failure) -> {
                        if (!isOver) {
                            streamsEnded.incrementAndGet();
                            CompletableFuture.delayedExecutor(1, TimeUnit.SECONDS).execute(this::listen);
                        }
                    });
        }

        private synchronized void told(Head head) {
            if (!head.scope().equals(let.teamScope())) {
                return;
            }
            if (!hears) {
                hears = true;
                listening.countDown();
            }
            if (head.page() != null && head.page().after() == cursor && !isAsking) {
                take(head.page());
            } else if (head.n() > cursor && !isAsking) {
                isAsking = true;
                Thread.startVirtualThread(this::pull); // which waits its turn
            }
        }

        private void pull() {
            pulls.incrementAndGet();
            pulling.acquireUninterruptibly();
            http.sendAsync(
                            request("/v1/pull?scope=%s&epoch=%s&after=%d".formatted(let.teamScope(), let.epoch(), cursor))
                                    .GET()
                                    .build(),
                            BodyHandlers.ofString())
                    .whenComplete((answer, failure) -> pulling.release())
                    .thenAccept(this::take)
                    .exceptionally(this::missed);
        }

        /// Asks again a little later, as every desk does.
        private @Nullable Void missed(Throwable failure) {
            failedPulls.incrementAndGet();
            CompletableFuture.delayedExecutor(1, TimeUnit.SECONDS).execute(this::pull);
            return null;
        }

        private synchronized void take(HttpResponse<String> answer) {
            var page = Json.read(answer.body(), Page.class);
            take(page);
            isAsking = page.end() < page.head();
            if (isAsking) {
                Thread.startVirtualThread(this::pull);
            }
        }

        private void take(Page page) {
            var now = System.nanoTime();
            for (var entry : page.entries()) {
                if (!entry.desk().equals(id)) {
                    if (entry.at() >= measuredFrom) {
                        synchronized (latency) {
                            latency.addNanos(now - entry.at());
                        }
                    }
                    seen.incrementAndGet();
                }
            }
            cursor = page.end();
        }

        /// One after the other, as a desk does. The time at which it was written stands in the entry, by this process's own
        /// clock.
        synchronized CompletableFuture<Void> write() {
            var note = UUID.randomUUID();
            var entry = new WireEntry(
                    UUID.randomUUID(), let.teamScope(), "note", WireEntry.VERSION, note, note, "added", id, id, ++seq,
                    System.nanoTime(), null, Map.of(
                            "case_id", Arrays.asList(null, note.toString()), "author", Arrays.asList(null, id.toString()),
                            "text", Arrays.asList(null, "客户下午在家"), "at", Arrays.asList(null, 0L)));
            var push = request("/v1/push")
                    .POST(BodyPublishers.ofString(Json.write(new Push(let.epoch(), entry.seq(), List.of(entry)))))
                    .build();
            written = written.thenCompose(before -> send(push));
            return written;
        }

        private CompletableFuture<Void> send(HttpRequest push) {
            return http.sendAsync(push, BodyHandlers.ofString()).handle((answer, failure) -> answer).thenCompose(answer -> {
                if (answer != null && answer.statusCode() == 200) {
                    return CompletableFuture.completedFuture(null);
                }
                pushedAgain.incrementAndGet();
                return CompletableFuture.runAsync(() -> {}, CompletableFuture.delayedExecutor(1, TimeUnit.SECONDS))
                        .thenCompose(waited -> send(push));
            });
        }
    }

    void run() throws Exception {
        try (var bench = new SyncBench()) {
            var desks = new ArrayList<Desk>();
            for (var i = 0; i < DESKS; i++) {
                desks.add(new Desk(bench, i / TEAM_SIZE));
            }
            desks.forEach(Desk::listen);
            require(listening.await(PATIENCE.toSeconds(), TimeUnit.SECONDS), "heard of their scopes", listening.getCount());
            System.gc();
            var idle = heap();
            var warmedUp = write(desks, WARM_UP);
            var cpu = cpu();
            var begin = System.nanoTime();
            measuredFrom = begin;
            var written = write(desks, LASTS);
            var lasted = (System.nanoTime() - begin) / 1e9;
            var expected = (warmedUp + written) * (TEAM_SIZE - 1L);
            for (var end = System.nanoTime() + PATIENCE.toNanos(); seen.get() < expected; ) {
                require(System.nanoTime() < end, "saw all changes", expected - seen.get());
                TimeUnit.MILLISECONDS.sleep(50);
            }
            isOver = true;
            Table.heading("Hub: %,d desks on streams in teams of %d, %d changes".formatted(DESKS, TEAM_SIZE, written));
            Table.row("pushed to pulled by a colleague", latency);
            Table.line("  %-34s %.0f a second for %.1f s", "changes", written / lasted, lasted);
            Table.line("  %-34s %d", "streams that ended", streamsEnded.get());
            Table.line("  %-34s %d, %d of them failed", "pulls", pulls.get(), failedPulls.get());
            Table.line("  %-34s %d", "pushes that failed and were repeated", pushedAgain.get());
            Table.line("  %-34s %.0f MB idle, %.0f MB after (hub and desks)", "heap", idle, heap());
            Table.line("  %-34s %.2f cores (hub and desks, without PostgreSQL)", "CPU", (cpu() - cpu) / 1e9 / lasted);
        }
    }

    private static void require(boolean isSo, String what, long missing) {
        if (!isSo) {
            throw new IllegalStateException("Not all desks %s: %d are missing".formatted(what, missing));
        }
    }

    private static int write(List<Desk> desks, Duration lasts) throws InterruptedException {
        var random = new SplittableRandom(1);
        var changes = (int) (CHANGES_A_SECOND * lasts.toSeconds());
        var begin = System.nanoTime();
        var answers = new ArrayList<CompletableFuture<?>>();
        for (var i = 0; i < changes; i++) {
            var due = begin + i * TimeUnit.SECONDS.toNanos(1) / CHANGES_A_SECOND;
            TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
            answers.add(desks.get(random.nextInt(desks.size())).write());
        }
        answers.forEach(CompletableFuture::join);
        return changes;
    }

    private static double heap() {
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1e6;
    }

    private static double cpu() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }
}
