package dev.calmdesk.complaint.ui;

import dev.calmdesk.base.Problem;
import dev.calmdesk.complaint.DepartmentTask;
import dev.calmdesk.fx.control.Option;
import dev.calmdesk.fx.control.Signal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// What other departments are asked, by when, and what they answered.
public final class TasksViewModel {

    static final String DEPARTMENT = "new_task.department";
    static final String ASK = "new_task.ask";
    static final String DUE = "new_task.due_at";

    private final CaseInHand hand;
    private final ObservableList<Item> items = FXCollections.observableArrayList();
    private final ObservableList<Option> offers = FXCollections.observableArrayList();
    private final BooleanProperty asking = new SimpleBooleanProperty();

    /// A task as a row.
    public record Item(UUID id, String title, String detail, String state, Signal signal, boolean isOpen) {}

    TasksViewModel(CaseInHand hand) {
        this.hand = hand;
        hand.whenTyped(() -> offer(""), DEPARTMENT);
        hand.whenRead(read -> {
            var fresh = read.view().tasks().stream().map(this::item).toList();
            if (!items.equals(fresh)) {
                items.setAll(fresh);
            }
            if (hand.text(DEPARTMENT).isEmpty()) {
                hand.set(DEPARTMENT, hand.text(ClassifyViewModel.DEPARTMENT));
            }
            if (!hand.text(ASK).isEmpty()) {
                asking.set(true);
            }
            offer("");
        });
    }

    private ComplaintWords words() {
        return new ComplaintWords(hand.content(), hand.texts(), hand.when());
    }

    private Item item(DepartmentTask task) {
        var texts = hand.texts();
        var isLate = task.isOpen() && task.dueAt().isBefore(hand.when().now());
        return new Item(
                task.id(),
                ComplaintWords.joined(words().department(task.department()), task.ask()),
                task.isOpen()
                        ? texts.get("complaint.task.due", words().by(task.dueAt()))
                        : texts.get("complaint.task.answered", words().at(task.answeredAt()), task.finding()),
                texts.get(isLate ? "complaint.task.late" : task.isOpen() ? "complaint.task.open" : "complaint.task.done"),
                isLate ? Signal.LATE : task.isOpen() ? Signal.INFO : Signal.OK,
                task.isOpen());
    }

    public ObservableList<Item> items() {
        return items;
    }

    /// Whether the form for a new task is open; it is while something stands in it.
    public BooleanProperty askingProperty() {
        return asking;
    }

    /// What the department is usually asked.
    public ObservableList<Option> offers() {
        return offers;
    }

    /// Offers usual tasks that contain what is typed.
    public void offer(String typed) {
        if (hand.isRead()) {
            offers.setAll(hand.content().department(hand.text(DEPARTMENT)).stream()
                    .flatMap(department -> department.tasks().stream())
                    .map(words()::in)
                    .filter(task -> task.contains(typed.strip()) && !task.equals(typed.strip()))
                    .map(task -> new Option(task, task))
                    .toList());
        }
    }

    public List<Option> departments() {
        return hand.content().departments().stream()
                .map(department -> new Option(department.code(), words().in(department.name())))
                .toList();
    }

    public void ask() {
        var department = hand.text(DEPARTMENT);
        var ask = hand.text(ASK);
        var due = hand.text(DUE);
        hand.act("ask department", () -> hand.services().tasks().ask(
                        hand.actor(), hand.caseId(), department, ask, due(due, "complaint.problem.task_in_past")))
                .then(asked -> {
                    hand.clear(ASK, DUE);
                    asking.set(false);
                });
    }

    static Instant due(String iso, String problem) {
        if (iso.isEmpty()) {
            throw Problem.refused(problem);
        }
        return Instant.parse(iso);
    }

    /// What is typed as a department's answer.
    public StringProperty finding(UUID id) {
        return hand.field("finding." + id);
    }

    public void answer(UUID id) {
        var finding = hand.text("finding." + id);
        hand.act("answer task", () -> hand.services().tasks().answer(hand.actor(), id, finding));
    }
}
