package dev.calmdesk.complaint;

import dev.calmdesk.base.Changes;
import dev.calmdesk.complaint.SuggestionStore.Closed;
import dev.calmdesk.data.Database;
import dev.calmdesk.suggestion.Example;
import dev.calmdesk.suggestion.TextModel;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Learns from this store's own closed complaints which category and severity go with which words. What it learned lives
/// in memory and is learned anew at every start.
///
/// The application asks [#isDue] now and then and calls [#learn] in the background when nothing else is to do; it takes
/// seconds, lets others go first, and stops at once when it is closed. Thread-safe.
public final class Learning implements AutoCloseable {

    /// Fired when more was learned.
    public static final String CHANGED = "learning";

    /// With fewer closed cases the listed words know more.
    public static final int LEAST_CASES = 200;

    /// Shorter texts say too little, both to learn from and to judge.
    static final int SHORTEST_TEXT = 8;

    private static final Logger LOG = LoggerFactory.getLogger(Learning.class);
    private static final int MOST_CASES = 20_000;
    private static final int FEW_MORE = 20;
    private static final int SHARE_MORE = 20;

    private final Database database;
    private final Changes.Subscription cases;
    private final Changes.Subscription erasures;
    private volatile boolean due = true;
    private volatile boolean erased;
    private volatile boolean closed;
    private volatile @Nullable Learned learned;

    /// @param counted closed cases when it was learned
    record Learned(int counted, TextModel category, TextModel severity) {}

    public Learning(Database database) {
        this.database = database;
        this.cases = database.changes().on(Set.of("case"), () -> due = true);
        this.erasures = database.changes().on(Set.of("erasure"), this::forget);
    }

    /// What an erased customer said must not go on deciding.
    private void forget() {
        erased = true;
        due = true;
    }

    /// Whether there may be something new to learn.
    public boolean isDue() {
        return due && !closed;
    }

    Optional<Learned> learned() {
        return Optional.ofNullable(learned);
    }

    /// Learns, if enough is new.
    public synchronized void learn() {
        due = false;
        var counted = database.read(handle -> handle.attach(SuggestionStore.class).countClosed(SHORTEST_TEXT));
        if (closed || isFresh(counted)) {
            return;
        }
        erased = false;
        try {
            learned = counted < LEAST_CASES ? null : learn(counted);
            database.changes().fire(Set.of(CHANGED));
        } catch (CancellationException e) {
            LOG.debug("Learning was given up, the store is closing");
        }
    }

    private boolean isFresh(int counted) {
        var before = learned;
        if (before == null) {
            return counted < LEAST_CASES;
        }
        var more = counted - before.counted();
        return !erased && more >= 0 && more < Math.max(FEW_MORE, before.counted() / SHARE_MORE);
    }

    private Learned learn(int counted) {
        var begun = System.nanoTime();
        var examples = database.read(handle ->
                handle.attach(SuggestionStore.class).closed(SHORTEST_TEXT, MOST_CASES));
        var made = new Learned(
                counted,
                model(examples, Closed::category),
                model(examples, closed -> closed.severity().name()));
        LOG.info("Learned from {} closed complaints in {} ms", examples.size(), (System.nanoTime() - begun) / 1_000_000);
        return made;
    }

    private TextModel model(List<Closed> closedCases, Function<Closed, String> label) {
        return TextModel.train(
                closedCases.stream()
                        .map(closed -> new Example(closed.id(), label.apply(closed), closed.event()))
                        .toList(),
                this::breathe);
    }

    private void breathe() {
        if (closed) {
            throw new CancellationException();
        }
        Thread.yield();
    }

    /// Gives up what is being learned.
    @Override
    public void close() {
        closed = true;
        cases.close();
        erasures.close();
    }
}
