package dev.calmdesk.hub;

import dev.calmdesk.data.ContentFolder;
import dev.calmdesk.sync.Scopes;
import dev.calmdesk.sync.wire.FilePart;
import dev.calmdesk.sync.wire.FileState;
import dev.calmdesk.sync.wire.FilesAsked;
import dev.calmdesk.sync.wire.Refusal;
import dev.calmdesk.sync.wire.Refusal.Code;
import dev.calmdesk.sync.wire.WireEntry;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/// Evidence files and pictures of articles, in parts, in the hub's database. A desk may send or read a file only if an entry of a scope that it
/// reads names it; what others have is not even told apart from what nobody has.
public final class HubFiles {

    private static final Set<String> KINDS = Set.of("evidence", "article_picture");
    private static final String FIELD = "sha256";

    private final HubDatabase database;

    public HubFiles(HubDatabase database) {
        this.database = database;
    }

    /// The file that an entry names.
    static Optional<String> named(WireEntry entry) {
        var change = KINDS.contains(entry.kind()) ? entry.changes().get(FIELD) : null;
        return change != null && change.getLast() instanceof String name && ContentFolder.isName(name)
                ? Optional.of(name)
                : Optional.empty();
    }

    /// Remembers who may have what, in the transaction that takes the entries.
    static void noteUses(Handle handle, List<WireEntry> taken) {
        var uses = handle.prepareBatch("insert into file_use (entity, scope, sha256) values (?, ?, ?) on conflict do nothing");
        taken.forEach(entry -> named(entry).ifPresent(file -> uses.add(entry.entity(), entry.scope(), file)));
        if (uses.size() > 0) {
            uses.execute();
        }
    }

    /// Some records are erased: contents that no other record names are gone when this returns.
    static void forget(Handle handle, Collection<UUID> entities) {
        var files = handle.createQuery("delete from file_use where entity = any(:entities) returning sha256")
                .bindArray("entities", UUID.class, List.copyOf(entities))
                .mapTo(String.class)
                .set();
        for (var table : List.of("file_part", "file")) {
            handle.createUpdate("delete from %1$s where sha256 = any(:files) and not exists"
                            .formatted(table) + " (select 1 from file_use where sha256 = " + table + ".sha256)")
                    .bindArray("files", String.class, List.copyOf(files))
                    .execute();
        }
    }

    /// What is there, in the order of the question.
    public List<FileState> states(UUID deskId, List<String> files) {
        if (files.size() > FilesAsked.MOST) {
            throw Refusal.of(Code.TOO_LARGE, "at most " + FilesAsked.MOST + " files");
        }
        return database.read(handle -> {
            var desk = Feed.admitted(handle, deskId);
            var known = handle.createQuery("""
                            select asked.sha256,
                                coalesce(whole.bytes, (
                                    select max(start + length(content)) from file_part
                                    where sha256 = asked.sha256 and desk = :desk), 0) as there,
                                whole.bytes as size
                            from unnest(:files) as asked (sha256)
                            left join file whole on whole.sha256 = asked.sha256
                            where exists (
                                select 1 from file_use where sha256 = asked.sha256 and scope in (:company, :team))""")
                    .bindArray("files", String.class, files)
                    .bind("desk", desk.id())
                    .bind("company", Scopes.COMPANY)
                    .bind("team", desk.teamScope())
                    .map((row, context) -> new FileState(
                            row.getString("sha256"), row.getLong("there"), row.getObject("size", Long.class)))
                    .stream()
                    .collect(Collectors.toMap(FileState::sha256, Function.identity(), (one, same) -> one));
            return files.stream()
                    .map(file -> known.getOrDefault(file, new FileState(file, 0, null)))
                    .toList();
        });
    }

    /// @return bytes from an offset on, at most as many as asked for; fewer at the end of a stored part
    public FilePart get(UUID deskId, String sha256, long offset, int most) {
        return database.read(handle -> {
            requireNamed(handle, Feed.admitted(handle, deskId), sha256);
            var whole = handle.createQuery("select bytes, sent_by from file where sha256 = :sha256")
                    .bind(FIELD, sha256)
                    .map((row, context) -> Map.entry(row.getLong("bytes"), row.getObject("sent_by", UUID.class)))
                    .findOne()
                    .orElseThrow(() -> Refusal.of(Code.UNKNOWN_FILE, ""));
            if (offset < 0 || offset >= whole.getKey() || most <= 0) {
                throw Refusal.of(Code.MALFORMED, "no such bytes");
            }
            var content = handle.createQuery("""
                            select substring(content from cast(:offset - start + 1 as int) for :most) from file_part
                            where sha256 = :sha256 and desk = :desk and start <= :offset order by start desc limit 1""")
                    .bind("offset", offset)
                    .bind("most", Math.min(most, FilePart.MOST))
                    .bind(FIELD, sha256)
                    .bind("desk", whole.getValue())
                    .mapTo(byte[].class)
                    .one();
            return new FilePart(sha256, offset, whole.getKey(), content);
        });
    }

