package dev.calmdesk.data;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import org.h2.mvstore.SingleFileStore;
import org.jdbi.v3.core.Handle;

/// The file of an open database as it was at one moment. Until the snapshot is closed H2 appends and overwrites nothing,
/// so the first bytes of the file stay those of that moment, however long copying them takes.
///
/// Neither of H2's own ways is used: `BACKUP TO` also stores what other connections have begun, and copying to the end
/// of a file that grows as fast as it is copied never ends.
final class StoreSnapshot implements AutoCloseable {

    private static final int PART = 1 << 20;
    private static final int HEAD = 8192;

    private final SingleFileStore store;
    private final boolean wasReused;
    private final ByteBuffer head;
    private final long length;

    /// Everything committed is forced, and nobody writes while this runs.
    StoreSnapshot(Handle writer) {
        store = (SingleFileStore) Connections.store(writer).getFileStore();
        wasReused = store.isSpaceReused();
        store.setReuseSpace(false);
        head = store.readFully(null, 0, HEAD); // the one part that H2 writes anew
        length = store.size();
    }

    void copyTo(OutputStream out) throws IOException {
        write(head, out);
        for (var at = (long) HEAD; at < length; at += PART) {
            write(store.readFully(null, at, (int) Math.min(PART, length - at)), out);
        }
    }

    private static void write(ByteBuffer bytes, OutputStream out) throws IOException {
        out.write(bytes.array(), bytes.arrayOffset() + bytes.position(), bytes.remaining());
    }

    @Override
    public void close() {
        store.setReuseSpace(wasReused);
    }
}
