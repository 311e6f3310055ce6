package dev.calmdesk.sync;

import dev.calmdesk.sync.wire.Head;
import java.util.function.Consumer;

/// Tells a desk that something came in at the hub, so that it need not ask all the time. Nothing is lost when it is
/// silent.
public interface News {

    /// Begins to listen. Both are called on threads of the connection and must return soon.
    ///
    /// @param told first where each scope of the desk stands, then whenever one went on
    /// @param ended once, when no more will come and nobody closed it
    Listening listen(Consumer<Head> told, Runnable ended);

    /// Ends with [#close()].
    interface Listening extends AutoCloseable {
        @Override
        void close();
    }
}
