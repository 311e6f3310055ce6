package dev.calmdesk.sync;

import dev.calmdesk.app.Workspace;
import dev.calmdesk.base.Ids;
import dev.calmdesk.cases.Case;
import dev.calmdesk.cases.CaseKind;
import dev.calmdesk.data.Journal;
import dev.calmdesk.data.StoreFiles;
import dev.calmdesk.flow.Channel;
import dev.calmdesk.people.Actor;
import dev.calmdesk.people.Role;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;

/// A desk in a process of its own: it opens cases, writes notes, renames what it or others opened, and stays in step with
/// the hub beside that, until it is killed. It says `entry ID` of what it did *after* the call returned.
final class WritingDesk {

    static final Actor AGENT = new Actor(new UUID(7, 7), "1007", "演练", Set.of(Role.AGENT), "T1");

    private static final long PAUSE_NANOS = Duration.ofMillis(5).toNanos();
    private static final int CASES = 12;

    private final Workspace workspace;
    private final SplittableRandom random;
    private final FileOutputStream out = new FileOutputStream(FileDescriptor.out);
    private long said;

    private WritingDesk(Workspace workspace, long seed) {
        this.workspace = workspace;
        this.random = new SplittableRandom(seed);
        this.said = workspace.database().read(handle -> Journal.lastSeq(handle, workspace.database().desk().id()));
    }

    /// Arguments: folder of an enrolled store, seed.
    public static void main(String[] arguments) throws IOException {
        var clock = Clock.systemUTC();
        var workspace = Workspace.open(new StoreFiles(Path.of(arguments[0])), clock, Ids.timeOrdered(clock));
        workspace.sync().start();
        new WritingDesk(workspace, Long.parseLong(arguments[1])).work();
    }

    private void work() throws IOException {
        while (true) {
            act();
            sayWhatIsNew();
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    private void act() {
        var cases = cases();
        if (cases.size() < CASES && random.nextInt(10) == 0 || cases.isEmpty()) {
            workspace.database().writeDo(tx ->
                    workspace.cases().open(tx, AGENT, CaseKind.COMPLAINT, Channel.PHONE, null, "SOOTHE"));
            return;
        }
        var one = cases.get(random.nextInt(cases.size()));
        if (random.nextInt(3) == 0) {
            workspace.database().writeDo(tx -> tx.write(Case.KIND, one)
                    .set("title", "标题 " + random.nextInt(1_000_000))
                    .as("renamed", AGENT.id()));
        } else {
            workspace.cases().note(AGENT, one, "备注 " + random.nextLong());
        }
    }

    private List<UUID> cases() {
        return workspace.database().read(handle -> handle
                .createQuery("select id from case_file order by id desc limit " + CASES)
                .mapTo(UUID.class)
                .list());
    }

    /// One write of the system: nothing is held back in this process.
    private void sayWhatIsNew() throws IOException {
        var entries = workspace.database().read(handle -> handle
                .createQuery("select id from journal where desk = :desk and seq > :said order by seq")
                .bind("desk", workspace.database().desk().id())
                .bind("said", said)
                .mapTo(UUID.class)
                .list());
        said += entries.size();
        var lines = new StringBuilder();
        entries.forEach(entry -> lines.append("entry ").append(entry).append('\n'));
        out.write(lines.toString().getBytes(StandardCharsets.UTF_8));
    }
}
