package dev.calmdesk.complaint.ui;

import dev.calmdesk.fx.FieldBinder;
import dev.calmdesk.fx.control.SuggestField;
import javafx.beans.Observable;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;

/// What other departments are asked.
final class TaskListController {

    @FXML private VBox root;
    @FXML private Button begin;
    @FXML private VBox rows;
    @FXML private VBox form;
    @FXML private SuggestField ask;

    private final ComplaintViewModel model;
    private final TasksViewModel tasks;

    TaskListController(ComplaintViewModel model) {
        this.model = model;
        this.tasks = model.resolve().tasks();
    }

    @FXML
    private void initialize() {
        StepFields.showWhile(form, tasks.askingProperty());
        StepFields.showWhile(begin, tasks.askingProperty().not());
        ask.setOnTyped(tasks::offer);
        tasks.offers().addListener((Observable changed) -> ask.getSuggestions().setAll(tasks.offers()));
        ask.getSuggestions().setAll(tasks.offers());
        tasks.items().addListener((Observable changed) -> show());
        show();
    }

    private void show() {
        WorkRow.show(rows, tasks.items().stream().map(this::row).toList());
    }

    private WorkRow row(TasksViewModel.Item item) {
        var row = new WorkRow(item.title(), item.detail(), item.state(), item.signal());
        var texts = model.hand().texts();
        return item.isOpen()
                ? row.asking(
                        texts.get("complaint.task.answer"), texts.get("complaint.task.answer_prompt"),
                        tasks.finding(item.id()), () -> tasks.answer(item.id()))
                : row;
    }

    @FXML
    private void begin() {
        tasks.askingProperty().set(true);
        FieldBinder.focus(root, TasksViewModel.DEPARTMENT);
    }

    @FXML
    private void cancel() {
        tasks.askingProperty().set(false);
    }

    @FXML
    private void ask() {
        tasks.ask();
    }
}
