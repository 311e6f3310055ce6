package dev.calmdesk.data;

import dev.calmdesk.base.Problem;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32C;

/// The folder of one store and the names in it.
public record StoreFiles(Path folder) {

    private static final String BASE_NAME = "calmdesk";
    private static final String NEXT_NAME = BASE_NAME + "-next";
    private static final String H2_ENDING = ".mv.db";
    private static final int HEAD_BYTES = 8192;

    /// Without H2's ending.
    Path database() {
        return folder.resolve(BASE_NAME);
    }

    public Path databaseFile() {
        return folder.resolve(BASE_NAME + H2_ENDING);
    }

    /// A database that is being made and not in its place yet, without H2's ending.
    Path nextDatabase() {
        return folder.resolve(NEXT_NAME);
    }

    Path nextDatabaseFile() {
        return folder.resolve(NEXT_NAME + H2_ENDING);
    }

    Path sentinel() {
        return folder.resolve(BASE_NAME + ".sentinel");
    }

    Path lock() {
        return folder.resolve(BASE_NAME + ".lock");
    }

    public Path backups() {
        return folder.resolve("backup");
    }

    /// Files that customers sent, by content hash.
    public Path evidence() {
        return folder.resolve("evidence");
    }

    /// The search index; may be deleted at any time.
    public Path index() {
        return folder.resolve("index");
    }

    public Path settings() {
        return folder.resolve("settings.properties");
    }

    public Path log() {
        return folder.resolve("log");
    }

    /// Makes the folder and proves that it can be written. A full disk is no reason to stay out: what is there can be
    /// read.
    ///
    /// @throws Problem.Unavailable if it cannot
    void prepare() {
        var probe = folder.resolve("write-probe");
        try {
            Files.createDirectories(folder);
            Files.write(probe, new byte[1]);
            Files.deleteIfExists(probe);
        } catch (IOException e) {
            var problem = H2Failures.ofFiles(e, "store.problem.read_only", folder);
            if (!problem.textKey().equals("store.problem.disk_full")) {
                throw problem;
            }
        }
        if (Files.exists(databaseFile()) && !Files.isWritable(databaseFile())) {
            throw Problem.unavailable("store.problem.read_only", null, databaseFile());
        }
    }

    private Path compaction() {
        return folder.resolve(BASE_NAME + ".compact");
    }

    /// Remembers that the database file is to be written anew; on the disk before this returns.
    void noteCompaction() {
        try {
            Files.write(compaction(), new byte[1]);
            force(folder);
        } catch (IOException e) {
            throw H2Failures.ofFiles(e, "store.problem.disk_refused", folder);
        }
    }

    /// Whether bytes of what was erased may still stand in the database file.
    public boolean isCompactionDue() {
        return Files.exists(compaction());
    }

    void forgetCompaction() {
        compaction().toFile().delete();
    }

    /// Whether a store was in this folder before: then a missing database is a loss, not a beginning.
    boolean bearTraces() {
        return Files.exists(sentinel()) || !Backups.list(this).isEmpty();
    }

    /// Tells one state of the closed database from another: its length, when it was written, and its head, in which H2
    /// numbers its commits.
    long fingerprint() throws IOException {
        try (var database = Files.newInputStream(databaseFile())) {
            var checksum = new CRC32C();
            checksum.update(database.readNBytes(HEAD_BYTES));
            var written = Files.getLastModifiedTime(databaseFile()).toMillis();
            return (Files.size(databaseFile()) * 31 + written) << Integer.SIZE | checksum.getValue();
        }
    }

    /// Puts the finished next database in the place of the present one, in one step that a power cut cannot halve.
    void promoteNext() throws IOException {
        try (var channel = FileChannel.open(nextDatabaseFile(), StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        Files.move(
                nextDatabaseFile(),
                databaseFile(),
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
        force(folder);
    }

    /// Makes the names in a folder as durable as the files are. Not every system can; those that cannot (Windows) keep
    /// names safe themselves.
    static void force(Path folder) {
        try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            org.slf4j.LoggerFactory.getLogger(StoreFiles.class).debug("Folder {} cannot be forced", folder, e);
        }
    }
}
