package dev.calmdesk.sync.bundle;

import dev.calmdesk.base.Problem;
import dev.calmdesk.data.ContentFolder.Content;
import dev.calmdesk.data.Database;
import dev.calmdesk.data.Json;
import dev.calmdesk.sync.Link;
import dev.calmdesk.sync.Replica;
import dev.calmdesk.sync.file.DeskFiles;
import dev.calmdesk.sync.wire.Admission;
import dev.calmdesk.sync.wire.FilePart;
import dev.calmdesk.sync.wire.FileState;
import dev.calmdesk.sync.wire.Page;
import dev.calmdesk.sync.wire.Push;
import dev.calmdesk.sync.wire.Receipt;
import dev.calmdesk.sync.wire.Refusal;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.UUID;

/// A desk's side of the stick: writes what the hub has not answered for, reads what the hub answers. Sticks may be
/// lost, read twice, or read in any order, and the network may be used in between: each step asks what is here first.
public final class DeskBundles {

    /// Smaller than what a stick's file system takes in one file.
    public static final long MOST_FILE_BYTES = 1L << 30;

    private final Database database;
    private final Replica replica;
    private final DeskFiles files;
    private final InstantSource clock;

    public DeskBundles(Database database, Replica replica, DeskFiles files, InstantSource clock) {
        this.database = database;
        this.replica = replica;
        this.files = files;
        this.clock = clock;
    }

    /// What went into a bundle.
    public record Written(int entries, int files) {}

    /// What an answer brought.
    ///
    /// @param isWhole whether everything in it fitted; otherwise another bundle has to be written and carried
    public record Taken(int answered, int rejected, int entries, int files, boolean isWhole) {}

    /// Joins a hub by the file and the code that its administrator handed out.
    ///
    /// @throws Problem.Refused if the code does not open the file
    public Link join(Path file, String code) {
        var sealed = SealedFile.of(file);
        requireContent(sealed, file, Header.Content.ADMISSION);
        var secret = SealedFile.secret(code.strip());
        if (!sealed.isSoundWith(secret)) {
            throw Problem.refused("sync.bundle.wrong_code", file);
        }
        var admission = new Admission[1];
        read(sealed, secret, file, line -> admission[0] = line.admission());
        if (admission[0] == null) {
            throw Problem.refused("sync.bundle.not_one", file);
        }
        var let = admission[0];
        var link = new Link(let.hub(), let.epoch(), "", let.token(), let.teamScope(), clock.instant(), 0);
        replica.enrol(link, let.code());
        return link;
    }

    /// A name for the next bundle that tells apart the desks on one stick.
    public String suggestedName() {
        return "calmdesk-" + database.desk().code() + ".bundle";
    }

    /// Writes everything that the hub has not answered for, and asks for what this desk lacks.
    ///
    /// @throws Problem.Refused if this desk has no hub
    public Written write(Path file) {
        var link = link();
        var desk = database.desk().id();
        var counts = new int[2];
        var header = Header.of(Header.Content.BUNDLE, desk, link.hub(), link.epoch());
        SealedFile.write(file, header, SealedFile.secret(link.token()), out -> {
            put(out, Line.of(asked(link)));
            for (var push = replica.outbox(link); !push.entries().isEmpty(); push = replica.outbox(push)) {
                put(out, Line.of(push));
                counts[0] += push.entries().size();
            }
            counts[1] = putFiles(out, link.epoch());
        });
        return new Written(counts[0], counts[1]);
    }

    private Line.Asked asked(Link link) {
        var cursors = new LinkedHashMap<String, Long>();
        replica.scopes(link).all().forEach(scope -> cursors.put(scope, replica.cursor(scope)));
        return new Line.Asked(
                replica.request("").lastSeq(), cursors, files.lacking().stream().map(Content::sha256).toList());
    }

    private int putFiles(OutputStream out, UUID epoch) throws IOException {
        var count = 0;
        var left = MOST_FILE_BYTES;
        for (var content : files.unsent(epoch)) {
            if (content.bytes() > left) {
                break; // the next bundle takes the others
            }
            for (var offset = 0L; offset < content.bytes(); offset += FilePart.MOST) {
                var bytes = files.folder().read(content.sha256(), offset, FilePart.MOST);
                put(out, Line.of(new FilePart(content.sha256(), offset, content.bytes(), bytes)));
            }
            left -= content.bytes();
            count++;
        }
        return count;
    }

    /// Writes one line.
    public static void put(OutputStream out, Line line) throws IOException {
        out.write(Json.write(line).getBytes(StandardCharsets.UTF_8));
        out.write('\n');
    }

