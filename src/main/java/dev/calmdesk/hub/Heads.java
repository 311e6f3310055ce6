package dev.calmdesk.hub;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Where the scopes stand, for those who wait for more. What this process took in is told at once; what other hub
/// processes took in is looked up a few times a second, which any database can answer. What a scope gained is read once
/// and told to all, so that not each of them has to ask for it.
final class Heads implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Heads.class);

    private static final Duration LOOK = Duration.ofMillis(250);

    private final Feed feed;
    private final Map<String, Audience> audiences = new ConcurrentHashMap<>();
    private final ExecutorService telling = Executors.newVirtualThreadPerTaskExecutor();
    private final ScheduledThreadPoolExecutor looking =
            new ScheduledThreadPoolExecutor(1, Thread.ofPlatform().daemon().name("hub heads").factory());

    private volatile boolean isClosed;

    Heads(Feed feed) {
        this.feed = feed;
        looking.scheduleWithFixedDelay(this::look, LOOK.toMillis(), LOOK.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void look() {
        if (audiences.isEmpty()) {
            return;
        }
        try {
            feed.heads(audiences.keySet()).forEach(this::told);
        } catch (RuntimeException e) {
            LOG.warn("The database does not say where the scopes stand: {}", e.getMessage());
        }
    }

    /// A scope went on. Returns at once.
    void told(String scope, long head) {
        var audience = audiences.get(scope);
        if (audience != null && audience.told < head) {
            try {
                telling.execute(() -> audience.tell(scope, head));
            } catch (RejectedExecutionException e) {
                LOG.debug("Closing", e);
            }
        }
    }

    /// Begins to follow some scopes; their heads of now come first.
    Follower follow(UUID desk, Collection<String> scopes) {
        var follower = new Follower(desk, Set.copyOf(scopes));
        var before = feed.heads(scopes);
        scopes.forEach(scope -> audiences.compute(scope, (name, known) -> {
            var audience = known == null ? new Audience(before.get(scope)) : known;
            audience.followers.add(follower);
            return audience;
        }));
        feed.heads(scopes).forEach((scope, head) -> follower.offer(Event.of(scope, head)));
        if (isClosed) {
            follower.end(); // it came while the others were sent away
        }
        return follower;
    }

    private Stream<Follower> all() {
        return audiences.values().stream().flatMap(audience -> audience.followers.stream());
    }

    /// How many wait.
    int followed() {
        return all().collect(Collectors.toSet()).size();
    }

    @Override
    public void close() {
        isClosed = true;
        looking.shutdown();
        telling.shutdown();
        all().forEach(Follower::end);
    }

    /// Those who follow one scope.
    private final class Audience {

        private final Set<Follower> followers = ConcurrentHashMap.newKeySet();
        private final ReentrantLock lock = new ReentrantLock();
        private volatile long told;

        /// @param told where the scope stood before anybody followed it here
        Audience(long told) {
            this.told = told;
        }

        /// One at a time: what comes meanwhile goes with the next.
        void tell(String scope, long head) {
            lock.lock();
            try {
                if (told < head) {
                    var event = event(scope, head);
                    followers.forEach(follower -> follower.offer(event));
                    told = event.n();
                }
            } finally {
                lock.unlock();
            }
        }

        private Event event(String scope, long head) {
            try {
                var news = feed.news(scope, told, desks());
                news.ifPresent(found -> followers.stream()
                        .filter(follower -> found.strangers().contains(follower.desk))
                        .forEach(Follower::end));
                return news.map(found -> Event.of(found.page())).orElseGet(() -> Event.of(scope, head));
            } catch (RuntimeException e) {
                LOG.warn("The database does not say what a scope gained: {}", e.getMessage());
                return Event.of(scope, head); // whoever hears it asks
            }
        }

        private List<UUID> desks() {
            return followers.stream().map(follower -> follower.desk).toList();
        }
    }

    /// One who waits. What comes while nobody waits is kept, the newest of each scope only.
    final class Follower implements AutoCloseable {

        private final UUID desk;
        private final Set<String> scopes;
        private final Map<String, Long> known = new HashMap<>();
        private final Map<String, Event> fresh = new HashMap<>();
        private final ReentrantLock lock = new ReentrantLock();
        private final Condition changed = lock.newCondition();
        private boolean isOver;

        private Follower(UUID desk, Set<String> scopes) {
            this.desk = desk;
            this.scopes = scopes;
        }

        private void offer(Event event) {
            lock.lock();
            try {
                if (!isOver && known.getOrDefault(event.scope(), -1L) < event.n()) {
                    known.put(event.scope(), event.n());
                    // a page follows what was told before; what waits was not
                    fresh.merge(event.scope(), event, (waiting, next) -> Event.of(next.scope(), next.n()));
                    changed.signal();
                }
            } finally {
                lock.unlock();
            }
        }

        /// Waits for events that were not told yet.
        ///
        /// @return empty if none came in time
        List<Event> await(Duration longest) throws InterruptedException {
            lock.lock();
            try {
                var left = longest.toNanos();
                while (fresh.isEmpty() && !isOver && left > 0) {
                    left = changed.awaitNanos(left);
                }
                var told = List.copyOf(fresh.values());
                fresh.clear();
                return told;
            } finally {
                lock.unlock();
            }
        }

        boolean isOver() {
            lock.lock();
            try {
                return isOver;
            } finally {
                lock.unlock();
            }
        }

        private void end() {
            lock.lock();
            try {
                isOver = true;
                changed.signal();
            } finally {
                lock.unlock();
            }
        }

        @Override
        public void close() {
            scopes.forEach(scope -> audiences.computeIfPresent(scope, (name, audience) -> {
                audience.followers.remove(this);
                return audience.followers.isEmpty() ? null : audience;
            }));
        }
    }
}
