package dev.calmdesk.data;

import dev.calmdesk.base.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipInputStream;
import org.jdbi.v3.core.Handle;

/// Copies of a store's database, newest first, a few kept.
public final class Backups {

    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("'calmdesk-'uuuuMMdd'T'HHmmssSSS'Z.zip'").withZone(ZoneOffset.UTC);
    private static final int KEPT = 7;

    private Backups() {}

    static void write(Handle handle, StoreFiles files, Instant now) {
        try {
            Files.createDirectories(files.backups());
            var fresh = files.backups().resolve("fresh.tmp");
            handle.execute("backup to ?", fresh.toString());
            try (var channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            Files.move(fresh, files.backups().resolve(NAME.format(now)), StandardCopyOption.ATOMIC_MOVE);
            for (var old : list(files).stream().skip(KEPT).toList()) {
                Files.delete(old);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static List<Path> list(StoreFiles files) {
        if (!Files.isDirectory(files.backups())) {
            return List.of();
        }
        try (var found = Files.list(files.backups())) {
            return found.filter(file -> file.getFileName().toString().endsWith(".zip"))
                    .sorted(Comparator.reverseOrder())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Optional<Path> newest(StoreFiles files) {
        return list(files).stream().findFirst();
    }

    /// When a backup was made, read from its name.
    public static Instant madeAt(Path backup) {
        return NAME.parse(backup.getFileName().toString(), Instant::from);
    }

    /// Puts a backup in the place of a store that does not open. What was there moves into a folder `set-aside-…`,
    /// nothing is deleted. The store must not be open.
    ///
    /// @return the folder with what was there before
    public static Path restore(StoreFiles files, Path backup, Instant now) {
        try {
            var aside = files.folder().resolve("set-aside-" + now.toEpochMilli());
            Files.createDirectory(aside);
            for (var old : List.of(files.databaseFile(), files.sentinel())) {
                if (Files.exists(old)) {
                    Files.move(old, aside.resolve(old.getFileName()));
                }
            }
            try (var zip = new ZipInputStream(Files.newInputStream(backup))) {
                for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                    if (entry.getName().equals(files.databaseFile().getFileName().toString())) {
                        Files.copy(zip, files.databaseFile());
                        return aside;
                    }
                }
            }
            throw Problem.unavailable("store.problem.backup_unusable", null, backup);
        } catch (IOException e) {
            throw Problem.unavailable("store.problem.backup_unusable", e, backup);
        }
    }
}
