package dev.calmdesk.app;

import dev.calmdesk.base.Problem;
import dev.calmdesk.base.Texts;
import dev.calmdesk.cases.When;
import dev.calmdesk.data.Json;
import dev.calmdesk.sync.Outstanding;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Optional;

/// What the hub does not have of this desk, taken out of the store for other hands: as entries for a program, and in
/// words for a person. Needs no hub, so a revoked desk's work is not shut in.
public final class UnsentWork {

    private final Workspace workspace;
    private final Texts texts;
    private final When when;

    public UnsentWork(Workspace workspace, Texts texts) {
        this.workspace = workspace;
        this.texts = texts;
        this.when = new When(texts, workspace.zone(), workspace.clock());
    }

    /// @param entries one JSON object a line: the entry as on the wire, and why it was rejected
    /// @param words Markdown
    public record Written(Path entries, Path words, int count) {}

    /// Writes both files beside each other; nothing is overwritten.
    ///
    /// @param name of the files without their endings
    /// @throws Problem.Refused if there are such files already, or the folder cannot be written
    public Written write(Path name) {
        var entries = name.resolveSibling(name.getFileName() + ".jsonl");
        var words = name.resolveSibling(name.getFileName() + ".md");
        try (var lines = fresh(entries);
                var text = fresh(words)) {
            text.println("# " + texts.get("sync.unsent.title", workspace.database().desk().code()));
            var count = new int[1];
            Outstanding.read(workspace.replica(), unsent -> {
                lines.println(json(unsent));
                tell(unsent, text);
                count[0]++;
            });
            if (lines.checkError() || text.checkError()) {
                throw Problem.refused("sync.problem.not_exported", name);
            }
            return new Written(entries, words, count[0]);
        } catch (FileAlreadyExistsException e) {
            throw Problem.refused("sync.problem.export_exists", e.getFile());
        } catch (IOException | UncheckedIOException e) {
            throw Problem.refused("sync.problem.not_exported", name);
        }
    }

    private static PrintWriter fresh(Path file) throws IOException {
        return new PrintWriter(Files.newBufferedWriter(file, StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW));
    }

    private static String json(Outstanding unsent) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("entry", unsent.onWire());
        fields.put("rejected", unsent.rejected());
        return Json.write(fields);
    }

    private void tell(Outstanding unsent, PrintWriter text) {
        var entry = unsent.entry();
        var act = "journal." + entry.kind() + "." + entry.act();
        text.println();
        text.println("## %s · %s · %s".formatted(
                when.at(entry.at()), author(unsent), texts.has(act) ? texts.get(act) : entry.kind() + " " + entry.act()));
        about(unsent).ifPresent(number -> text.println("- " + number));
        if (unsent.rejected() != null) {
            text.println("- " + texts.get("sync.unsent.rejected", unsent.rejected()));
        }
        entry.changes().forEach((field, change) -> text.println("- %s: %s".formatted(
                label(entry.kind(), field), indented(change.get(1) == null ? "–" : change.get(1).toString()))));
    }

    private Optional<String> about(Outstanding unsent) {
        return unsent.entry().subject()
                .flatMap(subject -> workspace.cases().find(subject))
                .map(found -> found.number() + " " + found.title());
    }

    private String author(Outstanding unsent) {
        return workspace.people()
                .find(unsent.entry().author())
                .map(person -> person.name() + " " + person.agentNo())
                .orElseGet(() -> texts.get("people.desk_itself"));
    }

    private String label(String kind, String field) {
        var key = "field." + kind + "." + field;
        return texts.has(key) ? texts.get(key) : field;
    }

    /// Lines of a text stay inside their point of the list.
    private static String indented(String value) {
        return value.replace("\n", "\n  ");
    }
}
