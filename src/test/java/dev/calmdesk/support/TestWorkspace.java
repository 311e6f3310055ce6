package dev.calmdesk.support;

import dev.calmdesk.app.Workspace;
import dev.calmdesk.base.Ids;
import dev.calmdesk.people.Actor;
import dev.calmdesk.people.Passwords;
import dev.calmdesk.people.PersonDraft;
import dev.calmdesk.people.Role;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Set;

/// A workspace in memory with the bundled pack and a few people who share one password.
public final class TestWorkspace implements AutoCloseable {

    public static final String PASSWORD = "a-test-password";

    private final Workspace workspace;

    private TestWorkspace(Workspace workspace) {
        this.workspace = workspace;
    }

    public static TestWorkspace open(InstantSource clock) {
        try {
            var ids = Ids.timeOrdered(clock);
            Path evidence = Files.createTempDirectory("calmdesk-evidence");
            return new TestWorkspace(Workspace.inMemory(evidence, clock, ids, Workspace.bundledPack(clock, ids)));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    public Workspace workspace() {
        return workspace;
    }

    /// Adds a person.
    public Actor employ(String agentNo, String name, String team, Role... roles) {
        var phc = new Passwords().hash(PASSWORD);
        return workspace.database().write(tx -> workspace.people().put(
                        tx, Actor.DESK.id(), new PersonDraft(agentNo, name, "", Set.of(roles), team, null), phc))
                .asActor();
    }

    @Override
    public void close() {
        workspace.close();
    }
}