    private static void requireNamed(Handle handle, Feed.Desk desk, String sha256) {
        handle.createQuery("select 1 from file_use where sha256 = :sha256 and scope in (:company, :team) limit 1")
                .bind(FIELD, sha256)
                .bind("company", Scopes.COMPANY)
                .bind("team", desk.teamScope())
                .mapTo(Integer.class)
                .findOne()
                .orElseThrow(() -> Refusal.of(Code.UNKNOWN_FILE, ""));
    }

    /// Takes bytes that follow, or overlap, what came from this desk. The same part again changes nothing.
    public FileState put(UUID deskId, FilePart part) {
        if (part.content().length > FilePart.MOST || part.size() > ContentFolder.MOST_BYTES) {
            throw Refusal.of(Code.TOO_LARGE, "");
        } else if (part.content().length == 0 || part.offset() < 0 || part.end() > part.size()) {
            throw Refusal.of(Code.MALFORMED, "not a part of a file of " + part.size() + " bytes");
        }
        return database.write(handle -> take(handle, deskId, part))
                .orElseThrow(() -> Refusal.of(Code.WRONG_CONTENT, part.sha256()));
    }

    /// @return empty if all came and it is not what the name says; what came is gone then
    private static Optional<FileState> take(Handle handle, UUID deskId, FilePart part) {
        var desk = Feed.lockDesk(handle, deskId);
        requireNamed(handle, desk, part.sha256());
        var size = handle.createQuery("select bytes from file where sha256 = :sha256")
                .bind(FIELD, part.sha256())
                .mapTo(Long.class)
                .findOne();
        if (size.isPresent()) {
            return Optional.of(new FileState(part.sha256(), size.get(), size.get()));
        }
        var there = there(handle, deskId, part.sha256());
        if (part.offset() > there) {
            throw Refusal.gap(there);
        }
        if (part.end() > there) {
            var rest = Arrays.copyOfRange(part.content(), (int) (there - part.offset()), part.content().length);
            handle.execute(
                    "insert into file_part (sha256, desk, start, content) values (?, ?, ?, ?)",
                    part.sha256(), deskId, there, rest);
            there = part.end();
        }
        return there < part.size()
                ? Optional.of(new FileState(part.sha256(), there, null))
                : finish(handle, deskId, part.sha256(), there);
    }

    private static long there(Handle handle, UUID deskId, String sha256) {
        return handle.createQuery("""
                        select coalesce(max(start + length(content)), 0) from file_part
                        where sha256 = :sha256 and desk = :desk""")
                .bind(FIELD, sha256)
                .bind("desk", deskId)
                .mapTo(Long.class)
                .one();
    }

    private static Optional<FileState> finish(Handle handle, UUID deskId, String sha256, long bytes) {
        if (!hash(handle, deskId, sha256).equals(sha256)) {
            handle.execute("delete from file_part where sha256 = ? and desk = ?", sha256, deskId);
            return Optional.empty();
        }
        handle.execute(
                "insert into file (sha256, bytes, sent_by) values (?, ?, ?) on conflict do nothing",
                sha256, bytes, deskId);
        handle.execute("""
                delete from file_part where sha256 = ? and desk <> (select sent_by from file where sha256 = ?)""",
                sha256, sha256);
        return Optional.of(new FileState(sha256, bytes, bytes));
    }

    private static String hash(Handle handle, UUID deskId, String sha256) {
        var digest = ContentFolder.digest();
        handle.createQuery("select content from file_part where sha256 = :sha256 and desk = :desk order by start")
                .bind(FIELD, sha256)
                .bind("desk", deskId)
                .setFetchSize(4) // not the whole file at once
                .mapTo(byte[].class)
                .forEach(digest::update);
        return HexFormat.of().formatHex(digest.digest());
    }
}
