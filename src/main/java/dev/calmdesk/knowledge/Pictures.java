package dev.calmdesk.knowledge;

import dev.calmdesk.base.Problem;
import dev.calmdesk.data.ContentFolder;
import dev.calmdesk.data.ContentFolder.Content;
import dev.calmdesk.data.Database;
import dev.calmdesk.data.Tx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/// Keeps the pictures of articles, each content once, in the folder from which files travel between desks. The Markdown
/// of an article refers to one as `picture:<sha256>.png`.
public final class Pictures {

    /// The largest that is taken: it travels to every desk and to every reader of the FAQ.
    public static final long MOST_BYTES = 1 << 20;

    private static final Pattern REFERENCE = Pattern.compile("picture:([0-9a-f]{64})\\.(png|jpg|gif|webp|svg)");

    private final Database database;
    private final ContentFolder folder;
    private final InstantSource clock;

    public Pictures(Database database, ContentFolder folder, InstantSource clock) {
        this.database = database;
        this.folder = folder;
        this.clock = clock;
    }

    /// A picture that an article refers to, in its file.
    ///
    /// @param name such as `0f….png`
    public record Kept(String name, Path file) {}

    /// How an article refers to a content.
    public static String reference(String sha256, PictureType type) {
        return "picture:" + sha256 + "." + type.ending();
    }

    public static boolean isReference(String destination) {
        return REFERENCE.matcher(destination).matches();
    }

    /// What a reference means, if it is here: another desk may have added it, and the hub not brought it yet.
    public Optional<Kept> find(String reference) {
        var parts = REFERENCE.matcher(reference);
        return parts.matches() && Files.isRegularFile(folder.path(parts.group(1)))
                ? Optional.of(new Kept(parts.group(1) + "." + parts.group(2), folder.path(parts.group(1))))
                : Optional.empty();
    }

    /// The file of what a reference means, if it is here.
    public Optional<Path> file(String reference) {
        return find(reference).map(Kept::file);
    }

    /// Copies the content of a file into the folder, forced to the disk; it travels once a row names it.
    ///
    /// @return its hash
    /// @throws Problem.Unavailable if that fails
    public String keep(Path file) {
        try {
            return folder.keep(file);
        } catch (IOException e) {
            throw Problem.unavailable("knowledge.problem.picture_unwritable", e, String.valueOf(file.getFileName()));
        }
    }

    /// Names a content that is kept; once is enough.
    public void name(Tx tx, UUID author, String sha256) {
        var id = ArticlePicture.idOf(sha256);
        if (tx.find(ArticlePicture.KIND, id).isPresent()) {
            return;
        }
        try {
            var content = Files.readAllBytes(folder.path(sha256));
            tx.write(ArticlePicture.KIND, id)
                    .set("sha256", sha256)
                    .set("media_type", PictureType.of(content).orElseThrow().mediaType())
                    .set("bytes", (long) content.length)
                    .set("added_at", clock.instant())
                    .as("added", author);
        } catch (IOException e) {
            throw Problem.unavailable("knowledge.problem.picture_unwritable", e, sha256);
        }
    }

    /// Every content that is named, the newest first.
    public List<Content> named() {
        return database.read(handle -> handle.createQuery(
                        "select sha256, bytes from article_picture order by added_at desc, sha256")
                .map((row, context) -> new Content(row.getString("sha256"), row.getLong("bytes")))
                .list());
    }
}
