package dev.calmdesk.search;

import java.io.IOException;
import java.util.Optional;
import org.apache.lucene.store.Directory;

/// Where an index lies. A new one is built beside the old one and takes its place when it is complete.
interface IndexPlace {

    /// The index in use; the caller closes it.
    Optional<Directory> current() throws IOException;

    /// An empty place for a new index; the caller closes it.
    Directory fresh() throws IOException;

    /// Lets the newest fresh place be the current one from now on, also after a crash.
    void adopt() throws IOException;

    /// Lets none be the current one: the next start builds a new one, and nothing is left of those before.
    void disown() throws IOException;
}
