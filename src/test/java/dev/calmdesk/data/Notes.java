package dev.calmdesk.data;

import dev.calmdesk.base.Ids;
import dev.calmdesk.base.Problem;
import dev.calmdesk.cases.Note;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;

/// Writes and reads notes: the shortest journalled work.
final class Notes {

    static final UUID AUTHOR = new UUID(7, 1);
    static final UUID CASE = new UUID(7, 2);

    private Notes() {}

    static Database open(Path folder, InstantSource clock) {
        return Database.open(new StoreFiles(folder), clock, Ids.timeOrdered(clock));
    }

    static Database open(Path folder, Engine engine, InstantSource clock) {
        return Database.open(new StoreFiles(folder), engine, clock, Ids.timeOrdered(clock));
    }

    static UUID add(Database database, String text) {
        var id = UUID.randomUUID();
        database.writeDo(tx -> add(tx, id, text));
        return id;
    }

    static void add(Tx tx, UUID id, String text) {
        tx.write(Note.KIND, id)
                .set("case_id", CASE)
                .set("author", AUTHOR)
                .set("text", text)
                .set("at", 0L)
                .as("added", AUTHOR);
    }

    static List<String> texts(Database database) {
        return database.read(handle ->
                handle.createQuery("select text from note order by text").mapTo(String.class).list());
    }

    static List<Long> numbers(Database database) {
        return database.read(handle ->
                handle.createQuery("select seq from journal order by seq").mapTo(Long.class).list());
    }

    static Soundness soundness(Database database) {
        return database.read(handle -> Soundness.of(handle, List.of(Note.KIND)));
    }

    /// @return the key of the problem that opening meets; empty if it opens
    static String problemOfOpening(Path folder, InstantSource clock) {
        try (var _ = open(folder, clock)) {
            return "";
        } catch (Problem e) {
            return e.textKey();
        }
    }
}
