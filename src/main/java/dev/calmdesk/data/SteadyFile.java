package dev.calmdesk.data;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import org.h2.store.fs.FileBaseDefault;
import org.h2.store.fs.FilePath;
import org.jspecify.annotations.Nullable;

/// A file that stays open when one of its users is interrupted. Java closes a channel under everybody then, and the store
/// would be closed in the middle of somebody else's work. The interruption stays set for whoever waits for it.
final class SteadyFile extends FileBaseDefault {

    private final FilePath path;
    private final String mode;
    private volatile FileChannel file;
    private @Nullable Lock lock;
    private boolean closed;

    SteadyFile(FilePath path, String mode) throws IOException {
        this.path = path;
        this.mode = mode;
        this.file = path.open(mode);
    }

    @FunctionalInterface
    private interface Action<T> {
        T on(FileChannel file) throws IOException;
    }

    private <T> T steadily(Action<T> action) throws IOException {
        var interrupted = Thread.interrupted();
        try {
            while (true) {
                var used = file;
                try {
                    return action.on(used);
                } catch (ClosedChannelException e) {
                    interrupted |= Thread.interrupted();
                    openAgain(used, e);
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private synchronized void openAgain(FileChannel before, ClosedChannelException reason) throws IOException {
        if (closed) {
            throw reason;
        }
        if (file == before) {
            before.close(); // waits until it has given up its lock
            file = path.open(mode);
            if (lock != null) {
                lock.take();
            }
        }
    }

    @Override
    public int write(ByteBuffer source, long position) throws IOException {
        var count = source.remaining();
        steadily(channel -> {
            for (var rest = source.duplicate(); rest.hasRemaining(); ) {
                channel.write(rest, position + count - rest.remaining());
            }
            return null;
        });
        source.position(source.limit());
        return count;
    }

    @Override
    public int read(ByteBuffer target, long position) throws IOException {
        var start = target.position();
        return steadily(channel -> channel.read(target.position(start), position));
    }

    @Override
    protected void implTruncate(long size) throws IOException {
        steadily(channel -> channel.truncate(size));
    }

    @Override
    public void force(boolean metaData) throws IOException {
        steadily(channel -> {
            channel.force(metaData);
            return null;
        });
    }

    @Override
    public long size() throws IOException {
        return steadily(FileChannel::size);
    }

    @Override
    public synchronized @Nullable FileLock tryLock(long position, long size, boolean shared) throws IOException {
        var wanted = new Lock(position, size, shared);
        if (!steadily(channel -> wanted.take())) {
            return null;
        }
        lock = wanted;
        return wanted;
    }

    @Override
    protected synchronized void implCloseChannel() throws IOException {
        closed = true;
        file.close();
    }

    /// Is taken again with the file.
    private final class Lock extends FileLock {

        private @Nullable FileLock taken;

        Lock(long position, long size, boolean shared) {
            super(SteadyFile.this, position, size, shared);
        }

        boolean take() throws IOException {
            taken = file.tryLock(position(), size(), isShared());
            return taken != null;
        }

        @Override
        public boolean isValid() {
            return taken != null;
        }

        @Override
        public void release() throws IOException {
            if (taken != null && taken.isValid()) {
                taken.release();
            }
            taken = null;
        }
    }
}
