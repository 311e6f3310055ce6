package dev.calmdesk.complaint.ui;

import dev.calmdesk.base.Changes;
import dev.calmdesk.base.Problem.Point;
import dev.calmdesk.base.Texts;
import dev.calmdesk.cases.When;
import dev.calmdesk.complaint.ComplaintStep;
import dev.calmdesk.complaint.ComplaintView;
import dev.calmdesk.fx.Background;
import dev.calmdesk.fx.Work;
import dev.calmdesk.people.Actor;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/// The complaint somebody works on: who it is, what stands in the forms, and what was last read of it. The steps of the
/// wizard share one.
final class CaseInHand implements AutoCloseable {

    private static final Set<String> KINDS = Set.of(
            "case", "soothing", "emotion", "account", "evidence", "assessment", "investigation", "task", "remedy", "approval",
            "decision", "follow_up", "follow_up_try", "promise", "transfer", "clock", "person", "workplace", "product");

    /// Typing is judged when it pauses.
    private static final Duration PAUSE = Duration.ofMillis(250);

    private final ComplaintServices services;
    private final Actor actor;
    private final ComplaintWork work;
    private final ComplaintTools tools;
    private final ReadOnlyObjectWrapper<@Nullable ComplaintSnapshot> snapshot = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Map<ComplaintStep, List<Point>>> open = new ReadOnlyObjectWrapper<>(Map.of());
    private final List<AutoCloseable> opened = new ArrayList<>();

    CaseInHand(ComplaintServices services, Actor actor, ComplaintWork work, ComplaintTools tools) {
        this.services = services;
        this.actor = actor;
        this.work = work;
        this.tools = tools;
    }

    /// Begins to follow the case.
    void follow() {
        opened.add(tools.background().whenChanged(tools.changes(), KINDS, this::reload));
        opened.add(work.form().editsProperty().subscribe(edit -> judge())::unsubscribe);
        reload();
    }

    void reload() {
        tools.background()
                .latest(snapshot)
                .run("read complaint", () -> ComplaintSnapshot.read(services, work))
                .then(this::show);
    }

    /// The forms are filled first, so that nothing mistakes what comes from the records for somebody's choice.
    private void show(ComplaintSnapshot read) {
        work.form().fill(read.form());
        snapshot.set(read);
        open.set(read.open());
        judge();
    }

    private void judge() {
        if (snapshot.get() != null) {
            tools.background()
                    .latest(open, PAUSE)
                    .run("judge steps", () -> services.complaints().openPoints(caseId(), work.form().typed()))
                    .then(open::set);
        }
    }

    /// Does something; a problem is shown.
    Work<@Nullable Void> act(String name, Background.Action action) {
        return tools.background().run(name, action).onProblem(tools.dialogs()::problem);
    }

    /// Keeps what stands in a step's forms now, so that a stage gets its time when it happens.
    void keep(ComplaintStep step) {
        act("keep step", () -> services.complaints().keep(actor, caseId(), step, typed()));
    }

    /// Null until it was read for the first time.
    ReadOnlyObjectProperty<@Nullable ComplaintSnapshot> snapshotProperty() {
        return snapshot.getReadOnlyProperty();
    }

    /// Calls a listener now, if there is something to show, and at every change.
    void whenRead(Consumer<ComplaintSnapshot> listener) {
        snapshot.subscribe(read -> {
            if (read != null) {
                listener.accept(read);
            }
        });
    }

    /// Calls a listener when any of some fields changes, and now.
    void whenTyped(Runnable listener, String... fields) {
        for (var name : fields) {
            work.form().field(name).subscribe((before, now) -> listener.run());
        }
        listener.run();
    }

    ReadOnlyObjectProperty<Map<ComplaintStep, List<Point>>> openProperty() {
        return open.getReadOnlyProperty();
    }

    /// @throws NullPointerException before the first reading
    ComplaintSnapshot read() {
        return Objects.requireNonNull(snapshot.get());
    }

    boolean isRead() {
        return snapshot.get() != null;
    }

    ComplaintView view() {
        return read().view();
    }

    ComplaintContent content() {
        return read().content();
    }

    StringProperty field(String name) {
        return work.form().field(name);
    }

    String text(String name) {
        return Objects.requireNonNullElse(field(name).get(), "").strip();
    }

    boolean isTicked(String name) {
        return text(name).equals("true");
    }

    void set(String name, String text) {
        field(name).set(text);
    }

    /// Empties fields after what stood in them was carried out.
    void clear(String... names) {
        for (var name : names) {
            set(name, "");
        }
    }

    /// Everything that stands in the forms.
    Map<String, String> form() {
        return work.form().values();
    }

    /// What was written here and is not in the records yet.
    Map<String, String> typed() {
        return work.form().typed();
    }

    UUID caseId() {
        return work.caseId();
    }

    /// Shows another case.
    void look(UUID other) {
        work.look().accept(other);
    }

    UUID draftId() {
        return work.draftId();
    }

    ComplaintServices services() {
        return services;
    }

    ComplaintTools tools() {
        return tools;
    }

    Actor actor() {
        return actor;
    }

    Texts texts() {
        return tools.texts();
    }

    Locale language() {
        return tools.texts().language();
    }

    When when() {
        return tools.when();
    }

    /// Closes something together with the case.
    void closing(AutoCloseable lifetime) {
        opened.add(lifetime);
    }

    @Override
    public void close() {
        tools.background().latest(snapshot).drop();
        tools.background().latest(open).drop();
        for (var each : opened) {
            try {
                each.close();
            } catch (Exception e) {
                throw new IllegalStateException("Closing a subscription failed", e);
            }
        }
        opened.clear();
    }
}
