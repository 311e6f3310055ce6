package dev.calmdesk.data;

import dev.calmdesk.base.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The folder of one store and the names in it.
public record StoreFiles(Path folder) {

    private static final String BASE_NAME = "calmdesk";

    /// Without H2's ending.
    Path database() {
        return folder.resolve(BASE_NAME);
    }

    public Path databaseFile() {
        return folder.resolve(BASE_NAME + ".mv.db");
    }

    Path sentinel() {
        return folder.resolve(BASE_NAME + ".sentinel");
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

    /// Makes the folder and proves that it can be written.
    ///
    /// @throws Problem.Unavailable if it cannot
    void prepare() {
        try {
            Files.createDirectories(folder);
            Files.delete(Files.createTempFile(folder, "write-probe", ""));
        } catch (IOException e) {
            throw Problem.unavailable("store.problem.read_only", e, folder);
        }
        if (Files.exists(databaseFile()) && !Files.isWritable(databaseFile())) {
            throw Problem.unavailable("store.problem.read_only", null, databaseFile());
        }
    }
}
