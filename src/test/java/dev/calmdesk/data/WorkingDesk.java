package dev.calmdesk.data;

import dev.calmdesk.base.Ids;
import dev.calmdesk.cases.Case;
import dev.calmdesk.cases.CaseKind;
import dev.calmdesk.cases.Cases;
import dev.calmdesk.contact.Contacts;
import dev.calmdesk.contact.Direction;
import dev.calmdesk.contact.Drafts;
import dev.calmdesk.contact.Touchpoint;
import dev.calmdesk.flow.Channel;
import dev.calmdesk.people.Actor;
import dev.calmdesk.people.Role;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/// A desk at work until it is killed: one thread types, one acts on cases, two read. Each call is acknowledged in a line
/// *after* it returned; a few things are announced in a line before they are tried. [Acknowledged] reads the lines.
final class WorkingDesk {

    static final Actor AGENT = new Actor(new UUID(7, 7), "1007", "演练", Set.of(Role.AGENT), "T1");
    static final Engine H2_DEFAULT = new Engine("", false, "");

    /// Leaves the processor to those who write.
    private static final long READING_PAUSE_NANOS = 2_000_000;

    private final Database database;
    private final Consumer<String> line;
    private final Drafts drafts;
    private final Contacts contacts;
    private final Cases cases;
    private final long start;
    private final List<UUID> openCases = new CopyOnWriteArrayList<>();
    private volatile boolean ended;

    /// @param start numbers of this run begin here, so that no two runs on one store use the same
    WorkingDesk(Database database, long start, Consumer<String> line) {
        var clock = InstantSource.system();
        var ids = Ids.timeOrdered(clock);
        this.database = database;
        this.line = line;
        this.start = start;
        this.drafts = new Drafts(database, clock, ids);
        this.cases = new Cases(database, clock, ids, ZoneOffset.UTC);
        this.contacts = new Contacts(database, drafts, cases, clock);
    }

    /// Arguments: folder, `durable` or `default`, first number.
    public static void main(String[] arguments) {
        var clock = Clock.systemUTC();
        var engine = arguments[1].equals("durable") ? Engine.DURABLE : H2_DEFAULT;
        var database = Database.open(new StoreFiles(Path.of(arguments[0])), engine, clock, Ids.timeOrdered(clock));
        var out = new FileOutputStream(FileDescriptor.out);
        say(out, "open");
        var desk = new WorkingDesk(database, Long.parseLong(arguments[2]), line -> say(out, line));
        desk.startAll();
    }

    /// One write of the system per line: nothing is held back in this process.
    private static void say(FileOutputStream out, String line) {
        try {
            synchronized (out) {
                out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Thread> startAll() {
        openCase(start);
        return List.of(
                thread("typing", this::type),
                thread("acting", this::act),
                thread("reading", this::readDrafts),
                thread("reading too", this::readCases));
    }

    void end() {
        ended = true;
    }

    private Thread thread(String name, Runnable work) {
        return Thread.ofPlatform().name(name).start(() -> {
            try {
                work.run();
            } catch (RuntimeException | Error e) {
                if (!ended) {
                    line.accept("error " + name + " " + e);
                    e.printStackTrace();
                }
            }
        });
    }

    /// Takes contacts one after the other and types in each, a save for every few letters.
    private void type() {
        var number = start;
        while (!ended) {
            var draft = drafts.begin(AGENT, Channel.PHONE, Touchpoint.HOTLINE, Direction.IN, null);
            var place = draft.id().toString();
            for (var key = 0; key < 60 && !ended; key++) {
                number++;
                drafts.save(draft.id(), Map.of("account.event", Typed.typedSoFar(place, number)));
                line.accept("draft " + place + " " + number);
            }
            if (ended) {
                return;
            }
            line.accept("finishing " + place);
            contacts.finishWithoutCase(AGENT, draft.id());
            line.accept("finished " + place);
        }
    }

    /// Notes, changes of one field, new cases, and now and then something that fails and must leave nothing behind.
    private void act() {
        var random = new SplittableRandom(start);
        for (var number = start + 1; !ended; number++) {
            var caseId = openCases.get(random.nextInt(openCases.size()));
            switch (random.nextInt(8)) {
                case 0 -> openCase(number);
                case 1, 2 -> rename(caseId, number);
                case 3 -> failHalfWay(caseId, number);
                default -> note(caseId, number);
            }
        }
    }

    private void openCase(long number) {
        var opened = database.write(tx -> cases.open(tx, AGENT, CaseKind.COMPLAINT, Channel.PHONE, null, "SOOTHE"));
        openCases.add(opened.id());
        line.accept("case " + opened.id() + " " + opened.number());
        note(opened.id(), number);
    }

    private void note(UUID caseId, long number) {
        var text = Typed.text("note", number);
        cases.note(AGENT, caseId, text);
        line.accept("note " + caseId + " " + number + " " + Typed.checksum(text));
    }

    private void rename(UUID caseId, long number) {
        database.writeDo(tx -> tx.write(Case.KIND, caseId)
                .set("title", Typed.title(caseId.toString(), number))
                .set("reopened", number)
                .as("renamed", AGENT.id()));
        line.accept("renamed " + caseId + " " + number);
    }

    private void failHalfWay(UUID caseId, long number) {
        line.accept("never " + number);
        try {
            database.writeDo(tx -> {
                cases.addNote(tx, AGENT, caseId, Typed.text("note", number));
                tx.write(Case.KIND, caseId).set("reopened", -1).as("renamed", AGENT.id());
                throw new Abandoned();
            });
        } catch (Abandoned e) {
            // as intended
        }
    }

    private static final class Abandoned extends RuntimeException {}

    private void readDrafts() {
        while (!ended) {
            drafts.unfinished(AGENT.id()).forEach(draft -> draft.fields().values().forEach(Typed::numberOf));
            LockSupport.parkNanos(READING_PAUSE_NANOS);
        }
    }

    private void readCases() {
        for (var i = 0; !ended; i++) {
            var caseId = openCases.get(i % openCases.size());
            cases.history(caseId);
            cases.notes(caseId);
            LockSupport.parkNanos(READING_PAUSE_NANOS);
        }
    }
}