    /// Takes in what the hub answered to any bundle of this desk.
    ///
    /// @throws Problem.Refused if it is not for this desk, or not as the hub wrote it; nothing was stored then
    public Taken read(Path file) {
        var link = link();
        var sealed = SealedFile.of(file);
        requireContent(sealed, file, Header.Content.ANSWER);
        requireSender(sealed, file, link.hub(), link.epoch());
        if (!database.desk().id().equals(sealed.header().desk())) {
            throw Problem.refused("sync.bundle.foreign", file);
        }
        var secret = SealedFile.secret(link.token());
        if (!sealed.isSoundWith(secret)) {
            throw Problem.refused("sync.bundle.damaged", file);
        }
        var taking = new Taking(link, file);
        read(sealed, secret, file, taking::take);
        return taking.taken();
    }

    private Link link() {
        return replica.link().orElseThrow(() -> Problem.refused("sync.problem.not_enrolled"));
    }

    /// @throws Problem.Refused if a file is for something else
    public static void requireContent(SealedFile sealed, Path file, Header.Content wanted) {
        if (sealed.header().calmdesk() != wanted) {
            throw Problem.refused("sync.bundle.wrong_way", file);
        }
    }

    /// @throws Problem.Refused if a file belongs to another hub, or to another life of it
    public static void requireSender(SealedFile sealed, Path file, UUID hub, UUID epoch) {
        if (!sealed.header().hub().equals(hub)) {
            throw Problem.refused("sync.bundle.foreign", file);
        } else if (!sealed.header().epoch().equals(epoch)) {
            throw Problem.refused("sync.bundle.other_epoch", file);
        }
    }

    /// Takes each line of a file that is sound.
    @FunctionalInterface
    public interface Reader {
        void take(Line line) throws IOException;
    }

    /// Reads a file that is sound.
    public static void read(SealedFile sealed, byte[] secret, Path file, Reader reader) {
        try (var in = sealed.open(secret);
                var lines = Json.sequence(in, Line.class)) {
            while (lines.hasNextValue()) {
                reader.take(lines.nextValue());
            }
        } catch (IOException e) {
            throw Problem.unavailable("sync.bundle.cannot_read", e, file);
        }
    }

    /// The taking in of one answer.
    private final class Taking {
        private final Link link;
        private final Path file;
        private int answered;
        private int rejected;
        private int entries;
        private int arrived;
        private boolean isWhole = true;

        Taking(Link link, Path file) {
            this.link = link;
            this.file = file;
        }

        Taken taken() {
            return new Taken(answered, rejected, entries, arrived, isWhole);
        }

        void take(Line line) throws IOException {
            if (line.answered() != null) {
                receipts(line.answered());
            } else if (line.page() != null) {
                var here = replica.cursor(line.page().scope());
                isWhole &= line.page().after() <= here;
                entries += explained(line.page().since(here));
            } else if (line.part() != null) {
                part(line.part());
            } else if (line.files() != null) {
                files.lieOnHub(
                        line.files().files().stream().filter(FileState::isWhole).map(FileState::sha256).toList(),
                        link.epoch());
            }
        }

        private int explained(Page page) {
            try {
                return replica.take(page);
            } catch (Refusal refusal) {
                throw refusal.code() == Refusal.Code.SEQ_TAKEN
                        ? Problem.refused("sync.bundle.other_store", file)
                        : refusal;
            }
        }

        /// Receipts of entries that were answered for already, by another stick or the network, are skipped.
        private void receipts(Line.Answered next) {
            while (true) {
                var push = replica.outbox(link());
                var known = push.from() - next.from();
                isWhole &= known >= 0;
                if (known < 0 || known >= next.receipts().size() || push.entries().isEmpty()) {
                    return;
                }
                var rest = next.receipts().subList((int) known, next.receipts().size());
                var some = rest.subList(0, Math.min(rest.size(), push.entries().size()));
                var theirs = new Push(push.epoch(), push.from(), push.entries().subList(0, some.size()));
                for (var i = 0; i < some.size(); i++) {
                    if (!some.get(i).id().equals(theirs.entries().get(i).id())) {
                        throw Problem.refused("sync.bundle.other_store", file);
                    }
                }
                replica.receipts(theirs, some);
                answered += some.size();
                rejected += (int) some.stream().map(Receipt::rejected).filter(java.util.Objects::nonNull).count();
            }
        }

        private void part(FilePart part) throws IOException {
            var folder = files.folder();
            var content = new Content(part.sha256(), part.size());
            if (folder.has(content)) {
                return;
            }
            var here = folder.received(part.sha256());
            if (part.offset() <= here && part.end() > here) {
                folder.receive(part.sha256(), Arrays.copyOfRange(
                        part.content(), (int) (here - part.offset()), part.content().length));
                if (part.end() == part.size() && folder.finish(part.sha256())) {
                    files.came(part.sha256(), link.epoch());
                    arrived++;
                }
            }
        }
    }
}
