package dev.calmdesk.complaint;

import dev.calmdesk.base.Ids;
import dev.calmdesk.base.Problem;
import dev.calmdesk.cases.Cases;
import dev.calmdesk.data.Database;
import dev.calmdesk.people.Actor;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Keeps what customers send as proof: each content once, in a file named by its hash, forced to the disk before the
/// case names it.
public final class EvidenceFiles {

    /// The largest file that is taken.
    public static final long MOST_BYTES = 20L * 1024 * 1024;

    private static final Map<String, String> MEDIA_TYPES = Map.ofEntries(
            Map.entry("jpg", "image/jpeg"),
            Map.entry("jpeg", "image/jpeg"),
            Map.entry("png", "image/png"),
            Map.entry("webp", "image/webp"),
            Map.entry("heic", "image/heic"),
            Map.entry("gif", "image/gif"),
            Map.entry("pdf", "application/pdf"),
            Map.entry("txt", "text/plain"),
            Map.entry("mp3", "audio/mpeg"),
            Map.entry("m4a", "audio/mp4"),
            Map.entry("wav", "audio/wav"),
            Map.entry("mp4", "video/mp4"),
            Map.entry("mov", "video/quicktime"));

    private final Database database;
    private final Cases cases;
    private final Path folder;
    private final InstantSource clock;
    private final Ids ids;

    /// @param folder made when the first file comes
    public EvidenceFiles(Database database, Cases cases, Path folder, InstantSource clock, Ids ids) {
        this.database = database;
        this.cases = cases;
        this.folder = folder;
        this.clock = clock;
        this.ids = ids;
    }

    /// Copies a file into the store and names it on the case.
    ///
    /// @throws Problem.Refused if the file is of no kept type, empty, too large or unreadable
    public UUID add(Actor by, UUID caseId, Path file) {
        Cases.requireServing(by);
        cases.find(caseId).orElseThrow().requireOpen();
        var name = file.getFileName().toString();
        var mediaType = mediaType(name).orElseThrow(() -> Problem.refused(
                "complaint.problem.evidence_type", name, String.join(" ", new java.util.TreeSet<>(MEDIA_TYPES.keySet()))));
        try {
            var bytes = Files.size(file);
            if (bytes == 0 || bytes > MOST_BYTES) {
                throw Problem.refused("complaint.problem.evidence_size", name, MOST_BYTES / (1024 * 1024));
            }
            var hash = keep(file);
            return database.write(tx -> {
                cases.requireOpen(tx, by, caseId);
                var id = ids.next();
                tx.write(Evidence.KIND, id)
                        .set("case_id", caseId)
                        .set("sha256", hash)
                        .set("name", name)
                        .set("media_type", mediaType)
                        .set("bytes", bytes)
                        .set("added_at", clock.instant())
                        .as("added", by.id());
                return id;
            });
        } catch (IOException e) {
            throw Problem.unavailable("complaint.problem.evidence_unreadable", e, name);
        }
    }

    private String keep(Path file) throws IOException {
        Files.createDirectories(folder);
        var fresh = Files.createTempFile(folder, "incoming", "");
        try {
            copy(file, fresh);
            var hash = sha256(fresh);
            var kept = path(hash);
            if (!Files.exists(kept)) {
                force(fresh);
                Files.move(fresh, kept, StandardCopyOption.ATOMIC_MOVE);
            }
            return hash;
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    /// Only the content: the file of somebody who may just read it would give a copy that we cannot force to the disk.
    private static void copy(Path file, Path fresh) throws IOException {
        try (var out = Files.newOutputStream(fresh)) {
            Files.copy(file, out);
        }
    }

    private static void force(Path file) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    private static String sha256(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            var digest = MessageDigest.getInstance("SHA-256");
            var buffer = new byte[1 << 16];
            for (var read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    private static Optional<String> mediaType(String name) {
        var dot = name.lastIndexOf('.');
        return dot <= 0
                ? Optional.empty()
                : Optional.ofNullable(MEDIA_TYPES.get(name.substring(dot + 1).toLowerCase(Locale.ROOT)));
    }

    /// Where the content lies.
    public Path path(String sha256) {
        return folder.resolve(sha256);
    }

    /// Takes a file off the case; its content stays, for the record.
    public void remove(Actor by, UUID evidenceId) {
        database.writeDo(tx -> {
            var evidence = tx.get(Evidence.KIND, evidenceId);
            cases.requireOpen(tx, by, evidence.caseId());
            if (evidence.removedAt() == null) {
                tx.write(Evidence.KIND, evidenceId).set("removed_at", clock.instant()).as("removed", by.id());
            }
        });
    }
}
