package dev.calmdesk.complaint;

import dev.calmdesk.base.Ids;
import dev.calmdesk.base.Problem;
import dev.calmdesk.cases.Cases;
import dev.calmdesk.data.ContentFolder;
import dev.calmdesk.data.ContentFolder.Content;
import dev.calmdesk.data.Database;
import dev.calmdesk.people.Actor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Keeps what customers send as proof: each content once, in a file named by its hash, forced to the disk before the
/// case names it.
public final class EvidenceFiles {

    /// The largest file that is taken.
    public static final long MOST_BYTES = ContentFolder.MOST_BYTES;

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
    private final ContentFolder folder;
    private final InstantSource clock;
    private final Ids ids;

    /// @param folder made when the first file comes
    public EvidenceFiles(Database database, Cases cases, Path folder, InstantSource clock, Ids ids) {
        this.database = database;
        this.cases = cases;
        this.folder = new ContentFolder(folder);
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
            var hash = folder.keep(file);
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

    /// What a file is, by its ending; empty if such files are not kept.
    static Optional<String> mediaType(String name) {
        var dot = name.lastIndexOf('.');
        return dot <= 0
                ? Optional.empty()
                : Optional.ofNullable(MEDIA_TYPES.get(name.substring(dot + 1).toLowerCase(Locale.ROOT)));
    }

    /// Where the content lies; empty if it is not here, or not yet: another desk added it and the hub brings it.
    public Optional<Path> find(Evidence evidence) {
        return folder.find(new Content(evidence.sha256(), evidence.bytes()));
    }

    /// Whether the content is here and is what it was when it was added.
    public boolean isSound(Evidence evidence) {
        try {
            return ContentFolder.isName(evidence.sha256()) && folder.isSound(evidence.sha256());
        } catch (IOException e) {
            return false;
        }
    }

    /// Every content that is named, the newest first.
    public List<Content> named() {
        return database.read(handle -> handle.createQuery("""
                        select sha256, max(bytes) as bytes from evidence
                        group by sha256 order by max(added_at) desc, sha256""")
                .map((row, context) -> new Content(row.getString("sha256"), row.getLong("bytes")))
                .list());
    }

    /// Where the contents lie.
    public ContentFolder folder() {
        return folder;
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
