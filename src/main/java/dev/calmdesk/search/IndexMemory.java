package dev.calmdesk.search;

import java.util.Optional;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;

/// An index that ends with the process: practice, tests.
final class IndexMemory implements IndexPlace {

    @Override
    public Optional<Directory> current() {
        return Optional.empty();
    }

    @Override
    public Directory fresh() {
        return new ByteBuffersDirectory();
    }

    @Override
    public void adopt() {
        // Nothing outlives the process.
    }

    @Override
    public void disown() {
        // Nothing outlives the process.
    }
}
