package dev.calmdesk.sync;

import dev.calmdesk.base.Changes;
import dev.calmdesk.sync.SyncState.Contact;
import dev.calmdesk.sync.file.Bandwidth;
import dev.calmdesk.sync.file.DeskFiles;
import dev.calmdesk.sync.file.FileRound;
import dev.calmdesk.sync.wire.Head;
import dev.calmdesk.sync.wire.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps a desk in step with its hub: wakes when something was written here, when the hub says that something came in,
/// and by a timer. All of it happens on one thread, which alone knows when the hub is asked next ([Pace]).
///
/// The methods may be called from any thread and return at once.
public final class SyncLoop implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SyncLoop.class);

    private static final Duration TO_END = Duration.ofSeconds(5);

    private final Replica replica;
    private final Function<Link, Connection> connect;
    private final InstantSource clock;
    private final Pace pace;
    private final ScheduledThreadPoolExecutor thread =
            new ScheduledThreadPoolExecutor(1, Thread.ofPlatform().daemon().name("sync").factory());
    private final List<Consumer<SyncState>> listeners = new CopyOnWriteArrayList<>();
    private final AtomicBoolean pushIsDue = new AtomicBoolean();
    private final List<Changes.Subscription> subscriptions = new CopyOnWriteArrayList<>();
    private volatile SyncState state;
    private volatile @Nullable Line line;
    private @Nullable DeskFiles files;
    private Bandwidth bandwidth = new Bandwidth(0, System::nanoTime);
    private boolean fillIsDue;
    private Future<?> next = CompletableFuture.completedFuture(null);
    private Future<?> nextPart = CompletableFuture.completedFuture(null);

    /// What is open towards one hub.
    private static final class Line implements AutoCloseable {
        private final Link link;
        private final Connection connection;
        private News.@Nullable Listening listening;

        Line(Link link, Connection connection) {
            this.link = link;
            this.connection = connection;
        }

        boolean leadsTo(Link wanted) {
            return link.url().equals(wanted.url())
                    && link.token().equals(wanted.token())
                    && link.epoch().equals(wanted.epoch());
        }

        void hangUp() {
            if (listening != null) {
                listening.close();
                listening = null;
            }
        }

        @Override
        public void close() {
            hangUp();
            connection.close();
        }
    }

    /// @param connect makes a connection; nothing is sent by that
    public SyncLoop(
            Replica replica, Function<Link, Connection> connect, InstantSource clock, RandomGenerator random) {
        this.replica = replica;
        this.connect = connect;
        this.clock = clock;
        this.pace = new Pace(random);
        thread.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        state = new SyncState(Contact.ALONE, clock.instant(), 0, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /// Lets files travel too, whenever entries are in step. To be said before [#start()].
    public void carry(DeskFiles files, Bandwidth bandwidth) {
        this.files = files;
        this.bandwidth = bandwidth;
    }

    /// Begins, if this desk is enrolled or as soon as it is.
    public void start() {
        subscriptions.add(replica.whenLinked(this::wake));
        subscriptions.add(replica.whenWritten(this::written));
        wake();
    }

    public SyncState state() {
        return state;
    }

    /// @param listener called on the loop's thread whenever the state changes
    public Changes.Subscription listen(Consumer<SyncState> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /// A round now, whatever the pause.
    public void wake() {
        enqueue(this::round);
    }

    private void written() {
        if (pushIsDue.compareAndSet(false, true)) {
            enqueue(() -> {
                pushIsDue.set(false);
                push();
            });
        }
    }

    /// While the hub is silent or refuses, what is written only adds to what waits; the timer alone tries again.
    private void push() {
        if (state.contact() == Contact.ONLINE && replica.waiting() > 0) {
            attempt(SyncRound::push);
        } else {
            show(state.contact(), state.refusal());
        }
    }

    private void told(Head head) {
        if (state.contact() == Contact.ONLINE && head.n() > replica.cursor(head.scope())) {
            attempt(round -> round.heard(head));
        }
    }

    private void round() {
        attempt(SyncRound::exchange);
    }

    private void attempt(Consumer<SyncRound> work) {
        next.cancel(false);
        trying(() -> {
            var link = replica.link();
            if (link.isPresent() && link.get().isOnNetwork()) {
                attempt(link.get(), work);
            } else {
                hangUp();
                show(link.isPresent() ? Contact.BY_STICK : Contact.ALONE, Optional.empty());
            }
        });
    }

    private void trying(Runnable work) {
        try {
            work.run();
        } catch (Hub.Unreachable e) {
            LOG.debug("The hub is silent", e);
            hangUp();
            again(pace.afterSilence());
            show(Contact.OFFLINE, Optional.empty());
        } catch (Refusal e) {
            LOG.warn("The hub refuses: {}", e.getMessage());
            hangUp();
            again(pace.afterRefusal());
            show(Contact.REFUSED, Optional.of(e.code()));
        } catch (RuntimeException e) {
            LOG.error("Syncing failed on this desk", e);
            hangUp();
            again(pace.afterSilence());
            show(Contact.FAILED, Optional.empty());
        }
    }

    private void attempt(Link link, Consumer<SyncRound> work) {
        if (!state.isOnNetwork()) {
            show(Contact.CONNECTING, Optional.empty());
        }
        var open = line(link);
        var held = open.listening != null;
        work.accept(new SyncRound(replica, open.connection));
        if (!held) {
            open.listening = open.connection.listen(
                    head -> enqueue(() -> told(head)), () -> enqueue(() -> ended(open)));
        }
        again(pace.afterSuccess(held));
        inStep();
        fillInLater();
        carryFiles(open);
    }

    /// One part at a time, each as a task of its own, so that entries never wait behind files.
    private void carryFiles(Line open) {
        if (files != null && nextPart.isDone()) {
            var round = new FileRound(files, open.connection, open.link.epoch(), bandwidth);
            nextPart(open, round, Duration.ZERO);
        }
    }

    private void nextPart(Line open, FileRound round, Duration pause) {
        nextPart = schedule(pause, () -> {
            if (open == line && state.contact() == Contact.ONLINE) {
                trying(() -> round.step().ifPresent(next -> nextPart(open, round, next)));
            }
        });
    }

    /// A page at a time, so that what people do comes between.
    private void fillInLater() {
        if (!fillIsDue && state.fillingIn().isPresent()) {
            fillIsDue = true;
            enqueue(() -> {
                fillIsDue = false;
                if (state.contact() == Contact.ONLINE) {
                    attempt(SyncRound::fill);
                }
            });
        }
    }

    private Line line(Link link) {
        var open = line;
        if (open != null && open.leadsTo(link)) {
            return open;
        }
        if (open != null) {
            open.close();
        }
        var fresh = new Line(link, connect.apply(link));
        line = fresh;
        return fresh;
    }

    /// The stream broke; a round tells whether the hub is still there.
    private void ended(Line open) {
        if (open == line) {
            open.hangUp();
            again(pace.afterStreamEnd());
        }
    }

    private void hangUp() {
        var open = line;
        if (open != null) {
            open.hangUp();
        }
    }

    private void again(Duration pause) {
        next.cancel(false);
        next = schedule(pause, this::round);
    }

    private Future<?> schedule(Duration pause, Runnable work) {
        try {
            return thread.schedule(() -> guarded(work), pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            LOG.debug("Closing", e);
            return CompletableFuture.completedFuture(null);
        }
    }

    private void inStep() {
        show(Contact.ONLINE, Optional.empty(), Optional.of(clock.instant()));
    }

    private void show(Contact contact, Optional<Refusal.Code> refusal) {
        show(contact, refusal, state.lastRound());
    }

    private void show(Contact contact, Optional<Refusal.Code> refusal, Optional<Instant> lastRound) {
        var before = state;
        var since = contact == before.contact() ? before.since() : clock.instant();
        state = new SyncState(contact, since, replica.waiting(), lastRound, refusal, replica.fillingIn());
        if (!state.equals(before)) {
            listeners.forEach(listener -> listener.accept(state));
        }
    }

    private void enqueue(Runnable work) {
        try {
            thread.execute(() -> guarded(work));
        } catch (RejectedExecutionException e) {
            LOG.debug("Closing", e);
        }
    }

    private static void guarded(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            LOG.error("The sync loop stumbled", e);
        }
    }

    /// Ends after the step that is under way; what was not sent is sent at the next start. The thread is not
    /// interrupted: an interrupt would close the store's file under it.
    @Override
    public void close() {
        subscriptions.forEach(Changes.Subscription::close);
        thread.shutdown();
        var open = line;
        if (open != null) {
            open.close();
        }
        try {
            if (!thread.awaitTermination(TO_END.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("The sync loop did not end in time");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
