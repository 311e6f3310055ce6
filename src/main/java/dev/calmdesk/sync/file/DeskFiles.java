package dev.calmdesk.sync.file;

import dev.calmdesk.base.Problem;
import dev.calmdesk.data.ContentFolder;
import dev.calmdesk.data.ContentFolder.Content;
import dev.calmdesk.data.Database;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/// What a desk's records name, what its folder holds of it, and what it knows to lie on the hub.
public final class DeskFiles {

    /// Announced when a file came, so that whoever shows it looks again.
    public static final String KIND = "evidence";

    private final Database database;
    private final ContentFolder folder;
    private final Supplier<List<Content>> named;

    /// @param named what the desk's records name, the newest first
    public DeskFiles(Database database, ContentFolder folder, Supplier<List<Content>> named) {
        this.database = database;
        this.folder = folder;
        this.named = named;
    }

    public ContentFolder folder() {
        return folder;
    }

    /// What is named and not here, the newest first.
    public List<Content> lacking() {
        return usable().stream().filter(content -> !folder.has(content)).toList();
    }

    /// What is here and not known to lie on the hub, the newest first.
    public List<Content> unsent(UUID epoch) {
        var sent = sent(epoch);
        return usable().stream()
                .filter(content -> !sent.contains(content.sha256()) && folder.has(content))
                .toList();
    }

    /// What is not both here and on the hub, the newest first.
    List<Content> unsettled(UUID epoch) {
        var sent = sent(epoch);
        return usable().stream()
                .filter(content -> !sent.contains(content.sha256()) || !folder.has(content))
                .toList();
    }

    /// A record of a strange desk may name what is no file.
    private List<Content> usable() {
        return named.get().stream()
                .filter(content -> ContentFolder.isName(content.sha256()))
                .filter(content -> content.bytes() > 0 && content.bytes() <= ContentFolder.MOST_BYTES)
                .toList();
    }

    private Set<String> sent(UUID epoch) {
        return database.read(handle -> handle.createQuery("select sha256 from hub_file where epoch = :epoch")
                .bind("epoch", epoch)
                .mapTo(String.class)
                .set());
    }

    /// These lie on the hub.
    public void lieOnHub(Collection<String> files, UUID epoch) {
        if (!files.isEmpty()) {
            database.writeDo(tx -> {
                var note = tx.handle().prepareBatch("merge into hub_file (sha256, epoch) values (?, ?)");
                files.forEach(file -> note.add(file, epoch));
                note.execute();
            });
        }
    }

    /// This one came from the hub.
    public void came(String file, UUID epoch) {
        database.writeDo(tx -> {
            tx.handle().execute("merge into hub_file (sha256, epoch) values (?, ?)", file, epoch);
            tx.touched(KIND);
        });
    }

    /// Reads every file that is here. Those whose content is not what their name says lose their name, so that they are
    /// fetched again.
    ///
    /// @return how many those were
    /// @throws Problem.Unavailable if one cannot be read
    public int verify() {
        try {
            var damaged = 0;
            for (var name : folder.names()) {
                if (!folder.isSound(name)) {
                    folder.setAside(name);
                    damaged++;
                }
            }
            return damaged;
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    static Problem unreadable(IOException cause) {
        return Problem.unavailable("sync.problem.files_unreadable", cause, cause.getMessage());
    }
}
