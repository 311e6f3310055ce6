package dev.calmdesk.sync.ui;

import dev.calmdesk.people.Actor;
import dev.calmdesk.sync.SyncPlace.Page;
import dev.calmdesk.sync.SyncServices;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/// Both pages of working together: conflicts, and what did not get through.
public final class SyncViewModel implements AutoCloseable {

    private final ConflictsViewModel conflicts;
    private final ProblemsViewModel problems;
    private final LineViewModel line;
    private final SyncTools tools;
    private final ObjectProperty<Page> page;

    public SyncViewModel(Actor by, Page page, SyncServices services, UnsentExport unsent, SyncTools tools) {
        this.tools = tools;
        this.page = new SimpleObjectProperty<>(this, "page", page);
        this.conflicts = new ConflictsViewModel(by, services.conflicts(), services.changes(), tools);
        this.problems = new ProblemsViewModel(by, services.quarantine(), unsent, services.changes(), tools);
        this.line = new LineViewModel(services.loop(), tools);
    }

    ConflictsViewModel conflicts() {
        return conflicts;
    }

    ProblemsViewModel problems() {
        return problems;
    }

    LineViewModel line() {
        return line;
    }

    SyncTools tools() {
        return tools;
    }

    ObjectProperty<Page> pageProperty() {
        return page;
    }

    @Override
    public void close() {
        conflicts.close();
        problems.close();
        line.close();
    }
}
