package dev.calmdesk.sync.ui;

import dev.calmdesk.fx.control.Option;
import dev.calmdesk.fx.control.SegmentedChoice;
import dev.calmdesk.sync.SyncPlace.Page;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Supplier;
import javafx.beans.Observable;
import javafx.fxml.FXML;
import javafx.scene.Parent;

/// Shows one of the two pages of working together.
public final class SyncController {

    @FXML private SegmentedChoice page;
    @FXML private Parent conflicts;
    @FXML private Parent problems;
    @FXML private ConflictsController conflictsController;
    @FXML private ProblemsController problemsController;

    private final SyncViewModel model;

    private SyncController(SyncViewModel model) {
        this.model = model;
    }

    /// How to make the controllers of this screen's tree.
    ///
    /// @param settings goes to where a desk joins a hub
    public static Map<Class<?>, Supplier<?>> controllers(SyncViewModel model, Runnable settings) {
        return Map.of(
                SyncController.class, () -> new SyncController(model),
                ConflictsController.class, () -> new ConflictsController(model.conflicts()),
                ProblemsController.class, () -> new ProblemsController(model.problems(), model.line(), settings));
    }

    @FXML
    private void initialize() {
        model.conflicts().items().addListener((Observable changed) -> showPages());
        model.problems().items().addListener((Observable changed) -> showPages());
        showPages();
        page.setValue(model.pageProperty().get().name());
        page.valueProperty().subscribe(chosen -> {
            model.pageProperty().set(Page.valueOf(chosen));
            show(conflicts, Page.CONFLICTS);
            show(problems, Page.PROBLEMS);
        });
    }

    private void show(Parent part, Page itsPage) {
        part.setVisible(model.pageProperty().get() == itsPage);
    }

    /// The names of the pages carry how much waits on each.
    private void showPages() {
        page.setOptions(Arrays.stream(Page.values())
                .map(each -> new Option(each.name(), label(each)))
                .toList());
    }

    private String label(Page each) {
        var count = each == Page.CONFLICTS ? model.conflicts().items().size() : model.problems().items().size();
        var name = model.tools().texts().name(each);
        return count == 0 ? name : name + " " + count;
    }

    public void focus() {
        if (model.pageProperty().get() == Page.CONFLICTS) {
            conflictsController.focus();
        } else {
            problemsController.focus();
        }
    }
}
