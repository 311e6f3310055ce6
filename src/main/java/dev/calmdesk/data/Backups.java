package dev.calmdesk.data;

import dev.calmdesk.base.Problem;
import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.jdbi.v3.core.Jdbi;

/// Copies of a store's database, newest first, a few kept. They are numbered: a clock that goes back must not make the
/// newest copy the one that is thrown away.
public final class Backups {

    private static final Pattern NAME = Pattern.compile("calmdesk-(\\d{6,})-(\\d{8}T\\d{6}Z)\\.zip");
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final int KEPT = 7;
    private static final String ASIDE = "set-aside-";
    private static final int LETTERS = 26;
    private static final int LONGEST_CODE = 8;

    private Backups() {}

    /// Writes down what was forced to the disk before; others may go on writing.
    static void write(StoreSnapshot database, StoreFiles files, Instant now) {
        var fresh = files.backups().resolve("fresh.tmp");
        try {
            Files.createDirectories(files.backups());
            try (var file = new FileOutputStream(fresh.toFile());
                    var zip = new ZipOutputStream(new BufferedOutputStream(file))) {
                zip.putNextEntry(new ZipEntry(nameOf(files.databaseFile())));
                database.copyTo(zip);
                zip.closeEntry();
                zip.finish();
                zip.flush();
                file.getFD().sync();
            }
            Files.move(fresh, files.backups().resolve(nextName(files, now)), StandardCopyOption.ATOMIC_MOVE);
            StoreFiles.force(files.backups());
            for (var old : list(files).stream().skip(KEPT).toList()) {
                Files.delete(old);
            }
        } catch (IOException e) {
            throw H2Failures.ofFiles(e, "store.problem.disk_refused", files.backups());
        } finally {
            fresh.toFile().delete();
        }
    }

    private static String nextName(StoreFiles files, Instant now) {
        var number = newest(files).map(Backups::number).orElse(0L) + 1;
        return "calmdesk-%06d-%s.zip".formatted(number, TIME.format(now));
    }

    public static List<Path> list(StoreFiles files) {
        if (!Files.isDirectory(files.backups())) {
            return List.of();
        }
        try (var found = Files.list(files.backups())) {
            return found.filter(file -> NAME.matcher(nameOf(file)).matches())
                    .sorted(Comparator.comparingLong(Backups::number).reversed())
                    .toList();
        } catch (IOException e) {
            throw H2Failures.ofFiles(e, "store.problem.disk_refused", files.backups());
        }
    }

    public static Optional<Path> newest(StoreFiles files) {
        return list(files).stream().findFirst();
    }

    /// When a backup was made by the desk's clock, read from its name.
    public static Instant madeAt(Path backup) {
        return TIME.parse(part(backup, 2), Instant::from);
    }

    private static long number(Path backup) {
        return Long.parseLong(part(backup, 1));
    }

    private static String part(Path backup, int group) {
        var name = NAME.matcher(nameOf(backup));
        if (!name.matches()) {
            throw new IllegalArgumentException("Not the name of a backup");
        }
        return name.group(group);
    }

    private static String nameOf(Path file) {
        return file.getFileName().toString();
    }

    /// Puts a backup in the place of a store that does not open. The backup is unpacked and looked at first; what was
    /// there then moves into a folder `set-aside-…`, nothing is deleted.
    ///
    /// @return the folder with what was there before
    /// @throws Problem.Unavailable if the store is open, or the backup cannot be used; then nothing was moved
    public static Path restore(StoreFiles files, Path backup, Instant now) {
        files.prepare();
        try (var _ = StoreLock.take(files)) {
            unpack(files, backup);
            prepare(files, backup);
            var aside = setAside(files, now);
            files.promoteNext();
            return aside;
        } catch (IOException e) {
            throw H2Failures.ofFiles(e, "store.problem.backup_unusable", backup);
        } finally {
            files.nextDatabaseFile().toFile().delete();
        }
    }

    private static void unpack(StoreFiles files, Path backup) throws IOException {
        try (var zip = new ZipInputStream(Files.newInputStream(backup))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals(nameOf(files.databaseFile()))) {
                    Files.copy(zip, files.nextDatabaseFile(), StandardCopyOption.REPLACE_EXISTING);
                    return;
                }
            }
        }
        throw Problem.unavailable("store.problem.backup_unusable", null, backup);
    }

    /// Looks at the unpacked backup. What was numbered after it was made must not be numbered again, so a restored store
    /// gives its numbers under a code with a letter more.
    private static void prepare(StoreFiles files, Path backup) {
        try (var handle = Jdbi.open(Engine.DURABLE.writingUrl(files.nextDatabase()), "sa", "")) {
            var look = Look.at(handle);
            look.refuseUnless(Optional.empty(), backup);
            var letter = (char) ('a' + restores(files) % LETTERS);
            handle.execute("update desk set code = left(code, ?) || ?", LONGEST_CODE - 1, String.valueOf(letter));
        } catch (RuntimeException | IOException e) {
            throw Problem.unavailable("store.problem.backup_unusable", e, backup);
        }
    }

    private static long restores(StoreFiles files) throws IOException {
        try (var folders = Files.list(files.folder())) {
            return folders.filter(folder -> nameOf(folder).startsWith(ASIDE)).count();
        }
    }

    private static Path setAside(StoreFiles files, Instant now) throws IOException {
        var aside = files.folder().resolve(ASIDE + TIME.format(now));
        for (var again = 2; Files.exists(aside); again++) {
            aside = files.folder().resolve(ASIDE + TIME.format(now) + "-" + again);
        }
        Files.createDirectory(aside);
        for (var old : List.of(files.databaseFile(), files.sentinel())) {
            if (Files.exists(old)) {
                Files.move(old, aside.resolve(old.getFileName()));
            }
        }
        return aside;
    }
}
