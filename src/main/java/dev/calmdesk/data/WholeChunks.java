package dev.calmdesk.data;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.h2.store.fs.FileBaseDefault;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// An H2 file system under which a file always opens at its newest whole chunk (a chunk is what H2 writes at a commit).
///
/// Left alone, H2 2.2 to 2.5 loses what it acknowledged in two ways. Its file head is written while the chunk before the
/// newest still counts as the last one, so after a kill a chunk that lies in a reused place is not found. And it looks
/// at the head and the foot of a chunk only, so after a power cut it opens one of which the middle never reached the
/// disk. Therefore each chunk gets a checksum in the free room of its head when it is written, and before a file that
/// was not closed in good order is opened, [Salvage] looks for the newest chunk whose checksum is right.
///
/// The files stay plain H2 files. Public because H2 makes instances of it.
public final class WholeChunks extends FilePathWrapper {

    private static final Logger LOG = LoggerFactory.getLogger(WholeChunks.class);

    static final String PREFIX = "whole:";

    private static final Set<WholeFile> OPEN = ConcurrentHashMap.newKeySet();

    /// Makes the file system known to H2; any number of times.
    static void register() {
        FilePath.register(new WholeChunks());
    }

    @Override
    public String getScheme() {
        return "whole";
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        var file = new SteadyFile(getBase(), mode);
        try {
            var whole = new WholeFile(getBase().toString(), file, Salvage.patches(file));
            OPEN.add(whole);
            return whole;
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    /// Closes what H2 left open of a file. When it fails to open a database it forgets now and then to close the file, and
    /// would say of the next try in this process that somebody else is using it.
    static void closeLeftOpen(Path database) {
        var name = slashed(database.toAbsolutePath().toString());
        for (var file : OPEN) {
            if (slashed(file.name).endsWith(name)) {
                try {
                    file.close();
                } catch (IOException e) {
                    LOG.warn("{} stays open", database, e);
                }
            }
        }
    }

    private static String slashed(String path) {
        return path.replace('\\', '/');
    }

    private static final class WholeFile extends FileBaseDefault {

        private static final byte[] HEAD = (Salvage.HEAD + ":").getBytes(StandardCharsets.ISO_8859_1);

        private final String name;
        private final FileChannel file;
        private volatile List<Salvage.Patch> patches;

        /// @param patches shown to readers at once and written before anything else is, so that reading changes nothing
        WholeFile(String name, FileChannel file, List<Salvage.Patch> patches) {
            this.name = name;
            this.file = file;
            this.patches = patches;
        }

        private synchronized void mend() throws IOException {
            for (var patch : patches) {
                file.write(ByteBuffer.wrap(patch.bytes()), patch.position());
            }
            if (!patches.isEmpty()) {
                file.force(true);
                patches = List.of();
            }
        }

        @Override
        public int write(ByteBuffer source, long position) throws IOException {
            mend();
            var bytes = new byte[source.remaining()];
            source.get(bytes);
            if (position % Salvage.BLOCK == 0 && bytes.length % Salvage.BLOCK == 0 && startsWithHead(bytes)) {
                addSum(bytes);
            }
            return file.write(ByteBuffer.wrap(bytes), position);
        }

        private static boolean startsWithHead(byte[] bytes) {
            return bytes.length > HEAD.length && Arrays.equals(bytes, 0, HEAD.length, HEAD, 0, HEAD.length);
        }

        /// H2 pads the head with blanks, so that it can be written last.
        private static void addSum(byte[] chunk) {
            var end = 0;
            while (chunk[end] != '\n') {
                end++;
            }
            var blank = end;
            while (chunk[blank - 1] == ' ') {
                blank--;
            }
            var sum = ("," + Salvage.SUM + ":" + Long.toHexString(Salvage.sum(chunk)))
                    .getBytes(StandardCharsets.ISO_8859_1);
            if (sum.length <= end - blank) {
                System.arraycopy(sum, 0, chunk, blank, sum.length);
            }
        }

        @Override
        public int read(ByteBuffer target, long position) throws IOException {
            var start = target.position();
            var count = file.read(target, position);
            for (var patch : patches) {
                var from = Math.max(position, patch.position());
                var to = Math.min(position + count, patch.position() + patch.bytes().length);
                for (var at = from; at < to; at++) {
                    target.put(start + (int) (at - position), patch.bytes()[(int) (at - patch.position())]);
                }
            }
            return count;
        }

        @Override
        protected void implTruncate(long size) throws IOException {
            mend();
            file.truncate(size);
        }

        @Override
        public void force(boolean metaData) throws IOException {
            file.force(metaData);
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
            OPEN.remove(this);
            file.close();
        }
    }
}
