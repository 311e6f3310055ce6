package dev.calmdesk.hub;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Where the scopes stand, for those who wait for more. What this process took in is told at once; what other hub
/// processes took in is looked up a few times a second, which any database can answer.
final class Heads implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Heads.class);

    private static final Duration LOOK = Duration.ofMillis(250);

    private final Feed feed;
    private final Map<String, Set<Follower>> followers = new ConcurrentHashMap<>();
    private final ScheduledThreadPoolExecutor looking =
            new ScheduledThreadPoolExecutor(1, Thread.ofPlatform().daemon().name("hub heads").factory());

    private volatile boolean isClosed;

    Heads(Feed feed) {
        this.feed = feed;
        looking.scheduleWithFixedDelay(this::look, LOOK.toMillis(), LOOK.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void look() {
        if (followers.isEmpty()) {
            return;
        }
        try {
            feed.heads(followers.keySet()).forEach(this::told);
        } catch (RuntimeException e) {
            LOG.warn("The database does not say where the scopes stand: {}", e.getMessage());
        }
    }

    /// A scope went on.
    void told(String scope, long head) {
        followers.getOrDefault(scope, Set.of()).forEach(follower -> follower.offer(scope, head));
    }

    /// Begins to follow some scopes; their heads of now come first.
    Follower follow(Collection<String> scopes) {
        var follower = new Follower(Set.copyOf(scopes));
        scopes.forEach(scope -> followers.compute(scope, (name, known) -> {
            var all = known == null ? ConcurrentHashMap.<Follower>newKeySet() : known;
            all.add(follower);
            return all;
        }));
        feed.heads(scopes).forEach(follower::offer);
        if (isClosed) {
            follower.end(); // it came while the others were sent away
        }
        return follower;
    }

    /// How many wait.
    int followed() {
        return followers.values().stream().flatMap(Set::stream).collect(Collectors.toSet()).size();
    }

    @Override
    public void close() {
        isClosed = true;
        looking.shutdown();
        followers.values().stream().flatMap(Set::stream).forEach(Follower::end);
    }

    /// One who waits. What comes while nobody waits is kept, the newest of each scope only.
    final class Follower implements AutoCloseable {

        private final Set<String> scopes;
        private final Map<String, Long> known = new HashMap<>();
        private final Map<String, Long> fresh = new HashMap<>();
        private final ReentrantLock lock = new ReentrantLock();
        private final Condition changed = lock.newCondition();
        private boolean isOver;

        private Follower(Set<String> scopes) {
            this.scopes = scopes;
        }

        private void offer(String scope, long head) {
            lock.lock();
            try {
                if (known.getOrDefault(scope, -1L) < head) {
                    known.put(scope, head);
                    fresh.put(scope, head);
                    changed.signal();
                }
            } finally {
                lock.unlock();
            }
        }

        /// Waits for heads that were not told yet.
        ///
        /// @return empty if none came in time
        Map<String, Long> await(Duration longest) throws InterruptedException {
            lock.lock();
            try {
                var left = longest.toNanos();
                while (fresh.isEmpty() && !isOver && left > 0) {
                    left = changed.awaitNanos(left);
                }
                var told = Map.copyOf(fresh);
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
            scopes.forEach(scope -> followers.computeIfPresent(scope, (name, all) -> {
                all.remove(this);
                return all.isEmpty() ? null : all;
            }));
        }
    }
}
