package dev.calmdesk.sync.ui;

import dev.calmdesk.base.Changes;
import dev.calmdesk.sync.SyncLoop;
import dev.calmdesk.sync.SyncState;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// The line to the hub, as the loop tells it.
final class LineViewModel implements AutoCloseable {

    private final SyncLoop loop;
    private final SyncTools tools;
    private final Changes.Subscription listening;
    private final ReadOnlyObjectWrapper<SyncState> state;

    LineViewModel(SyncLoop loop, SyncTools tools) {
        this.loop = loop;
        this.tools = tools;
        this.state = new ReadOnlyObjectWrapper<>(this, "state", loop.state());
        this.listening = loop.listen(now -> tools.background().onFx(() -> state.set(now)));
    }

    void syncNow() {
        loop.wake();
    }

    StateWords words() {
        return new StateWords(tools.texts(), tools.words()::at);
    }

    ReadOnlyObjectProperty<SyncState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    @Override
    public void close() {
        listening.close();
    }
}
