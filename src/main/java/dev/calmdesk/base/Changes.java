package dev.calmdesk.base;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tells who asked that rows of some kinds changed. Fired once after each commit, by a click or by sync alike, on the
/// thread that committed; a listener that fails does not keep the others from hearing.
public final class Changes {

    private static final Logger LOG = LoggerFactory.getLogger(Changes.class);

    private final List<Listening> listeners = new CopyOnWriteArrayList<>();

    /// Ends with [#close()]; a view model closes what it opened.
    public interface Subscription extends AutoCloseable {
        @Override
        void close();
    }

    private record Listening(Set<String> kinds, Runnable reaction) {}

    /// @param kinds names of kinds; the reaction runs once per commit that touched at least one of them
    public Subscription on(Set<String> kinds, Runnable reaction) {
        var listening = new Listening(Set.copyOf(kinds), reaction);
        listeners.add(listening);
        return () -> listeners.remove(listening);
    }

    public void fire(Set<String> kinds) {
        for (var listening : listeners) {
            if (listening.kinds().stream().anyMatch(kinds::contains)) {
                try {
                    listening.reaction().run();
                } catch (RuntimeException e) {
                    LOG.error("A reaction to changes of {} failed", kinds, e);
                }
            }
        }
    }
}
