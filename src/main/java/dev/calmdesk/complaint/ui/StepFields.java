package dev.calmdesk.complaint.ui;

import dev.calmdesk.fx.FieldBinder;
import dev.calmdesk.fx.control.DueField;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Parent;

/// Joins the fields of a step to what stands in the forms, until the panel is closed.
final class StepFields {

    private static final String NOT_KNOWN = "account.not_known";

    private StepFields() {}

    static void bind(Parent step, ComplaintViewModel model) {
        var when = model.hand().when();
        step.lookupAll(".due-field").stream()
                .filter(DueField.class::isInstance)
                .map(DueField.class::cast)
                .forEach(due -> {
                    due.setTime(when::now, when.zone());
                    due.sayTimesWith(when::at);
                });
        var bound = new FieldBinder(model::field, model::options, model.field(NOT_KNOWN)).bind(step);
        model.hand().closing(bound);
    }

    /// Takes a node away, its room included, while it has nothing to say.
    static void showWhile(Node node, ObservableValue<Boolean> isNeeded) {
        node.visibleProperty().bind(isNeeded);
        node.managedProperty().bind(node.visibleProperty());
    }

    static void showWhileSaid(Node node, ObservableValue<String> text) {
        showWhile(node, text.map(said -> !said.isBlank()));
    }
}
