package dev.calmdesk.data;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.util.concurrent.atomic.AtomicLong;
import org.h2.store.fs.FileBaseDefault;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

/// A disk that is full from a moment on that a test chooses. H2 reaches it as file system `full:`.
final class FullDisk {

    static final String PREFIX = "full:";

    /// Writes that still succeed; a disk with room has very many. One for all files, as H2 makes its file systems itself.
    private static final AtomicLong WRITES_LEFT = new AtomicLong(Long.MAX_VALUE);

    private FullDisk() {}

    static void register() {
        FilePath.register(new FullPath());
    }

    static void fillAfter(long writes) {
        WRITES_LEFT.set(writes);
    }

    static void makeRoom() {
        WRITES_LEFT.set(Long.MAX_VALUE);
    }

    /// Registered with H2 as `full:`.
    public static final class FullPath extends FilePathWrapper {

        @Override
        public String getScheme() {
            return "full";
        }

        @Override
        public FileChannel open(String mode) throws IOException {
            return new FullFile(getBase().open(mode));
        }
    }

    private static final class FullFile extends FileBaseDefault {
        private final FileChannel file;

        FullFile(FileChannel file) {
            this.file = file;
        }

        /// The last write that finds room finds half of what it needs.
        @Override
        public int write(ByteBuffer source, long position) throws IOException {
            var left = WRITES_LEFT.decrementAndGet();
            if (left >= 0) {
                return file.write(source, position);
            }
            if (left == -1) {
                file.write(source.duplicate().limit(source.position() + source.remaining() / 2), position);
            }
            throw new IOException("No space left on device");
        }

        @Override
        protected void implTruncate(long size) throws IOException {
            file.truncate(size);
        }

        @Override
        public void force(boolean metaData) throws IOException {
            file.force(metaData);
        }

        @Override
        public int read(ByteBuffer target, long position) throws IOException {
            return file.read(target, position);
        }

        @Override
        public long size() throws IOException {
            return file.size();
        }

        @Override
        public FileLock tryLock(long position, long size, boolean shared) throws IOException {
            return file.tryLock(position, size, shared);
        }

        @Override
        protected void implCloseChannel() throws IOException {
            file.close();
        }
    }
}
