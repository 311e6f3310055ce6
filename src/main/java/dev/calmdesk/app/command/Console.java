package dev.calmdesk.app.command;

import dev.calmdesk.app.Workspace;
import dev.calmdesk.base.Ids;
import dev.calmdesk.base.Problem;
import dev.calmdesk.base.Texts;
import dev.calmdesk.data.Backups;
import dev.calmdesk.data.Json;
import dev.calmdesk.data.StoreFiles;
import java.io.PrintWriter;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/// Where a command speaks, and how it gets at a store.
///
/// @param in what somebody or something writes to it
/// @param standardFolder the store that is meant where none is named
/// @param log turns the log into a folder
public record Console(
        Reader in,
        PrintWriter out,
        PrintWriter err,
        Texts texts,
        InstantSource clock,
        Path standardFolder,
        Consumer<Path> log) {

    void say(String key, Object... arguments) {
        out.println(texts.get(key, arguments));
    }

    /// One object a line.
    void json(Map<String, ?> fields) {
        out.println(Json.write(fields));
    }

    /// Opens the store of a folder for as long as the work takes. What goes wrong unexpectedly is logged there.
    ///
    /// @throws Problem.Refused if there is none
    <T> T with(Path folder, Function<Workspace, T> work) {
        var files = new StoreFiles(folder);
        if (!Files.exists(files.databaseFile()) && Backups.list(files).isEmpty()) {
            throw Problem.refused("cli.problem.no_store", folder);
        }
        return withOldOrNew(folder, work);
    }

    /// The same, but makes an empty store if there is none.
    <T> T withOldOrNew(Path folder, Function<Workspace, T> work) {
        var files = new StoreFiles(folder);
        log.accept(files.log());
        try (var workspace = Workspace.open(files, clock, Ids.timeOrdered(clock))) {
            return work.apply(workspace);
        }
    }
}
