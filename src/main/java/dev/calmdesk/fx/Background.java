package dev.calmdesk.fx;

import dev.calmdesk.base.Changes;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The only way off the FX thread and back onto it.
///
/// `background.run("file complaint", () -> complaints.file(draft)).then(this::filed).onProblem(this::show)`: the work
/// runs on a virtual thread, the reactions on the FX thread. Thread-safe.
public final class Background implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Background.class);

    private final Threads threads;
    private final ErrorReporter errors;
    private final Map<Object, Object> newest = new ConcurrentHashMap<>();
    private volatile @Nullable Work<?> justEnded;
    private final AtomicInteger running = new AtomicInteger();
    private volatile boolean closed;

    /// Work without a result.
    @FunctionalInterface
    public interface Action {
        void run() throws Exception;
    }

    /// Where work and reactions run.
    private interface Threads extends AutoCloseable {
        void work(Runnable work);

        /// Later, unless work is done inline.
        void later(Runnable reaction);

        void onFx(Runnable reaction);

        void pause(Duration pause) throws InterruptedException;

        boolean inline();

        @Override
        void close();
    }

    public Background(ErrorReporter errors) {
        this(new FxThreads(), errors);
    }

    private Background(Threads threads, ErrorReporter errors) {
        this.threads = threads;
        this.errors = errors;
    }

    /// Runs everything at once on the calling thread, for tests; a bug, or a problem nobody answered, is thrown.
    public static Background direct() {
        return direct(Background::rethrow);
    }

    public static Background direct(ErrorReporter errors) {
        return new Background(new Inline(), errors);
    }

    private static void rethrow(String work, Throwable error) {
        throw new AssertionError(work + " failed", error);
    }

    /// @param name what is done, in English, for the log
    public <T extends @Nullable Object> Work<T> run(String name, Callable<? extends T> work) {
        var handle = new Work<T>(name, threads::onFx, errors);
        start(name, () -> {
            var end = handle.carryOut(work);
            deliver(handle, end);
        });
        return handle;
    }

    public Work<@Nullable Void> run(String name, Action work) {
        return this.<@Nullable Void>run(name, (Callable<@Nullable Void>) () -> {
            work.run();
            return null;
        });
    }

    /// Runs work after a pause.
    public Work<@Nullable Void> after(Duration pause, String name, Action work) {
        return run(name, () -> {
            threads.pause(pause);
            work.run();
        });
    }

    /// Questions of which only the newest answer counts, for instance those of a search field.
    public Latest latest(Object key) {
        return latest(key, Duration.ZERO);
    }

    /// @param key questions with an equal key replace each other; a view model may use itself
    /// @param pause a question waits this long for a newer one before it is asked
    public Latest latest(Object key, Duration pause) {
        return new Latest(key, pause);
    }

    /// Asks questions; a newer one silences every older one that was not answered yet.
    public final class Latest {
        private final Object key;
        private final Duration pause;

        private Latest(Object key, Duration pause) {
            this.key = key;
            this.pause = pause;
        }

        public <T extends @Nullable Object> Work<T> run(String name, Callable<? extends T> work) {
            var handle = new Work<T>(name, threads::onFx, errors);
            var ticket = new Object();
            newest.put(key, ticket);
            start(name, () -> {
                threads.pause(pause);
                if (newest.get(key) == ticket) {
                    var end = handle.carryOut(work);
                    deliver(handle, () -> {
                        if (newest.remove(key, ticket)) {
                            end.run();
                        }
                    });
                }
            });
            return handle;
        }

        /// Silences the questions not answered yet.
        public void drop() {
            newest.remove(key);
        }
    }

    private void start(String name, Action work) {
        reportUnanswered();
        if (closed) {
            LOG.warn("Not started, the program is closing: {}", name);
            return;
        }
        running.incrementAndGet();
        threads.work(() -> {
            try {
                work.run();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (Exception e) {
                threads.onFx(() -> errors.report(name, e));
            } finally {
                threads.later(running::decrementAndGet); // behind the reactions of this work
            }
        });
    }

    /// Whether no work runs and all reactions are through, so that a picture shows what was asked for.
    public boolean isIdle() {
        return running.get() == 0;
    }

    private void deliver(Work<?> handle, Runnable end) {
        threads.later(() -> {
            if (closed) {
                return;
            }
            end.run();
            if (threads.inline()) {
                justEnded = handle; // its reactions are only about to be named
            } else {
                handle.reportIfUnanswered();
            }
        });
    }

    private void reportUnanswered() {
        var last = justEnded;
        justEnded = null;
        if (last != null) {
            last.reportIfUnanswered();
        }
    }

    /// Runs a reaction on the FX thread: at once if this is it.
    public void onFx(Runnable reaction) {
        threads.onFx(() -> guarded(reaction));
    }

    /// Reacts on the FX thread to changes of some kinds; a burst of changes causes one reaction, and after the
    /// subscription is closed there is none.
    public Changes.Subscription whenChanged(Changes changes, Set<String> kinds, Runnable reaction) {
        var waiting = new AtomicBoolean();
        var open = new AtomicBoolean(true);
        var subscription = changes.on(kinds, () -> {
            if (waiting.compareAndSet(false, true)) {
                threads.later(() -> {
                    waiting.set(false);
                    if (open.get() && !closed) {
                        guarded(reaction);
                    }
                });
            }
        });
        return () -> {
            open.set(false);
            subscription.close();
        };
    }

    /// Runs a tick on the FX thread again and again, the first time after one period; for clocks. Never by itself when
    /// work runs inline.
    public Changes.Subscription repeat(Duration period, Runnable tick) {
        if (threads.inline()) {
            return () -> {};
        }
        var clock = new Timeline(
                new KeyFrame(javafx.util.Duration.millis(period.toMillis()), beat -> guarded(tick)));
        clock.setCycleCount(Animation.INDEFINITE);
        clock.play();
        return clock::stop;
    }

    private void guarded(Runnable reaction) {
        try {
            reaction.run();
        } catch (RuntimeException e) {
            errors.report("react", e);
        }
    }

    /// Waits for running work; its reactions are no longer called.
    @Override
    public void close() {
        reportUnanswered();
        closed = true;
        newest.clear();
        threads.close();
    }

    private static final class FxThreads implements Threads {
        private final ExecutorService workers =
                Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("work-", 1).factory());

        @Override
        public void work(Runnable work) {
            workers.execute(work);
        }

        @Override
        public void later(Runnable reaction) {
            Platform.runLater(reaction);
        }

        @Override
        public void onFx(Runnable reaction) {
            if (Platform.isFxApplicationThread()) {
                reaction.run();
            } else {
                Platform.runLater(reaction);
            }
        }

        @Override
        public void pause(Duration pause) throws InterruptedException {
            Thread.sleep(pause);
        }

        @Override
        public boolean inline() {
            return false;
        }

        @Override
        public void close() {
            workers.close();
        }
    }

    private static final class Inline implements Threads {
        @Override
        public void work(Runnable work) {
            work.run();
        }

        @Override
        public void later(Runnable reaction) {
            reaction.run();
        }

        @Override
        public void onFx(Runnable reaction) {
            reaction.run();
        }

        @Override
        public void pause(Duration pause) {
            // nobody types while a test runs
        }

        @Override
        public boolean inline() {
            return true;
        }

        @Override
        public void close() {
            // no threads to end
        }
    }
}
